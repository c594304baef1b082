package org.shuangsuiji.publication.notice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name as it is searched: full-width forms folded, upper case, without spaces.
 *
 * @param value the folded name
 */
public record SearchName(String value) {
    private static final Pattern SPACES = Pattern.compile("[\\p{IsWhite_Space}\\p{Cntrl}\\u3000]+");

    public static SearchName of(String typed) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return new SearchName(SPACES.matcher(folded).replaceAll(""));
    }

    /** Every two neighbouring characters; empty for a name of one. */
    public Set<String> grams() {
        int[] points = value.codePoints().toArray();
        Set<String> grams = new TreeSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            grams.add(new String(points, i, 2));
        }
        return grams;
    }

    public int length() {
        return value.codePointCount(0, value.length());
    }
}
