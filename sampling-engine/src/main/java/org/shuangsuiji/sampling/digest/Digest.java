package org.shuangsuiji.sampling.digest;

import java.util.Arrays;
import java.util.Optional;

/** One of the two digests a rule may name. */
public enum Digest {
    SHA_256("SHA-256"),
    SM3("SM3");

    /** Bytes of a digest, of either kind. */
    public static final int LENGTH = 32;

    private final String label;

    Digest(String label) {
        this.label = label;
    }

    /** The name as rule.json writes it. */
    public String label() {
        return label;
    }

    public static Optional<Digest> labelled(String label) {
        return Arrays.stream(values())
                .filter(digest -> digest.label.equals(label))
                .findFirst();
    }

    /** A new hasher, for one thread. */
    public Hasher hasher() {
        return this == SM3 ? new Sm3() : new Sha256();
    }

    /** A new MAC with this key, for one thread. */
    public Mac mac(byte[] key) {
        return new Mac(this, key);
    }

    public Hash of(byte[] message) {
        byte[] digest = new byte[LENGTH];
        hasher().hash(message, 0, message.length, digest, 0);
        return Hash.of(digest);
    }
}
