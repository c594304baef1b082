package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        writings.add(new Writing(word.word(), word));
        for (String other : others) {
            writings.add(new Writing(other, word));
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

    /** The categories that a text names, in the order in which they were declared; empty when it names none we know. */
    List<Word> read(String text) {
        String rest = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
        Optional<Word> byCode = of(rest);
        if (byCode.isPresent()) {
            return List.of(byCode.get());
        }
        Set<Integer> found = new TreeSet<>();
        for (Writing writing : writings) {
            if (rest.contains(writing.text())) {
                found.add(words.indexOf(writing.word()));
                rest = rest.replace(writing.text(), "\u0000");
            }
        }
        return found.stream().map(words::get).toList();
    }
}
