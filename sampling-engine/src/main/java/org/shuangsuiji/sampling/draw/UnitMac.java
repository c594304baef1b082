package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Mac;

/** The MACs of units under one label, {@code MAC(k, label, u, hex salt(u), …)}; belongs to one thread. */
final class UnitMac {
    static final int SALT = 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Mac mac;
    private final int unitAt;
    private byte[] message;

    UnitMac(Digest digest, byte[] key, String label) {
        mac = digest.mac(key);
        byte[] start = (label + "\n").getBytes(StandardCharsets.US_ASCII);
        unitAt = start.length;
        message = Arrays.copyOf(start, unitAt + Units.LENGTH + 2 + 2 * SALT);
    }

    /** The MAC of label and unit alone. */
    void ofUnit(byte[] units, int offset, byte[] out) {
        System.arraycopy(units, offset, message, unitAt, Units.LENGTH);
        mac.mac(message, 0, unitAt + Units.LENGTH, out, 0);
    }

    /** The MAC of label, unit and salt. */
    void ofSalted(byte[] units, int offset, byte[] salts, int saltOffset, byte[] out) {
        int length = writeSalted(units, offset, salts, saltOffset);
        mac.mac(message, 0, length, out, 0);
    }

    /** Sets unit and salt for the following calls of {@link #ofFurther}. */
    int writeSalted(byte[] units, int offset, byte[] salts, int saltOffset) {
        System.arraycopy(units, offset, message, unitAt, Units.LENGTH);
        int at = unitAt + Units.LENGTH;
        message[at++] = '\n';
        for (int i = saltOffset; i < saltOffset + SALT; i++) {
            message[at++] = HEX[salts[i] >> 4 & 15];
            message[at++] = HEX[salts[i] & 15];
        }
        return at;
    }

    /** The MAC of label, the unit and salt last set, and one text more; {@code saltedLength} as they were set. */
    void ofFurther(int saltedLength, byte[] text, byte[] out, int outOffset) {
        int length = saltedLength + 1 + text.length;
        if (length > message.length) {
            message = Arrays.copyOf(message, length * 2);
        }
        message[saltedLength] = '\n';
        System.arraycopy(text, 0, message, saltedLength + 1, text.length);
        mac.mac(message, 0, length, out, outOffset);
    }
}
