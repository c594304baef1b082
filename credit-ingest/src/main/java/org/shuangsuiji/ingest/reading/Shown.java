package org.shuangsuiji.ingest.reading;

/** A value from a file as it may be kept for people to read: short, and without the numbers of persons. */
public final class Shown {
    private static final int LENGTH_MAX = 60;
    private static final String REPLACEMENT = "\ufffd";
    /** U+FFFD as the bytes that stand for it in UTF-8: the sign itself would look as if the office had lost the text. */
    private static final String REPLACEMENT_BYTES = "\\xEF\\xBF\\xBD";

    private Shown() {}

    public static String of(String value) {
        String masked = PersonNumbers.cover(value);
        String kept = printable(masked, LENGTH_MAX);
        return masked.codePointCount(0, masked.length()) > LENGTH_MAX ? kept + '\u2026' : kept;
    }

    /** The name of a file, whole: people name files after people too. */
    public static String fileName(String name) {
        return printable(PersonNumbers.cover(name), Integer.MAX_VALUE);
    }

    /** The text with the bytes of U+FFFD written out. */
    static String undamaged(String text) {
        return text.replace(REPLACEMENT, REPLACEMENT_BYTES);
    }

    private static String printable(String text, int length) {
        var kept = new StringBuilder();
        text.codePoints()
                .limit(length)
                .map(c -> Character.isISOControl(c) ? '\u2423' : c)
                .forEach(kept::appendCodePoint);
        return undamaged(kept.toString());
    }
}
