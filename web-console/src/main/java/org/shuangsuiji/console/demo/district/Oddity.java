package org.shuangsuiji.console.demo.district;

import java.util.Locale;

/** The faults and spellings that real deliveries have, each with its share of rows; the demo declares them all. */
public enum Oddity {
    /** The 18th character is not the one the standard gives. */
    CHECK_WRONG(40),
    /** The organisation code inside has a wrong check; the 18th character is right. */
    ORGANISATION_CHECK_WRONG(30),
    /** Only a registration number of 15 digits is known. */
    OLD_NUMBER(50),
    LOWER_CASE(30),
    FULL_WIDTH(20),
    /** The column holds no code at all. */
    NOT_A_CODE(10),
    BAD_DATE(10),
    NAME_MISSING(5),
    /** The same row stands twice in the file. */
    REPEATED(30),
    /** The row stands twice, the second time with another content. */
    REPEATED_CHANGED(20);

    private final int in10000;

    Oddity(int in10000) {
        this.in10000 = in10000;
    }

    /** How many of ten thousand rows are like this. */
    public int in10000() {
        return in10000;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
