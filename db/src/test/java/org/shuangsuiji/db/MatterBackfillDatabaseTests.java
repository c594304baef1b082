package org.shuangsuiji.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MatterBackfillDatabaseTests {

    @Test
    void versionsPublishedBeforeBecomePublicAndDraftsDoNot() throws SQLException {
        try (var database = OfficeDatabase.createEmpty()) {
            migrate(database, "154");
            try (var connection = database.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("""
                        insert into office.department (id, parent_id, path, code, name, short_name, level, function,
                            region)
                        values (1, null, '/1/', '150500-XYB', '市信用办', '信用办', 'CITY', '信用', '150500')
                        """);
                statement.execute("""
                        insert into ingest.matter_list (id, department_id, number, effective_on, published_by,
                            published_at)
                        values (7, 1, 1, '2026-11-01', 'credit', now())
                        """);
                statement.execute("""
                        insert into ingest.matter (list_id, change, department_id, code, name, kinds, fields, basis,
                            frequency, share, open)
                        values (7, 'ADDED', 1, 'A-01', '行政许可和处罚', 'PERMIT,PENALTY', '文书号', '依据', '每月',
                            'CONDITIONAL', false)
                        """);
                statement.execute("""
                        insert into ingest.matter_draft (department_id, code, removal, name, kinds, fields, basis,
                            frequency, share, open, state, entered_by, entered_at)
                        values (1, 'A-02', false, '草稿', 'PERMIT', '文书号', '依据', '每月', 'CONDITIONAL', false,
                            'HANDED_IN', 'planner', now())
                        """);
            }
            migrate(database, "160");
            try (var connection = database.portal().getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select l.department_name, l.number, m.code, m.kinds[2] as kind, m.department_name
                            from pub.matter_list l join pub.matter m on m.list_id = l.list_id
                            """)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("department_name")).isEqualTo("市信用办");
                assertThat(row.getInt("number")).isEqualTo(1);
                assertThat(row.getString("code")).isEqualTo("A-01");
                assertThat(row.getString("kind")).isEqualTo("PENALTY");
                assertThat(row.next()).isFalse();
            }
        }
    }

    private static void migrate(OfficeDatabase database, String version) {
        Flyway.configure()
                .dataSource(database.owner())
                .schemas("office")
                .defaultSchema("office")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
