package org.shuangsuiji.ingest.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the format of {@code COPY … BINARY}, which the server takes in without parsing text. */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int TEXT_OID = 25;
    private static final int UTF8_MAX = 3;
    private static final long EPOCH_DAYS = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECONDS = EPOCH_DAYS * 86_400;
    private static final int ABSENT = -1;

    private byte[] bytes;
    private int length;
    private int rows;

    BinaryRows(int capacity) {
        bytes = new byte[capacity];
        clear();
    }

    void clear() {
        length = 0;
        rows = 0;
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        writeInt(0);
        writeInt(0);
    }

    int rows() {
        return rows;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    BinaryRows begin(int fields) {
        rows++;
        room(2);
        writeShort(fields);
        return this;
    }

    void end() {
        room(2);
        writeShort(ABSENT);
    }

    BinaryRows text(@Nullable String value) {
        if (value == null) {
            return absent();
        }
        room(4 + value.length() * UTF8_MAX);
        int at = length;
        length += 4;
        writeUtf8(value);
        writeIntAt(at, length - at - 4);
        return this;
    }

    BinaryRows texts(@Nullable List<String> values) {
        if (values == null) {
            return absent();
        }
        room(4 + 20);
        int at = length;
        length += 4;
        writeInt(values.isEmpty() ? 0 : 1);
        writeInt(0);
        writeInt(TEXT_OID);
        if (!values.isEmpty()) {
            writeInt(values.size());
            writeInt(1);
        }
        for (String value : values) {
            text(value);
        }
        writeIntAt(at, length - at - 4);
        return this;
    }

    /** A JSON text as jsonb: one byte for the version of the format goes before it. */
    BinaryRows json(@Nullable String value) {
        if (value == null) {
            return absent();
        }
        room(5 + value.length() * UTF8_MAX);
        int at = length;
        length += 4;
        bytes[length++] = 1;
        writeUtf8(value);
        writeIntAt(at, length - at - 4);
        return this;
    }

    BinaryRows int2(@Nullable Short value) {
        if (value == null) {
            return absent();
        }
        room(6);
        writeInt(2);
        writeShort(value);
        return this;
    }

    BinaryRows int4(int value) {
        room(8);
        writeInt(4);
        writeInt(value);
        return this;
    }

    BinaryRows int8(@Nullable Long value) {
        if (value == null) {
            return absent();
        }
        room(12);
        writeInt(8);
        writeLong(value);
        return this;
    }

    BinaryRows bool(boolean value) {
        room(5);
        writeInt(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    BinaryRows day(@Nullable LocalDate value) {
        return value == null ? absent() : int4((int) (value.toEpochDay() - EPOCH_DAYS));
    }

    BinaryRows instant(Instant value) {
        return int8((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    BinaryRows uuid(@Nullable UUID value) {
        if (value == null) {
            return absent();
        }
        room(20);
        writeInt(16);
        writeLong(value.getMostSignificantBits());
        writeLong(value.getLeastSignificantBits());
        return this;
    }

    private BinaryRows absent() {
        room(4);
        writeInt(ABSENT);
        return this;
    }

    private void writeUtf8(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xc0 | c >> 6);
                bytes[length++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isSurrogate(c)) {
                byte[] rest = value.substring(i).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(rest, 0, bytes, length, rest.length);
                length += rest.length;
                return;
            } else {
                bytes[length++] = (byte) (0xe0 | c >> 12);
                bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3f));
                bytes[length++] = (byte) (0x80 | (c & 0x3f));
            }
        }
    }

    private void writeShort(int value) {
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void writeInt(int value) {
        writeIntAt(length, value);
        length += 4;
    }

    private void writeIntAt(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void writeLong(long value) {
        writeInt((int) (value >> 32));
        writeInt((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
