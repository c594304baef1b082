package org.shuangsuiji.ingest.reading;

import java.util.EnumSet;
import java.util.Set;

/** A mark on a row that was kept although something about it is odd; the bit is what the database keeps. */
public enum Flag {
    CHECK_WRONG(0),
    ORGANISATION_CHECK_WRONG(1),
    OLD_NUMBER(2),
    OLD_NUMBER_CHECK_WRONG(3),
    NAME_MISSING(4),
    /** Control or direction characters were taken out of a text. */
    CHARACTERS_REMOVED(5),
    /** A text has characters of a private area, which no font shows. */
    CHARACTERS_PRIVATE(6),
    CAPITAL_NOT_READ(7),
    AMOUNT_NOT_READ(8),
    STATUS_NOT_KNOWN(9),
    REGION_NOT_KNOWN(10),
    INDUSTRY_NOT_KNOWN(11),
    CATEGORY_NOT_KNOWN(12),
    DOCUMENT_NUMBER_MISSING(13),
    DAY_IN_FUTURE(14),
    /** The source says that it counts longer than the law allows. */
    END_BEYOND_LIMIT(15),
    /** The state of the record is a word we do not know. */
    STATE_NOT_KNOWN(16),
    /** The file gives the fine only in the words of the decision, and it was read from them. */
    AMOUNT_FROM_TEXT(17),
    /** There was a fine, and nobody can tell from the row how much. */
    AMOUNT_UNKNOWN(18),
    AMOUNT_NEGATIVE(19),
    /** The day of removal lies before that of listing: one of them is wrong, so it stays on the list. */
    REMOVED_BEFORE_LISTED(20),
    /** A day that the row can do without is not readable. */
    DAY_NOT_READ(21),
    /** The file has a column for the status, and the row leaves it empty. */
    STATUS_MISSING(22),
    /** The source says until when it counts, and that day is not readable. */
    END_NOT_READ(23),
    /** A listing of which the row gives no reason. */
    REASON_MISSING(24),
    /** A repair before the decision, or an end of publicity before it: one of the days is wrong, so it is not taken. */
    DAY_BEFORE_DECISION(25),
    /** The file has a column for the state of the record, and the row leaves it empty. */
    STATE_MISSING(26),
    /** The row gives no region that is known, and its enterprise has one all the same; said of a file, never stored. */
    REGION_KEPT(27),
    /** The fine is ten thousand times that of the words, or the other way round: its unit was wrong, and the words count. */
    AMOUNT_OF_OTHER_UNIT(28),
    /** The words of the decision name another fine than the column for it, which counts. */
    AMOUNT_CONTRADICTED(29),
    /** A number of a person stood in a text and was taken out of it. */
    PERSON_REMOVED(30),
    /** A count or share is not readable, or a row that counts over a time gives none. */
    NUMBER_NOT_READ(31),
    /** The row names its subject by name alone. */
    NAME_ONLY(32),
    /** The row names the other party of a relation by name alone, or not so that it can be told. */
    RELATED_NOT_KNOWN(33),
    /** Repaired before the least time for which the law has it published. */
    REPAIRED_EARLY(34),
    /** The row does not say since when; the day on which it was first received stands in its place. */
    DAY_TAKEN(36),
    /** The file has a column of persons' numbers, and the row filled it; said of a file, never stored. */
    PERSON_DROPPED(37),
    /** A former code or number is none. */
    FORMER_CODE_NOT_READ(38),
    /** A total is not the sum of the counts beside it, which count. */
    TOTAL_DIFFERS(39);

    private final int bit;

    Flag(int bit) {
        this.bit = bit;
    }

    public long mask() {
        return 1L << bit;
    }

    /** The bits of several. */
    public static long mask(Flag... flags) {
        long mask = 0;
        for (Flag flag : flags) {
            mask |= flag.mask();
        }
        return mask;
    }

    public static Set<Flag> of(long flags) {
        var set = EnumSet.noneOf(Flag.class);
        for (Flag flag : values()) {
            if ((flags & flag.mask()) != 0) {
                set.add(flag);
            }
        }
        return set;
    }
}
