package org.shuangsuiji.ingest.reading;

/** Reads bytes as strict UTF-8 and remembers where they first are not. */
final class Utf8Scan {
    private long line = 1;
    private long column = 1;
    private long wide;
    private long broken;
    private long brokenLine;
    private long brokenColumn;
    private int firstBroken;
    private int lead;
    private int left;
    private int low = 0x80;
    private int high = 0xbf;

    void add(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            int b = bytes[i] & 0xff;
            if (left > 0) {
                if (b < low || b > high) {
                    breaks(lead);
                    left = 0;
                    continue; // the byte may begin a character of its own
                }
                low = 0x80;
                high = 0xbf;
                if (--left == 0) {
                    column++;
                    wide += lead >= 0xe3 && lead <= 0xe9 ? 1 : 0;
                }
            } else if (b < 0x80) {
                if (b == '\n') {
                    line++;
                    column = 1;
                } else {
                    column++;
                }
            } else {
                begin(b);
            }
            i++;
        }
    }

    /** No more bytes follow: a character that waits for some is broken. */
    void end() {
        if (left > 0) {
            breaks(lead);
            left = 0;
        }
    }

    /** Characters of three bytes from the area of Chinese ones. */
    long wide() {
        return wide;
    }

    long broken() {
        return broken;
    }

    long line() {
        return brokenLine;
    }

    long column() {
        return brokenColumn;
    }

    int firstBroken() {
        return firstBroken;
    }

    private void begin(int b) {
        lead = b;
        low = 0x80;
        high = 0xbf;
        if (b >= 0xc2 && b <= 0xdf) {
            left = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            left = 2;
            low = b == 0xe0 ? 0xa0 : 0x80;
            high = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            left = 3;
            low = b == 0xf0 ? 0x90 : 0x80;
            high = b == 0xf4 ? 0x8f : 0xbf;
        } else {
            breaks(b);
        }
    }

    private void breaks(int b) {
        if (broken++ == 0) {
            brokenLine = line;
            brokenColumn = column;
            firstBroken = b;
        }
        column++;
    }
}
