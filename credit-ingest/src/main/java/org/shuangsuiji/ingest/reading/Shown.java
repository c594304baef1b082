package org.shuangsuiji.ingest.reading;

/** A value from a file as it may be shown to people: short, and without the numbers of persons. */
public final class Shown {
    private static final int LENGTH_MAX = 60;

    private Shown() {}

    public static String of(String value) {
        String masked = PersonNumbers.cover(value);
        var kept = new StringBuilder();
        masked.codePoints()
                .limit(LENGTH_MAX)
                .map(c -> Character.isISOControl(c) ? '\u2423' : c)
                .forEach(kept::appendCodePoint);
        return masked.codePointCount(0, masked.length()) > LENGTH_MAX
                ? kept.append('\u2026').toString()
                : kept.toString();
    }
}
