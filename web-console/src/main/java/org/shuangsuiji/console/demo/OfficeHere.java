package org.shuangsuiji.console.demo;

/** A demo was to begin in the database of an office. */
final class OfficeHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OfficeHere() {
        super("An office works in this database; no demo begins in it");
    }
}
