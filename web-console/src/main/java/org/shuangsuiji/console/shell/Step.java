package org.shuangsuiji.console.shell;

/**
 * One step of a longer way, as the step bar shows it.
 *
 * @param state one of "done", "here", "next"
 */
public record Step(String text, String state) {}
