package org.shuangsuiji.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class RedrawBackfillDatabaseTests {

    @Test
    void redrawsAnnouncedBeforeAreToldAsTheirRulesSayAndNothingElseIs() throws SQLException {
        try (var database = OfficeDatabase.createEmpty()) {
            migrate(database, "119");
            try (var connection = database.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica"); // rows of other tables are left out
                draw(statement, 1, null, "{\"supersedes\":null,\"reason\":null}", "ABANDONED");
                draw(statement, 2, 1L, "{\"supersedes\":\"D-1\",\"reason\":\"原名单漏列一户\"}", "FAILED");
                draw(statement, 3, 2L, "{\"supersedes\":\"D-2\",\"reason\":\"随机源停市\"}", "DRAWN");
                draw(statement, 4, null, "{\"supersedes\":null,\"reason\":null}", "DRAWN");
                draw(statement, 5, 4L, "{\"supersedes\":null,\"reason\":null}", "COMMITTED");
            }
            migrate(database, "120");
            assertThat(told(database)).containsExactly("2 1 原名单漏列一户", "3 2 随机源停市");
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

    /** A campaign with its draw, both of this number, as they were announced. */
    private static void draw(Statement statement, long number, Long supersedes, String rule, String outcome)
            throws SQLException {
        boolean drawn = outcome.equals("DRAWN");
        boolean ended = outcome.equals("ABANDONED") || outcome.equals("FAILED");
        String digest = "repeat('%d', 64)".formatted(number);
        statement.execute("""
                insert into sampling.campaign (id, number, name, department_id, item_id, starts, ends, statuses,
                    subject_kinds, ungraded_reason, digest, team, cap, reserve_ratio, take_floor, supersedes,
                    supersede_reason, state, state_by, state_at, created_by, created_at)
                values (%1$d, 'C-%1$d', '任务', 1, 1, '2026-09-01', '2026-09-30', '{ACTIVE}', '{ENTERPRISE}', '试点',
                    'SHA_256', 2, 60, 0, 1, %2$s, %3$s, 'FROZEN', 'p', now(), 'p', now())
                """.formatted(number, supersedes, supersedes == null ? null : "'重抽'"));
        statement.execute("""
                insert into sampling.draw (id, campaign_id, office_id, office_code, serial, chain, commitment, name,
                    mode, digest, rule_json, first_due, state, committed_by, committed_at)
                values (%1$d, %1$d, 1, 'O', %1$d, repeat('%2$d', 64), %3$s, 'D-%1$d', 'OPEN', 'SHA_256',
                    convert_to('%4$s', 'UTF8'), now(), 'COMMITTED', 'p', now())
                """.formatted(number, number - 1, digest, rule));
        statement.execute("""
                insert into pub.campaign (campaign_id, number, name, department_name, item_name, targeted, starts, ends,
                    stage, frame_size, announced_at)
                values (%1$d, 'C-%1$d', 'C', 'O', 'I', false, '2026-09-01', '2026-09-30', 'ANNOUNCED', 1, now())
                """.formatted(number));
        statement.execute("""
                insert into pub.draw (draw_id, campaign_id, office_name, serial, mode, digest, rule_json, commitment,
                    committed_at, outcome, reason, ended_at, seed, visits, visit_root, result_digest, drawn_at)
                select id, campaign_id, 'O', serial, mode, digest, rule_json, commitment, committed_at, '%2$s',
                    %3$s, %4$s from sampling.draw where id = %1$d
                """.formatted(
                        number,
                        outcome,
                        ended ? "'名单有误', now()" : "null, null",
                        drawn ? "commitment, 1, '', commitment, now()" : "null, null, null, null, null"));
    }

    private static List<String> told(OfficeDatabase database) throws SQLException {
        List<String> told = new ArrayList<>();
        try (var connection = database.portal().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from pub.redraw order by draw_id")) {
            while (rows.next()) {
                told.add("%d %d %s".formatted(rows.getLong(1), rows.getLong(2), rows.getString(3)));
            }
        }
        return told;
    }
}
