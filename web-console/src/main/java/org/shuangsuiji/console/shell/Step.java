package org.shuangsuiji.console.shell;

/**
 * One step of a longer way, as the step bar shows it.
 *
 * @param state {@code done}, {@code here} or {@code next}
 */
public record Step(String text, String state) {}
