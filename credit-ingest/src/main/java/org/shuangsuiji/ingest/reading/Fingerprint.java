package org.shuangsuiji.ingest.reading;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Digests;

/**
 * 128 bits of SHA-256 over a list of values, each with its length before it so that no two lists look alike.
 *
 * <p>It decides whether two rows are the same record and whether they say the same, so a source must not be able to
 * make two that collide: hence SHA-256 and not a quicker mixer. One instance serves one thread.
 */
public final class Fingerprint {
    private static final int ABSENT = -1;

    private final MessageDigest digest = Digests.newSha256();
    private final byte[] hash = new byte[32];
    private byte[] bytes = new byte[1024];
    private int length;

    public Fingerprint text(@Nullable String text) {
        if (text == null) {
            return number(ABSENT);
        }
        number(text.length());
        room(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[length++] = (byte) (c >> 8);
            bytes[length++] = (byte) c;
        }
        return this;
    }

    public Fingerprint number(int number) {
        room(4);
        bytes[length++] = (byte) (number >> 24);
        bytes[length++] = (byte) (number >> 16);
        bytes[length++] = (byte) (number >> 8);
        bytes[length++] = (byte) number;
        return this;
    }

    /** A set of bits; one that needs only the lower half looks as it did when there was no upper one. */
    Fingerprint bits(long bits) {
        number((int) bits);
        int upper = (int) (bits >>> Integer.SIZE);
        return upper == 0 ? this : number(upper);
    }

    public Fingerprint day(@Nullable LocalDate day) {
        return number(day == null ? Integer.MIN_VALUE : (int) day.toEpochDay());
    }

    public Fingerprint amount(@Nullable Long amount) {
        if (amount == null) {
            return number(ABSENT);
        }
        return number(8).number((int) (amount >> 32)).number((int) (long) amount);
    }

    /** How much was added since the last one. */
    int length() {
        return length;
    }

    /** The fingerprint of what was added since the last one, but for a stretch of it; the next one has all of it. */
    UUID without(int from, int to) {
        digest.update(bytes, 0, from);
        digest.update(bytes, to, length - to);
        return digested();
    }

    /** The fingerprint of what was added since the last one. */
    public UUID take() {
        digest.update(bytes, 0, length);
        length = 0;
        return digested();
    }

    private UUID digested() {
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256", e);
        }
        var buffer = ByteBuffer.wrap(hash);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
