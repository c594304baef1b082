package org.shuangsuiji.console.models;

/**
 * Something to correct.
 *
 * @param field the name of its field; empty when it is about the whole
 */
record FaultLine(String field, String text) {}
