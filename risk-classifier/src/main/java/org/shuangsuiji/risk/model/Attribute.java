package org.shuangsuiji.risk.model;

import java.util.regex.Pattern;

/** What is known of an enterprise from its registration. */
public enum Attribute {
    /** Completed years since its establishment. */
    AGE_YEARS(true, ""),
    /** Registered capital in whole yuan. */
    CAPITAL_YUAN(true, ""),
    /** Registration status. */
    STATUS(false, "ACTIVE|SUSPENDED|REVOKED|REVOKED_DEREGISTERED|DEREGISTERED|WITHDRAWN|MOVED_OUT"),
    /** Enterprise, individual business (个体工商户) or cooperative. */
    SUBJECT_KIND(false, "ENTERPRISE|INDIVIDUAL|COOPERATIVE"),
    /** Section of its industry (GB/T 4754), A to T. */
    SECTION(false, "[A-T]"),
    /** Its industry (GB/T 4754) by the first two to four digits. */
    INDUSTRY(false, "[0-9]{2,4}"),
    /** Whether a registration was received at all, and not only records that name the enterprise. */
    REGISTERED(false, "true|false");

    private final boolean numeric;
    private final Pattern words;

    Attribute(boolean numeric, String words) {
        this.numeric = numeric;
        this.words = Pattern.compile(words);
    }

    /** A number has bins; a word is asked whether it is one of some values. */
    public boolean numeric() {
        return numeric;
    }

    boolean admits(String value) {
        return !numeric && words.matcher(value).matches();
    }
}
