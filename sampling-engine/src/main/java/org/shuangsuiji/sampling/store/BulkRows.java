package org.shuangsuiji.sampling.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Rows on their way into a table by COPY, in the connection of the current transaction. */
final class BulkRows {
    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private byte[] buffer = new byte[2 * BUFFER];
    private int length;
    private boolean lineStarted;

    private BulkRows(CopyIn copy) {
        this.copy = copy;
    }

    /** Copies what {@code rows} writes into the named columns. */
    static void into(DataSource source, String tableAndColumns, Consumer<BulkRows> rows) {
        withConnection(source, connection -> {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s from stdin".formatted(tableAndColumns));
            try {
                BulkRows bulk = new BulkRows(copy);
                rows.accept(bulk);
                bulk.flush();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    BulkRows put(@Nullable String text) {
        separate();
        byte[] bytes = text == null ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
        room(2 * bytes.length);
        for (byte b : bytes) {
            char escaped = text == null ? PLAIN : escaped(b);
            if (escaped == PLAIN) {
                buffer[length++] = b;
            } else {
                buffer[length++] = '\\';
                buffer[length++] = (byte) escaped;
            }
        }
        return this;
    }

    BulkRows put(long number) {
        separate();
        byte[] digits = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        room(digits.length);
        System.arraycopy(digits, 0, buffer, length, digits.length);
        length += digits.length;
        return this;
    }

    void end() {
        room(1);
        buffer[length++] = '\n';
        lineStarted = false;
        if (length >= BUFFER) {
            flush();
        }
    }

    private static final byte[] NOTHING = {'\\', 'N'};
    private static final char PLAIN = 0;

    /** What stands behind a backslash for this byte, unless it stands for itself. */
    private static char escaped(byte b) {
        return switch (b) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> PLAIN;
        };
    }

    private void separate() {
        if (lineStarted) {
            room(1);
            buffer[length++] = '\t';
        }
        lineStarted = true;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer, 0, length);
            length = 0;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("COPY was refused", e);
        }
    }

    /** Work on the connection of the current transaction. */
    interface Work {
        void with(Connection connection) throws SQLException;
    }

    static void withConnection(DataSource source, Work work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            work.with(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("COPY failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
