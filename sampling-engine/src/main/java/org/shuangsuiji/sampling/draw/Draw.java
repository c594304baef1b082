package org.shuangsuiji.sampling.draw;

import org.shuangsuiji.sampling.digest.Hash;

/** A draw that has been made: the committed lists, what the sources said, and all that follows from the two. */
public final class Draw {
    private final CommittedDraw committed;
    private final SourceValues values;
    private final Result result;
    private final byte[] resultBytes;

    private Draw(CommittedDraw committed, SourceValues values, Result result) {
        this.committed = committed;
        this.values = values;
        this.result = result;
        this.resultBytes = result.bytes();
    }

    static Draw of(CommittedDraw committed, SourceValues values) {
        Seed seed = Seed.of(committed.rule(), values);
        return new Draw(committed, values, new Drawing(committed, seed).result());
    }

    public CommittedDraw committed() {
        return committed;
    }

    public Rule rule() {
        return committed.rule();
    }

    public SourceValues values() {
        return values;
    }

    public Seed seed() {
        return result.seed();
    }

    public Result result() {
        return result;
    }

    /** The bytes of result.json. */
    public byte[] resultBytes() {
        return resultBytes.clone();
    }

    /** What is published of the result at the draw. */
    public Hash resultDigest() {
        return rule().digest().of(resultBytes);
    }

    /** What the public gets to see of a draw, sealed or open (DR-1 §10). */
    public PublishedDraw published() {
        return PublishedDraw.of(this);
    }

    /**
     * What everybody recomputes of an open draw (DR-1 §10). A sealed draw has no such thing: its tickets and places would
     * tell the strata, and the strata tell grades (DR-1 §1, 6).
     */
    public OpenTargets openTargets() {
        if (rule().mode() == Mode.SEALED) {
            throw new IllegalStateException(
                    "Draw '%s' is sealed; its targets are never public".formatted(rule().draw()));
        }
        return OpenTargets.of(result);
    }

    /** What may be changed after the draw, and how (DR-1 §11). */
    public Replacements replacements() {
        return new Replacements(this);
    }
}
