package org.shuangsuiji.sampling.draw;

/** That a department drew a unit: from which stratum, and as which of it, from 1. */
public record Pick(String department, String stratum, int place) {}
