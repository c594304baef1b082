package org.shuangsuiji.ingest.offender;

import java.sql.Connection;
import java.sql.SQLException;

/** Offends: only a store talks to the database. */
public class FaceWithSql {
    boolean open(Connection connection) throws SQLException {
        return !connection.isClosed();
    }
}
