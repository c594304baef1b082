package org.shuangsuiji.publication.notice;

import java.util.List;

/**
 * What was found in one item of a visit.
 *
 * @param seq the item's place on the form, from 1
 * @param categories codes of the result categories
 * @param note in words, for the office
 */
public record Finding(int seq, List<String> categories, String note) {
    public Finding {
        categories = List.copyOf(categories);
        note = note.strip();
    }
}
