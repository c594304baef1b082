package org.shuangsuiji.model;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The code that identifies one registered subject (统一社会信用代码, GB 32100-2015).
 *
 * <p>Only the form is demanded here: real codes exist whose check character is wrong by the standard, so a wrong
 * check character marks a code and never refuses it.
 */
public record CreditCode(String value) implements Comparable<CreditCode> {
    /** The signs that the standard gives values, each by its place. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] VALUES = values();
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}");

    public CreditCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException(
                    "A credit code has 18 digits or capital letters; got '%s'".formatted(value));
        }
    }

    /** Whether these are as many signs as a credit code has, whatever they check to. */
    public static boolean isCode(String signs) {
        return FORM.matcher(signs).matches();
    }

    /** Whether the standard gives it this last character; a slip of the finger hardly ever does. */
    public boolean checks() {
        return value.chars().allMatch(sign -> isSign((char) sign)) && checkCharacter(value) == value.charAt(LENGTH - 1);
    }

    /** Whether a code may have this sign: the letters I, O, S, V and Z have no value in the standard. */
    public static boolean isSign(char sign) {
        return sign < VALUES.length && VALUES[sign] >= 0;
    }

    /** The 18th character that the standard asks for after the first 17, which are of its alphabet. */
    public static char checkCharacter(String value) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += VALUES[value.charAt(i)] * WEIGHTS[i];
        }
        int base = ALPHABET.length();
        // The last remainder matters: many programs forget it and look for a 32nd character when the sum divides by 31.
        return ALPHABET.charAt((base - sum % base) % base);
    }

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        return values;
    }

    @Override
    public int compareTo(CreditCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
