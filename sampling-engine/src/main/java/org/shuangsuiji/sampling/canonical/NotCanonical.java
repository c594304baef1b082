package org.shuangsuiji.sampling.canonical;

/** Says where a text leaves the canonical form and how. */
public final class NotCanonical extends Exception {
    private static final long serialVersionUID = 1L;

    private final String where;

    NotCanonical(String where, String reason) {
        super(reason);
        this.where = where;
    }

    public String where() {
        return where;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
