package org.shuangsuiji.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationDatabaseTests {

    @Test
    void everyTableAndEveryColumnSaysWhatItIsFor() throws SQLException {
        try (var database = OfficeDatabase.create()) {
            assertThat(undescribed(database)).isEmpty();
        }
    }

    @Test
    void aTableWithoutAWordIsNoticed() throws SQLException {
        try (var database = OfficeDatabase.create()) {
            try (var connection = database.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create table office.offender (mute integer)");
            }
            assertThat(undescribed(database)).containsExactly("office.offender", "office.offender.mute");
        }
    }

    private static List<String> undescribed(OfficeDatabase database) throws SQLException {
        String sql = """
                select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as thing
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join lateral (
                    select null::name as attname, 0 as attnum
                    union all
                    select attname, attnum from pg_attribute
                    where attrelid = c.oid and attnum > 0 and not attisdropped
                ) a on true
                where c.relkind in ('r', 'p', 'v', 'm')
                  and not c.relispartition
                  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                  and c.relname <> 'flyway_schema_history'
                  and col_description(c.oid, a.attnum) is null
                  and (a.attnum > 0 or obj_description(c.oid, 'pg_class') is null)
                order by 1
                """;
        List<String> things = new ArrayList<>();
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                things.add(rows.getString(1));
            }
        }
        return things;
    }
}
