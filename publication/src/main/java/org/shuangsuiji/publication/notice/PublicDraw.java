package org.shuangsuiji.publication.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public may see of a draw (DR-1 §10): before the first source is due the rule and its commitment, then the
 * value of each source as soon as it is entered, at the draw what they led to. Never the sealed file, nor anything that names or orders the drawn.
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

    /** What is public of a draw that was carried out, for comparison with what is about to be released. */
    public record Drawn(boolean open, String commitment, String seed, int visits, String visitRoot) {}

    /**
     * That a draw draws anew what another did not draw (DR-1 §1, 3).
     *
     * @param supersedes the abandoned or failed draw
     * @param reason why it is drawn anew, as the rule says
     */
    public record Redraw(long supersedes, String reason) {}

    /**
     * That a draw stands beside others of the same item whose visits were not all finished when its lists were closed, or
     * which had ended without a draw.
     *
     * @param reason why a further list was needed
     */
    public record Further(String reason, List<Standing> standing) {
        public Further {
            standing = List.copyOf(standing);
        }
    }

    /**
     * One of those others, as it stood then: totals of its visits, never by rank.
     *
     * @param drawn whether it was drawn already
     * @param ended whether it had ended without a draw; nobody is visited for it
     * @param visits how many visits it drew, or was to draw
     * @param finished how many of them were finished
     */
    public record Standing(long drawId, boolean drawn, boolean ended, int visits, int finished) {}

    /** What is published at the draw. */
    public record Outcome(String seed, int visits, String visitRoot, String resultDigest, Instant drawnAt) {}

    /**
     * The value of one named source, public from the moment it is entered: what people throw has to be known before the
     * public sources speak (DR-1 §1, 2).
     *
     * @param revision the highest of an ordinal counts
     * @param answered {@code VALUE}, {@code FALLBACK}, or {@code NONE} when a person was silent
     * @param evidence where a stranger finds the value
     * @param reason why it replaces the revision before
     */
    public record Source(
            int ordinal,
            int revision,
            String name,
            String kind,
            Instant due,
            String answered,
            @Nullable String value,
            String evidence,
            @Nullable String reason) {}

    /**
     * What somebody states of the publisher of a public source, public from that moment.
     *
     * @param number in the order in which they were made, from 1
     * @param replaces the number of the same person's statement that this one takes back
     * @param says {@code SPOKE} when it had published a value by the due of the fallback, {@code SILENT} when not, {@code
     *     BOTH_SILENT} when the fallback was silent as well
     * @param evidence where that can be seen
     */
    public record Statement(
            int ordinal, int number, @Nullable Integer replaces, String says, String evidence, Instant statedAt) {}
}
