package org.shuangsuiji.ingest.reading;

/** What a file of records may leave unsaid because it has no column for it; a known record then keeps it. */
public enum RecordFact {
    /** The first day on which it no longer counts. */
    ENDS_ON,
    /** The end of publicity that the source states; without one the legal limit stands in its place. */
    STATED_END,
    REPAIRED_ON,
    WITHDRAWN_ON,
    AMOUNT,
    CONFISCATED,
    CATEGORY,
    DOCUMENT_NO,
    AUTHORITY,
    SUMMARY
}
