package org.shuangsuiji.sampling.draw;

/** The rows of a TSV file: no header, no quoting, every line ended by a line feed (DR-1 §2). */
final class Rows {
    private final byte[] bytes;
    private int start;
    private int end = -1;
    private int number;

    Rows(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next row; false when there is none. */
    boolean next() {
        start = end + 1;
        if (start >= bytes.length) {
            return false;
        }
        end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        number++;
        return true;
    }

    /** Whether the row ends in a line feed, as each must. */
    boolean isEnded() {
        return end < bytes.length;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Where the field beginning at {@code from} ends: at a tab or at the end of the row. */
    int fieldEnd(int from) {
        int at = from;
        while (at < end && bytes[at] != '\t') {
            at++;
        }
        return at;
    }

    String where() {
        return "row " + number;
    }
}
