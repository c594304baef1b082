package org.shuangsuiji.sampling.draw;

/** Seats of a visit that were left empty. */
public record Unfilled(String department, String unit, Role role, int missing) {}
