package org.shuangsuiji.ingest.reading;

import java.util.regex.Pattern;

/** A value from a file as it may be shown to people: short, and without the numbers of persons. */
public final class Shown {
    private static final int LENGTH_MAX = 60;
    private static final Pattern PERSON_NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z])([1-9][0-9]{5})((?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))[0-9]{3}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9A-Za-z])");

    private Shown() {}

    public static String of(String value) {
        String masked = PERSON_NUMBER.matcher(value).replaceAll("$1********");
        masked = MOBILE_NUMBER.matcher(masked).replaceAll("$1****$2");
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
