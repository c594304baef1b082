package org.shuangsuiji.ingest.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shuangsuiji.model.CreditCode;
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
    /** 第…号, 〔2016〕…号: what stands between is the number of a document. */
    private static final String OF_DOCUMENT = "(?<![第字〕\\])）】])";

    private static final Pattern NUMBER = Pattern.compile("(?:(?<![0-9A-Za-z])|(?<=(?i:tel|phone|mobile)))(?:"
            + "(?<identity>[1-9][0-9]{5}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9Xx])(?![0-9A-Za-z])"
            + "|(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9A-Za-z])(?!号)"
            + "|" + OF_DOCUMENT + "1[3-9][0-9]{9}(?=号)"
            + "|(?:\\(0[1-9][0-9]{1,2}\\)|0[1-9][0-9]{1,2}[-—－ ])[2-9][0-9]{6,7}(?![0-9A-Za-z号]))");

    /** GB/T 2260, and 10 for the registration authority of the state. */
    private static final Set<Integer> PROVINCES = Set.of(
            10, 11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
            61, 62, 63, 64, 65, 71, 81, 82);

    private static final Pattern DIVIDERS = Pattern.compile("[ -]");

    private PersonNumbers() {}

    /** The text without such numbers; the very same text when there are none. */
    static String remove(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        Matcher number = NUMBER.matcher(halfWidth(text));
        StringBuilder kept = null;
        int from = 0;
        while (number.find()) {
            String identity = number.group("identity");
            if (identity != null && !isIdentity(DIVIDERS.matcher(identity).replaceAll(""))) {
                continue;
            }
            kept = kept == null ? new StringBuilder(text.length()) : kept;
            kept.append(text, from, number.start()).append(REMOVED);
            from = number.end();
        }
        return kept == null ? text : kept.append(text, from, text.length()).toString();
    }

    /** The text with half-width signs in place of full-width ones, character by character, so that places stay. */
    private static String halfWidth(String text) {
        StringBuilder half = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uff01' && c <= '\uff5e') {
                half = half == null ? new StringBuilder(text) : half;
                half.setCharAt(i, (char) (c - 0xfee0));
            }
        }
        return half == null ? text : half.toString();
    }

    /** A person's number as it is compared. */
    static String tidy(String number) {
        return TypedCode.tidy(number);
    }

    /**
     * Whether 18 characters are the number of an identity card: a birthday in them and their check right (GB 11643), and
     * no credit code that happens to look so.
     */
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
        return CHECKS.charAt(sum % CHECK_MODULUS) == Character.toUpperCase(value.charAt(IDENTITY_DIGITS))
                && !isCreditCode(value);
    }

    /**
     * Whether the same digits are a credit code: by its check, and the region in it. One card in 31 has that check by
     * chance, so that of an enterprise (9…) with a region is believed, and any other needs the check of its organisation
     * code (GB 11714) too.
     */
    private static boolean isCreditCode(String value) {
        if (CreditCode.checkCharacter(value.toUpperCase(Locale.ROOT))
                != Character.toUpperCase(value.charAt(IDENTITY_DIGITS))) {
            return false;
        }
        int province = Integer.parseInt(value, 2, 4, 10);
        return PROVINCES.contains(province)
                && (value.charAt(0) == '9' || CodeReading.organisationCheck(value) == value.charAt(16));
    }
}
