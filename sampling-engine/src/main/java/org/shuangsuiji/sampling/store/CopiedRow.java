package org.shuangsuiji.sampling.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A row as {@code COPY … TO STDOUT (FORMAT BINARY)} sends it, whose fields are taken in order.
 *
 * <p>The server goes on while a row is being read here, and makes no text of numbers and bytes. It sends one message
 * per row (documentation of the protocol, COPY operations).
 */
final class CopiedRow {
    private static final int SIGNATURE = 11;
    private static final int FLAGS = Integer.BYTES;
    private static final int ABSENT = -1;

    private ByteBuffer message = ByteBuffer.allocate(0);

    private CopiedRow() {}

    /** Reads the answer of a query in the connection of the current transaction. */
    static void each(DataSource source, String query, Consumer<CopiedRow> reader) {
        BulkRows.withConnection(source, connection -> each(connection, query, reader));
    }

    private static void each(Connection connection, String query, Consumer<CopiedRow> reader) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (%s) to stdout (format binary)".formatted(query));
        try {
            var row = new CopiedRow();
            boolean begun = false;
            for (byte[] bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
                row.message = ByteBuffer.wrap(bytes);
                if (!begun) {
                    row.skipHeader();
                    begun = true;
                }
                if (row.message.hasRemaining() && row.message.getShort() != ABSENT) {
                    reader.accept(row);
                }
            }
        } finally {
            // a request to cancel may come after the last row, and break off what the connection does next
            while (copy.isActive() && copy.readFromCopy() != null) {
                // nobody wants it any more
            }
        }
    }

    private void skipHeader() {
        message.position(SIGNATURE + FLAGS);
        int extension = message.getInt();
        message.position(message.position() + extension);
    }

    long number() {
        int length = message.getInt();
        return switch (length) {
            case Short.BYTES -> message.getShort();
            case Integer.BYTES -> message.getInt();
            case Long.BYTES -> message.getLong();
            default -> throw new IllegalStateException("Expected a number, found %d bytes".formatted(length));
        };
    }

    @Nullable
    String text() {
        int length = message.getInt();
        if (length == ABSENT) {
            return null;
        }
        String text = new String(message.array(), message.position(), length, StandardCharsets.UTF_8);
        message.position(message.position() + length);
        return text;
    }

    byte[] bytes() {
        byte[] bytes = new byte[message.getInt()];
        message.get(bytes);
        return bytes;
    }

    /** An array of one dimension without nulls. */
    long[] numbers() {
        ByteBuffer array = ByteBuffer.wrap(bytes());
        array.position(3 * Integer.BYTES); // dimensions, whether there are nulls, type
        long[] numbers = new long[array.getInt()];
        array.getInt(); // first subscript
        for (int i = 0; i < numbers.length; i++) {
            array.getInt(); // length
            numbers[i] = array.getLong();
        }
        return numbers;
    }
}
