package org.shuangsuiji.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** {@code psql \copy} through the driver: the fastest way that PostgreSQL has for rows that are right already. */
record Copy(DataSource source) {

    /** Writes the rows of a query into a file, to be copied back elsewhere. */
    long out(String query, Path file) throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", out);
        }
    }

    /** Reads the rows of a query and drops them. */
    long toNowhere(String query) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)", OutputStream.nullOutputStream());
        }
    }

    /** Copies a file into a table, in a transaction of its own. */
    long in(String table, Path file) throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", in, 1 << 16);
        }
    }
}
