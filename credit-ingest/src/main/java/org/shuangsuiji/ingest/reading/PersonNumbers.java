package org.shuangsuiji.ingest.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shuangsuiji.model.TypedCode;

/**
 * Takes the numbers of people out of a text: identity cards (GB 11643) and telephones. The office has no use for them,
 * and what it does not have cannot leak.
 */
final class PersonNumbers {
    /** What stands in a text where such a number stood. */
    static final String REMOVED = "［号码已删去］";

    private static final int SHORTEST = 11;
    private static final int IDENTITY_DIGITS = 17;
    private static final String CHECKS = "10X98765432";
    private static final int CHECK_MODULUS = 11;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:(?<identity>[1-9][0-9]{16}[0-9Xx])|1[3-9][0-9]{9}"
                    + "|0[1-9][0-9]{1,2}[-—－ ][2-9][0-9]{6,7})(?![0-9A-Za-z号])");

    private PersonNumbers() {}

    /** The text without such numbers; the very same text when there are none. */
    static String remove(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        Matcher number = NUMBER.matcher(text);
        StringBuilder kept = null;
        int from = 0;
        while (number.find()) {
            String identity = number.group("identity");
            if (identity != null && !isIdentity(identity)) {
                continue;
            }
            kept = kept == null ? new StringBuilder(text.length()) : kept;
            kept.append(text, from, number.start()).append(REMOVED);
            from = number.end();
        }
        return kept == null ? text : kept.append(text, from, text.length()).toString();
    }

    /** A person's number as it is compared. */
    static String tidy(String number) {
        return TypedCode.tidy(number);
    }

    /** Whether 18 characters are the number of an identity card: a birthday in them and their check right (GB 11643). */
    static boolean isIdentity(String value) {
        if (value.length() != IDENTITY_DIGITS + 1
                || !value.chars().limit(IDENTITY_DIGITS).allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int year = Integer.parseInt(value, 6, 10, 10);
        int month = Integer.parseInt(value, 10, 12, 10);
        int day = Integer.parseInt(value, 12, 14, 10);
        if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = IDENTITY_DIGITS - 1; i >= 0; i--) {
            weight = weight * 2 % CHECK_MODULUS;
            sum += (value.charAt(i) - '0') * weight;
        }
        return CHECKS.charAt(sum % CHECK_MODULUS) == Character.toUpperCase(value.charAt(IDENTITY_DIGITS));
    }
}
