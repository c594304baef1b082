package org.shuangsuiji.sampling.digest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HMAC (RFC 2104) with one key, whose two key blocks are digested once; belongs to one thread. */
public final class Mac {
    private final Hasher innerStart;
    private final Hasher outerStart;
    private final Hasher work;

    Mac(Digest digest, byte[] key) {
        work = digest.hasher();
        innerStart = digest.hasher();
        outerStart = digest.hasher();
        byte[] block = Arrays.copyOf(key, Hasher.BLOCK);
        if (key.length > Hasher.BLOCK) {
            Arrays.fill(block, (byte) 0);
            work.hash(key, 0, key.length, block, 0);
        }
        innerStart.update(padded(block, 0x36), 0, Hasher.BLOCK);
        outerStart.update(padded(block, 0x5c), 0, Hasher.BLOCK);
    }

    /** Writes the MAC of the bytes; {@code out} is also used as working space, so it may not hold the message. */
    public void mac(byte[] bytes, int offset, int length, byte[] out, int outOffset) {
        work.resumeFrom(innerStart);
        work.update(bytes, offset, length);
        work.finish(out, outOffset);
        work.resumeFrom(outerStart);
        work.update(out, outOffset, Digest.LENGTH);
        work.finish(out, outOffset);
    }

    /** The MAC of the texts joined by line feeds (DR-1 §2). */
    public Hash of(String... texts) {
        byte[] message = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[Digest.LENGTH];
        mac(message, 0, message.length, out, 0);
        return Hash.of(out);
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = new byte[Hasher.BLOCK];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (key[i] ^ pad);
        }
        return block;
    }
}
