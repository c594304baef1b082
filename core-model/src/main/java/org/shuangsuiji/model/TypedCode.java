package org.shuangsuiji.model;

import java.text.Normalizer;
import java.util.Locale;

/** A code as people and files write it: blanks, hyphens, small letters and full-width signs stand for what is meant. */
public final class TypedCode {
    private TypedCode() {}

    /**
     * A code as it is compared and kept: NFKC, capitals, without blanks and hyphens, and without the apostrophe by which
     * a spreadsheet marks a text.
     */
    public static String tidy(String typed) {
        if (isTidy(typed)) {
            return typed;
        }
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var kept = new StringBuilder(folded.length());
        folded.codePoints()
                .skip(folded.startsWith("'") || folded.startsWith("’") ? 1 : 0)
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isHyphen(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /**
     * The credit code that was meant.
     *
     * @param refusal the code of the refusal of what can be none; its text gets what was typed and how long that is
     */
    public static CreditCode read(String typed, String refusal) {
        String code = tidy(typed);
        try {
            return new CreditCode(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(refusal, typed.strip(), code.codePointCount(0, code.length()));
        }
    }

    private static boolean isTidy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHyphen(int c) {
        return c == '-' || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
