package org.shuangsuiji.sampling.digest;

/** Computes digests, one after another, without leaving garbage; belongs to one thread. */
public abstract class Hasher {
    /** Both digests work on blocks of this many bytes. */
    static final int BLOCK = 64;

    Hasher() {}

    public abstract void update(byte[] bytes, int offset, int length);

    /** Writes the digest and starts afresh. */
    public abstract void finish(byte[] out, int offset);

    /** Goes on from the state of another hasher of the same kind, which keeps its own. */
    abstract void resumeFrom(Hasher other);

    public final void hash(byte[] bytes, int offset, int length, byte[] out, int outOffset) {
        update(bytes, offset, length);
        finish(out, outOffset);
    }
}
