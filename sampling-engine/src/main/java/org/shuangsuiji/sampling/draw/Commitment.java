package org.shuangsuiji.sampling.draw;

import org.shuangsuiji.sampling.digest.Hash;

/** The published digest of rule.json, which fixes everything before chance speaks (DR-1 §4). */
public record Commitment(Hash value) {
    /** What the first draw of an office follows. */
    public static final Commitment NONE = new Commitment(Hash.ZEROS);

    public static Commitment of(Rule rule) {
        return new Commitment(rule.digest().of(rule.bytes()));
    }

    public String hex() {
        return value.hex();
    }
}
