package org.shuangsuiji.model;

/** The book of who looked at which grade, and for what. */
public interface GradeReads {

    /** Why a grade was read; each has a text in the message files. */
    enum Purpose {
        ENTERPRISE_PAGE,
        DISTRIBUTION,
        LIST,
        FREEZE,
        MODEL_COMPARISON,
        API,
        AUDIT
    }

    /**
     * Notes one read.
     *
     * @param what the enterprise ({@code enterprise:12}) or the set read ({@code model:1}, {@code campaign:3})
     */
    void note(Actor reader, Purpose purpose, String what);
}
