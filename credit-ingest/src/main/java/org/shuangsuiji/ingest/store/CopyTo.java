package org.shuangsuiji.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Sends rows to a table by {@code COPY}. */
final class CopyTo {
    private CopyTo() {}

    static void copy(Connection connection, String table, String columns, BinaryRows rows) throws SQLException {
        if (rows.rows() == 0) {
            return;
        }
        rows.end();
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
        try {
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        rows.clear();
    }
}
