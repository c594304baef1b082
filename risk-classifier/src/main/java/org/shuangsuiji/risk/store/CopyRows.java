package org.shuangsuiji.risk.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.shuangsuiji.risk.scoring.Days;

/**
 * Reads {@code COPY … TO STDOUT (FORMAT BINARY)} row by row and field by field, without an object per row or field.
 *
 * <p>PostgreSQL sends one message per row ("always one per row", documentation of the protocol, COPY operations).
 */
final class CopyRows implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    /** Days from 1970-01-01 to 2000-01-01, where PostgreSQL begins to count. */
    static final int EPOCH_SHIFT = 10957;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private final CopyOut copy;
    private byte[] row = new byte[0];
    private int at;
    private boolean headerRead;

    CopyRows(Connection connection, String sql) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    /** Goes to the next row; false when there is none. */
    boolean next() throws SQLException {
        while (true) {
            byte[] message = copy.readFromCopy();
            if (message == null) {
                return false;
            }
            row = message;
            at = 0;
            if (!headerRead) {
                readHeader();
                if (at == row.length) {
                    continue;
                }
            }
            short fields = (short) SHORT.get(row, at);
            at += Short.BYTES;
            if (fields >= 0) {
                return true;
            }
        }
    }

    private void readHeader() {
        for (byte expected : SIGNATURE) {
            if (row[at++] != expected) {
                throw new IllegalStateException("The server did not answer COPY in its binary format");
            }
        }
        at += Integer.BYTES; // flags
        at += Integer.BYTES + (int) INT.get(row, at); // extension, empty so far
        headerRead = true;
    }

    private int length() {
        int length = (int) INT.get(row, at);
        at += Integer.BYTES;
        return length;
    }

    long longOr(long ifNull) {
        int length = length();
        if (length < 0) {
            return ifNull;
        }
        long value = (long) LONG.get(row, at);
        at += length;
        return value;
    }

    int intOr(int ifNull) {
        int length = length();
        if (length < 0) {
            return ifNull;
        }
        int value = (int) INT.get(row, at);
        at += length;
        return value;
    }

    short shortOr(short ifNull) {
        int length = length();
        if (length < 0) {
            return ifNull;
        }
        short value = (short) SHORT.get(row, at);
        at += length;
        return value;
    }

    /** A date as a number of days since 1970-01-01; the infinite ones are never and long ago. */
    int dayOr(int ifNull) {
        int length = length();
        if (length < 0) {
            return ifNull;
        }
        int value = (int) INT.get(row, at);
        at += length;
        return value == Integer.MAX_VALUE || value == Integer.MIN_VALUE ? value : value + EPOCH_SHIFT;
    }

    int dayOrNever() {
        return dayOr(Days.NEVER);
    }

    /** A field of sixteen bytes. */
    long[] digest() {
        int length = length();
        long[] digest = {(long) LONG.get(row, at), (long) LONG.get(row, at + Long.BYTES)};
        at += length;
        return digest;
    }

    /** A field of bytes that is never null. */
    byte[] bytes() {
        int length = length();
        byte[] bytes = Arrays.copyOfRange(row, at, at + length);
        at += length;
        return bytes;
    }

    /** A field of text that is never null. */
    String text() {
        int length = length();
        String text = new String(row, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A number that stands for a field of bytes, see {@link #hash}. */
    long bytesHash() {
        int length = length();
        long hash = hash(row, at, length);
        at += length;
        return hash;
    }

    /** FNV-1a over some bytes. */
    static long hash(byte[] bytes, int from, int count) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < from + count; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        return hash;
    }

    /**
     * Takes what is left, too: a request to cancel may reach the server after its last row, and would break off whatever the
     * connection does next.
     */
    @Override
    public void close() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            // nobody wants it any more
        }
    }
}
