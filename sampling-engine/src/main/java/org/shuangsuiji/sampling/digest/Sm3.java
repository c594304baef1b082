package org.shuangsuiji.sampling.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** SM3, GB/T 32905-2016: section numbers below are those of the standard. */
final class Sm3 extends Hasher {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LENGTH_AT = BLOCK - Long.BYTES;

    /** 4.1, the initial value. */
    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };

    /** 4.2, the constant of each round, already rotated by the round's number. */
    private static final int[] ROUND = new int[64];

    static {
        for (int j = 0; j < ROUND.length; j++) {
            ROUND[j] = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
        }
    }

    private final int[] state = START.clone();
    private final int[] words = new int[68];
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long total;

    @Override
    public void update(byte[] bytes, int offset, int length) {
        total += length;
        int from = offset;
        int end = offset + length;
        if (filled > 0) {
            int taken = Math.min(length, BLOCK - filled);
            System.arraycopy(bytes, from, block, filled, taken);
            filled += taken;
            from += taken;
            if (filled < BLOCK) {
                return;
            }
            compress(block, 0);
            filled = 0;
        }
        for (; end - from >= BLOCK; from += BLOCK) {
            compress(bytes, from);
        }
        filled = end - from;
        System.arraycopy(bytes, from, block, 0, filled);
    }

    /** 5.2, padding; then 5.3. */
    @Override
    public void finish(byte[] out, int offset) {
        block[filled++] = (byte) 0x80;
        if (filled > LENGTH_AT) {
            Arrays.fill(block, filled, BLOCK, (byte) 0);
            compress(block, 0);
            filled = 0;
        }
        Arrays.fill(block, filled, LENGTH_AT, (byte) 0);
        LONGS.set(block, LENGTH_AT, total * Byte.SIZE);
        compress(block, 0);
        for (int i = 0; i < state.length; i++) {
            INTS.set(out, offset + i * Integer.BYTES, state[i]);
        }
        System.arraycopy(START, 0, state, 0, state.length);
        filled = 0;
        total = 0;
    }

    @Override
    void resumeFrom(Hasher other) {
        Sm3 from = (Sm3) other;
        System.arraycopy(from.state, 0, state, 0, state.length);
        System.arraycopy(from.block, 0, block, 0, from.filled);
        filled = from.filled;
        total = from.total;
    }

    /**
     * 5.3.2 and 5.3.3. Four rounds to a turn: after four rounds every word stands in its own variable again, so
     * that nothing is moved about.
     */
    private void compress(byte[] in, int at) {
        int[] w = words;
        for (int j = 0; j < 16; j++) {
            w[j] = (int) INTS.get(in, at + j * Integer.BYTES);
        }
        for (int j = 16; j < 68; j++) {
            w[j] = p1(w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15))
                    ^ Integer.rotateLeft(w[j - 13], 7)
                    ^ w[j - 6];
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int j = 0; j < 16; j += 4) {
            int x = Integer.rotateLeft(a, 12);
            int s = Integer.rotateLeft(x + e + ROUND[j], 7);
            d += (a ^ b ^ c) + (s ^ x) + (w[j] ^ w[j + 4]);
            h = p0(h + (e ^ f ^ g) + s + w[j]);
            b = Integer.rotateLeft(b, 9);
            f = Integer.rotateLeft(f, 19);

            x = Integer.rotateLeft(d, 12);
            s = Integer.rotateLeft(x + h + ROUND[j + 1], 7);
            c += (d ^ a ^ b) + (s ^ x) + (w[j + 1] ^ w[j + 5]);
            g = p0(g + (h ^ e ^ f) + s + w[j + 1]);
            a = Integer.rotateLeft(a, 9);
            e = Integer.rotateLeft(e, 19);

            x = Integer.rotateLeft(c, 12);
            s = Integer.rotateLeft(x + g + ROUND[j + 2], 7);
            b += (c ^ d ^ a) + (s ^ x) + (w[j + 2] ^ w[j + 6]);
            f = p0(f + (g ^ h ^ e) + s + w[j + 2]);
            d = Integer.rotateLeft(d, 9);
            h = Integer.rotateLeft(h, 19);

            x = Integer.rotateLeft(b, 12);
            s = Integer.rotateLeft(x + f + ROUND[j + 3], 7);
            a += (b ^ c ^ d) + (s ^ x) + (w[j + 3] ^ w[j + 7]);
            e = p0(e + (f ^ g ^ h) + s + w[j + 3]);
            c = Integer.rotateLeft(c, 9);
            g = Integer.rotateLeft(g, 19);
        }
        for (int j = 16; j < 64; j += 4) {
            int x = Integer.rotateLeft(a, 12);
            int s = Integer.rotateLeft(x + e + ROUND[j], 7);
            d += majority(a, b, c) + (s ^ x) + (w[j] ^ w[j + 4]);
            h = p0(h + choice(e, f, g) + s + w[j]);
            b = Integer.rotateLeft(b, 9);
            f = Integer.rotateLeft(f, 19);

            x = Integer.rotateLeft(d, 12);
            s = Integer.rotateLeft(x + h + ROUND[j + 1], 7);
            c += majority(d, a, b) + (s ^ x) + (w[j + 1] ^ w[j + 5]);
            g = p0(g + choice(h, e, f) + s + w[j + 1]);
            a = Integer.rotateLeft(a, 9);
            e = Integer.rotateLeft(e, 19);

            x = Integer.rotateLeft(c, 12);
            s = Integer.rotateLeft(x + g + ROUND[j + 2], 7);
            b += majority(c, d, a) + (s ^ x) + (w[j + 2] ^ w[j + 6]);
            f = p0(f + choice(g, h, e) + s + w[j + 2]);
            d = Integer.rotateLeft(d, 9);
            h = Integer.rotateLeft(h, 19);

            x = Integer.rotateLeft(b, 12);
            s = Integer.rotateLeft(x + f + ROUND[j + 3], 7);
            a += majority(b, c, d) + (s ^ x) + (w[j + 3] ^ w[j + 7]);
            e = p0(e + choice(f, g, h) + s + w[j + 3]);
            c = Integer.rotateLeft(c, 9);
            g = Integer.rotateLeft(g, 19);
        }
        state[0] ^= a;
        state[1] ^= b;
        state[2] ^= c;
        state[3] ^= d;
        state[4] ^= e;
        state[5] ^= f;
        state[6] ^= g;
        state[7] ^= h;
    }

    /** 4.3, FF from round 16 on. */
    private static int majority(int x, int y, int z) {
        return (x & y) | (z & (x | y));
    }

    /** 4.3, GG from round 16 on. */
    private static int choice(int x, int y, int z) {
        return z ^ (x & (y ^ z));
    }

    /** 4.4. */
    private static int p0(int x) {
        return x ^ Integer.rotateLeft(x, 9) ^ Integer.rotateLeft(x, 17);
    }

    /** 4.4. */
    private static int p1(int x) {
        return x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
    }
}
