package org.shuangsuiji.ingest.reading;

/**
 * Whom a row is about.
 *
 * @param value the credit code, or the old number when the class says so
 */
public record Subject(String value, CodeClass codeClass) {}
