package org.shuangsuiji.publication.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public may see of a draw (DR-1 §10): before the first source is due the rule and its commitment, at the draw
 * the values of the sources and what they led to. Never the sealed file, nor anything that names or orders the drawn.
 *
 * @param officeName the office in whose chain of commitments it stands
 * @param mode {@code OPEN} or {@code SEALED}
 * @param digest {@code SHA_256} or {@code SM3}
 * @param ruleJson the text of rule.json, which is UTF-8 by DR-1
 */
public record PublicDraw(
        long drawId,
        long campaignId,
        String officeName,
        long serial,
        String mode,
        String digest,
        String ruleJson,
        String commitment,
        Instant committedAt) {

    /** What is published at the draw. */
    public record Outcome(
            String seed, int visits, String visitRoot, String resultDigest, Instant drawnAt, List<Source> sources) {
        public Outcome {
            sources = List.copyOf(sources);
        }
    }

    /**
     * The value of one named source.
     *
     * @param answered {@code VALUE}, {@code FALLBACK}, or {@code NONE} when a person was silent
     * @param evidence where a stranger finds the value
     */
    public record Source(
            int ordinal,
            String name,
            String kind,
            Instant due,
            String answered,
            @Nullable String value,
            String evidence) {}
}
