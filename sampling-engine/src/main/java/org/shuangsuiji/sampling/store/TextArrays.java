package org.shuangsuiji.sampling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Lists of texts as PostgreSQL keeps them in one column. */
final class TextArrays {
    private TextArrays() {}

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
