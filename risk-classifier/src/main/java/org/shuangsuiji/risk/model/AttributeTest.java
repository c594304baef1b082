package org.shuangsuiji.risk.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question about an attribute that is a word: is it one of these?
 *
 * @param values the words; for an industry, the digits it begins with
 */
public record AttributeTest(Attribute attribute, SortedSet<String> values) {

    public AttributeTest {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /** Whether the word passes; a word that is not known passes no test. */
    public boolean holds(@Nullable String word) {
        if (word == null) {
            return false;
        }
        return attribute == Attribute.INDUSTRY ? values.stream().anyMatch(word::startsWith) : values.contains(word);
    }
}
