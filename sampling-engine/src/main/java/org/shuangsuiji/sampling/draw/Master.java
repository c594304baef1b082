package org.shuangsuiji.sampling.draw;

import org.shuangsuiji.sampling.digest.Hash;

/** The random secret from which all salts come; whoever holds it can open every leaf of the draw. */
public record Master(Hash value) {
    /** Takes 32 bytes that the caller drew from a secure generator. */
    public static Master of(byte[] random) {
        return new Master(Hash.of(random));
    }

    public byte[] bytes() {
        return value.bytes();
    }

    /** A secret does not belong in logs. */
    @Override
    public String toString() {
        return "Master[secret]";
    }
}
