package org.shuangsuiji.console.shell;

/** One entry of a choice list: the value sent and the words shown. */
public record Choice(String value, String text) {}
