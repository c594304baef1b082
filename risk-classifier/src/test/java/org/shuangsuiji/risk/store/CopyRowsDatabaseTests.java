package org.shuangsuiji.risk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.db.OfficeDatabase;

class CopyRowsDatabaseTests {
    private static final int TIMES = 300;

    @Test
    void whoStopsInTheMiddleLeavesTheConnectionFitForTheNext() throws SQLException {
        try (OfficeDatabase database = OfficeDatabase.create();
                Connection connection = database.app().getConnection()) {
            for (int rows = 1; rows <= TIMES; rows++) {
                String sql =
                        "copy (select n::int8 from generate_series(1, %d) n) to stdout (format binary)".formatted(rows);
                try (CopyRows copied = new CopyRows(connection, sql)) {
                    assertThat(copied.next()).isTrue();
                }
                assertThat(one(connection, rows)).isEqualTo(rows);
            }
        }
    }

    private static int one(Connection connection, int number) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select " + number)) {
            row.next();
            return row.getInt(1);
        }
    }
}
