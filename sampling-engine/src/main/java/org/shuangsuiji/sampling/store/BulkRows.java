package org.shuangsuiji.sampling.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Rows on their way into or out of a table by COPY, in the connection of the current transaction. */
final class BulkRows {
    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER + 1024);
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

    /** Copies the answer of a query out, tab-separated, one line for each row. */
    static void outOf(DataSource source, String query, OutputStream out) {
        withConnection(source, connection -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (%s) to stdout".formatted(query), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    BulkRows put(@Nullable String text) {
        separate();
        if (text == null) {
            buffer.writeBytes(NOTHING);
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            switch (b) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> buffer.write(b);
            }
        }
        return this;
    }

    BulkRows put(long number) {
        separate();
        buffer.writeBytes(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    void end() {
        buffer.write('\n');
        lineStarted = false;
        if (buffer.size() >= BUFFER) {
            flush();
        }
    }

    private static final byte[] NOTHING = {'\\', 'N'};

    private void escape(char sign) {
        buffer.write('\\');
        buffer.write(sign);
    }

    private void separate() {
        if (lineStarted) {
            buffer.write('\t');
        }
        lineStarted = true;
    }

    private void flush() {
        try {
            byte[] bytes = buffer.toByteArray();
            copy.writeToCopy(bytes, 0, bytes.length);
            buffer.reset();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("COPY was refused", e);
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private static void withConnection(DataSource source, Work work) {
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
