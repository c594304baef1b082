package org.shuangsuiji.ingest.reading;

import java.util.List;
import org.shuangsuiji.model.RecordKind;

/**
 * A fact that records of one kind tell beside what all records do, for whoever shows it.
 *
 * @param name by which it is kept, and by which models ask for it
 */
public record OwnFact(String name, Measure measure) {
    /** The names of the facts that have columns of their own in the database. */
    public static final String AMOUNT = "amount";

    public static final String CONFISCATED = "confiscated";
    public static final String QUANTITY = "quantity";
    public static final String LICENCE = "licence";

    /** What a fact is measured in. */
    public enum Measure {
        TEXT,
        /** An ISO day. */
        DAY,
        /** Whole things. */
        COUNT,
        YEAR,
        /** An ISO 8601 interval, or words. */
        PERIOD,
        /** Millionths of the whole. */
        SHARE,
        /** Fen. */
        MONEY
    }

    /** The facts of a kind, in the order in which they are shown. */
    public static List<OwnFact> of(RecordKind kind) {
        return Kind.of(kind, Categories.NOBODY).ownFacts();
    }
}
