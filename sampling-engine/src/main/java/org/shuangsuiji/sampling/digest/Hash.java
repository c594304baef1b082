package org.shuangsuiji.sampling.digest;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Thirty-two bytes, written as 64 lower-case hexadecimal digits: a root, a seed, a ticket, a commitment. */
public record Hash(String hex) implements Comparable<Hash> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();

    /** What stands for "the commitment before the first". */
    public static final Hash ZEROS = new Hash("0".repeat(2 * Digest.LENGTH));

    public Hash {
        if (!FORM.matcher(hex).matches()) {
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

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
