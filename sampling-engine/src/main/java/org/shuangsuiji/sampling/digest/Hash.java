package org.shuangsuiji.sampling.digest;

import java.util.HexFormat;

/** Thirty-two bytes, written as 64 lower-case hexadecimal digits: a root, a seed, a ticket, a commitment. */
public record Hash(String hex) implements Comparable<Hash> {
    private static final HexFormat HEX = HexFormat.of();

    /** What stands for "the commitment before the first". */
    public static final Hash ZEROS = new Hash("0".repeat(2 * Digest.LENGTH));

    public Hash {
        if (!isHash(hex)) {
            throw new IllegalArgumentException("expected 64 digits of 0-9a-f, found '%s'".formatted(shortened(hex)));
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(HEX.formatHex(bytes));
    }

    public static Hash at(byte[] bytes, int offset) {
        return new Hash(HEX.formatHex(bytes, offset, offset + Digest.LENGTH));
    }

    public byte[] bytes() {
        return HEX.parseHex(hex);
    }

    /** Hexadecimal digits sort as the bytes they stand for. */
    @Override
    public int compareTo(Hash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    /** Written out, since a draw makes hundreds of thousands of these. */
    private static boolean isHash(String text) {
        if (text.length() != 2 * Digest.LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
