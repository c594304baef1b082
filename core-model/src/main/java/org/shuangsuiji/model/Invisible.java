package org.shuangsuiji.model;

import java.util.regex.Pattern;

/**
 * Characters that nobody sees: with one of them a second name would look like the first. They are the format characters,
 * the ends of lines and paragraphs, what Unicode lets a display ignore (Default_Ignorable_Code_Point, UAX #44), and the
 * blanks and fillers that are letters or symbols by category.
 */
public final class Invisible {
    private static final String CLASS = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
            + "\\u2065\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFFC\\x{E0000}-\\x{E0FFF}";

    /** Matches a line without any. */
    public static final String FREE = "[^" + CLASS + "]*";

    private static final Pattern ONE = Pattern.compile("[" + CLASS + "]");

    private Invisible() {}

    public static boolean is(int character) {
        return ONE.matcher(Character.toString(character)).matches();
    }
}
