package org.shuangsuiji.risk.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.shuangsuiji.risk.scoring.Days;

/** Rows in the binary format of {@code COPY}, gathered in segments so that nothing is copied while it grows. */
final class CopyBuffer {
    private static final int SEGMENT = 1 << 20;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};
    private static final long EPOCH_SHIFT_SECONDS = CopyRows.EPOCH_SHIFT * 86_400L;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private final List<byte[]> full = new ArrayList<>();
    private final List<Integer> fullLengths = new ArrayList<>();
    private byte[] segment = new byte[SEGMENT];
    private int at;
    private int rows;

    /**
     * Begins a row.
     *
     * @param bytesMax more than the row can take
     */
    void row(int fields, int bytesMax) {
        if (at + bytesMax > segment.length) {
            full.add(segment);
            fullLengths.add(at);
            segment = new byte[Math.max(SEGMENT, bytesMax)];
            at = 0;
        }
        SHORT.set(segment, at, (short) fields);
        at += Short.BYTES;
        rows++;
    }

    int rows() {
        return rows;
    }

    void none() {
        length(-1);
    }

    void putLong(long value) {
        length(Long.BYTES);
        LONG.set(segment, at, value);
        at += Long.BYTES;
    }

    void putInt(int value) {
        length(Integer.BYTES);
        INT.set(segment, at, value);
        at += Integer.BYTES;
    }

    void putShort(int value) {
        length(Short.BYTES);
        SHORT.set(segment, at, (short) value);
        at += Short.BYTES;
    }

    void putDay(int day) {
        if (day == Days.NEVER) {
            none();
        } else {
            putInt(day - CopyRows.EPOCH_SHIFT);
        }
    }

    void putInstant(Instant instant) {
        putLong((instant.getEpochSecond() - EPOCH_SHIFT_SECONDS) * 1_000_000 + instant.getNano() / 1_000);
    }

    void putBytes(byte[] bytes, int from, int count) {
        length(count);
        System.arraycopy(bytes, from, segment, at, count);
        at += count;
    }

    void putTwoLongs(long high, long low) {
        length(2 * Long.BYTES);
        LONG.set(segment, at, high);
        LONG.set(segment, at + Long.BYTES, low);
        at += 2 * Long.BYTES;
    }

    private void length(int length) {
        INT.set(segment, at, length);
        at += Integer.BYTES;
    }

    /** Sends all rows. */
    void copyTo(Connection connection, String sql) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            for (int i = 0; i < full.size(); i++) {
                copy.writeToCopy(full.get(i), 0, fullLengths.get(i));
            }
            copy.writeToCopy(segment, 0, at);
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
