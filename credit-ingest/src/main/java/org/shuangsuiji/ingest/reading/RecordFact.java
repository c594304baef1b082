package org.shuangsuiji.ingest.reading;

/** What a file may leave unsaid because it has no column for it; what is known then keeps it. */
public enum RecordFact {
    /** The first day on which it no longer counts. */
    ENDS_ON,
    /** The end of publicity that the source states; without one the legal limit stands in its place. */
    STATED_END,
    /** That a permit is void, since when is not told. */
    VOIDED,
    REPAIRED_ON,
    /** That it was withdrawn. */
    WITHDRAWN_ON,
    /** On which day; without it the day of the decision stands in its place. */
    WITHDRAWN_DAY,
    AMOUNT,
    CONFISCATED,
    CATEGORY,
    DOCUMENT_NO,
    AUTHORITY,
    QUANTITY,
    SUMMARY
}
