package org.shuangsuiji.publication.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text whose digest is the seed of a draw (DR-1 §5), so that anybody checks the seed with the digest command of
 * their own computer.
 */
public record SeedText(String text) {

    /**
     * What one source came to say.
     *
     * @param name of the source, or of its fallback where that spoke
     * @param value absent when a person was silent
     */
    public record Answer(String name, @Nullable String value) {}

    public static SeedText of(String commitment, List<Answer> answers) {
        var text = new StringBuilder("DR-1/seed\n").append(commitment).append('\n');
        for (Answer answer : answers) {
            text.append(answer.name())
                    .append('=')
                    .append(answer.value() == null ? "NONE" : answer.value())
                    .append('\n');
        }
        return new SeedText(text.toString());
    }
}
