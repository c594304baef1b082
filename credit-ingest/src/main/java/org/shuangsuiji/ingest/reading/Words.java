package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The categories of one kind of record: under each code the words that sources write for it. A longer word goes before a
 * shorter one that is part of it, so that 不合格 is not read as 合格.
 */
public final class Words {
    /**
     * One category.
     *
     * @param code what the database keeps and models ask for
     * @param word the field's word, the same in every language of the pages
     * @param severity absent where the category says nothing of gravity
     */
    public record Word(String code, String word, @Nullable Severity severity) {}

    private record Writing(String text, Word word) {}

    private static final String TAKEN = "\u0000";
    private static final Pattern DENIAL = Pattern.compile("(?:不|未|非|无|不是|不属于|是否|未发现|未检出)$");

    private final List<Word> words = new ArrayList<>();
    private final List<Writing> writings = new ArrayList<>();

    /** Adds a category; its own word and code are writings of it too. */
    Words word(String code, String word, String... others) {
        return add(new Word(code, word, null), others);
    }

    /** Adds a category of a gravity. */
    Words grave(Severity severity, String code, String word, String... others) {
        return add(new Word(code, word, severity), others);
    }

    private Words add(Word word, String... others) {
        words.add(word);
        writings.add(new Writing(tidy(word.word()), word));
        for (String other : others) {
            writings.add(new Writing(tidy(other), word));
        }
        writings.sort((a, b) -> Integer.compare(b.text().length(), a.text().length()));
        return this;
    }

    public List<Word> all() {
        return List.copyOf(words);
    }

    /** The category with a code. */
    public Optional<Word> of(String code) {
        return words.stream().filter(word -> word.code().equals(code)).findFirst();
    }

    /**
     * The categories that a text names, in the order in which they were declared; empty when it names none we know. What
     * the text denies it does not name: 不符合 is no 符合.
     */
    List<Word> read(String text) {
        String rest = tidy(text);
        Optional<Word> byCode = of(rest);
        if (byCode.isPresent()) {
            return List.of(byCode.get());
        }
        Set<Integer> found = new TreeSet<>();
        for (Writing writing : writings) {
            String without = without(rest, writing.text());
            if (without != null) {
                found.add(words.indexOf(writing.word()));
                rest = without;
            }
        }
        return found.stream().map(words::get).toList();
    }

    /** The text without a writing; null where the text does not name it. One character names something only by itself. */
    private static @Nullable String without(String text, String writing) {
        if (writing.length() == 1) {
            return text.equals(writing) ? TAKEN : null;
        }
        var rest = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(writing); at >= 0; at = text.indexOf(writing, at + writing.length())) {
            if (!DENIAL.matcher(text.substring(0, at)).find()) {
                rest.append(text, from, at).append(TAKEN);
                from = at + writing.length();
            }
        }
        return from == 0 ? null : rest.append(text, from, text.length()).toString();
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }
}
