package org.shuangsuiji.sampling.digest;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the JDK, which uses the processor's own instructions where it has them. */
final class Sha256 extends Hasher {
    private MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not", e);
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    public void finish(byte[] out, int offset) {
        try {
            digest.digest(out, offset, Digest.LENGTH);
        } catch (DigestException e) {
            throw new IllegalArgumentException("No room for a digest at offset " + offset, e);
        }
    }

    @Override
    void resumeFrom(Hasher other) {
        try {
            digest = (MessageDigest) ((Sha256) other).digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This platform's SHA-256 cannot be copied", e);
        }
    }
}
