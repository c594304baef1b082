package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the search for a subject looks up: all pairs of neighbouring characters of its name, and every second group of
 * four characters of its code.
 *
 * <p>PostgreSQL's own trigrams find nothing for a search of two Chinese characters. Any five neighbouring characters
 * of a code hold one of its indexed groups, so five are enough to find it and half the groups need not be kept.
 */
public final class SearchGrams {
    /** The shortest part of a code that can be searched for. */
    public static final int CODE_PART_MIN = 5;

    /** Characters that writers of a name set as they like, left out on both sides of the search. */
    static final String NOISE = " \t\u3000()[]{}<>《》〈〉「」【】〔〕·•.,，。、;:：；-—–_/\\\"'“”‘’&*#+";

    private static final int GROUP = 4;

    private SearchGrams() {}

    public static List<String> of(@Nullable String name, String code) {
        Set<String> grams = new LinkedHashSet<>();
        if (name != null) {
            addPairs(fold(name), grams);
        }
        for (int from = 0; from + GROUP <= code.length(); from += 2) {
            grams.add(code.substring(from, from + GROUP));
        }
        return new ArrayList<>(grams);
    }

    /** The pairs that a name must have to contain this part; empty for a single character. */
    public static List<String> ofNamePart(String part) {
        Set<String> grams = new LinkedHashSet<>();
        String folded = fold(part);
        if (folded.codePointCount(0, folded.length()) > 1) {
            addPairs(folded, grams);
        }
        return new ArrayList<>(grams);
    }

    /** The groups that a code must have to contain this part, when the part begins on an odd or on an even place. */
    public static List<List<String>> ofCodePart(String part) {
        List<List<String>> alternatives = new ArrayList<>();
        for (int start = 0; start < 2; start++) {
            List<String> grams = new ArrayList<>();
            for (int from = start; from + GROUP <= part.length(); from += 2) {
                grams.add(part.substring(from, from + GROUP));
            }
            alternatives.add(grams);
        }
        return alternatives;
    }

    /** A name or part of one as the search compares it. */
    public static String fold(String text) {
        String folded = text;
        if (!isPlain(text)) {
            folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        }
        var kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (NOISE.indexOf(folded.charAt(i)) < 0) {
                kept.append(folded.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\u4e00' || c > '\u9fff') {
                return false;
            }
        }
        return true;
    }

    private static void addPairs(String text, Set<String> grams) {
        int from = 0;
        while (from < text.length()) {
            int next = text.offsetByCodePoints(from, 1);
            if (next >= text.length()) {
                if (from == 0) {
                    grams.add(text);
                }
                return;
            }
            grams.add(text.substring(from, text.offsetByCodePoints(next, 1)));
            from = next;
        }
    }
}
