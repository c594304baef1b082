package org.shuangsuiji.ingest.reading;

/** What a row says, in our words. */
public sealed interface Entry permits Registration, CreditRecord {

    /** The line on which the row begins. */
    long line();

    Subject subject();

    /** Marks of the row: one bit each ({@link Flag}). */
    long flags();
}
