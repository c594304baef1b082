package org.shuangsuiji.console.shell;

/** One step of the way to a page: where it leads and what it is called. */
public record Crumb(String href, String text) {}
