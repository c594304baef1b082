package org.shuangsuiji.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.db.OfficeDatabase;

class PortalRoleDatabaseTests {
    private static final String DENIED = "42501";

    @Test
    void thePublicRoleReadsSchemaPubAndNothingElse() throws SQLException {
        try (var database = OfficeDatabase.create()) {
            Map<String, String> wrong = new LinkedHashMap<>();
            List<String> relations = relations(database);
            assertThat(relations).contains("office.person", "office.ledger_entry");
            for (String relation : relations) {
                String answer = select(database, relation);
                if (relation.startsWith("pub.") != answer.equals("readable")) {
                    wrong.put(relation, answer);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void thePublicRoleWritesNowhereAndOwnsNothing() throws SQLException {
        try (var database = OfficeDatabase.create();
                var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm', 'f')
                          and n.nspname !~ '^(pg_|information_schema)'
                          and has_table_privilege('shuangsuiji_portal', c.oid, 'insert, update, delete, truncate')
                        union all
                        select n.nspname from pg_namespace n
                        where n.nspname !~ '^pg_' and has_schema_privilege('shuangsuiji_portal', n.oid, 'create')
                        """)) {
            assertThat(rows.next() ? rows.getString(1) : "nothing").isEqualTo("nothing");
        }
    }

    /** The application was started on this database: its roles were let in. */
    private static void started(OfficeDatabase database) {
        Migration.run(
                new Access(database.url(), database.user(), database.password()),
                new DatabaseSettings("app-of-the-tests", "portal-of-the-tests", 1, 1, Duration.ofSeconds(5)));
    }

    @Test
    void thePublicRoleCannotMakeEvenATemporaryTable() throws SQLException {
        try (var database = OfficeDatabase.create()) {
            started(database);
            assertThat(ends(database.portal(), "create temporary table own (number integer)"))
                    .isEqualTo(DENIED);
            assertThat(ends(database.portal(), "select count(*) from pub.result"))
                    .isEqualTo("done");
        }
    }

    @Test
    void theConsoleStillMakesItsTemporaryTables() throws SQLException {
        try (var database = OfficeDatabase.create()) {
            started(database);
            assertThat(ends(database.app(), "create temporary table own (number integer)"))
                    .isEqualTo("done");
        }
    }

    private static String ends(DataSource role, String sql) throws SQLException {
        try (var connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return "done";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    @Test
    void aTableOpenedByMistakeIsNoticed() throws SQLException {
        try (var database = OfficeDatabase.create()) {
            try (var connection = database.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("grant usage on schema office to shuangsuiji_portal");
                statement.execute("grant select on office.person to shuangsuiji_portal");
            }
            assertThat(select(database, "office.person")).isEqualTo("readable");
        }
    }

    private static List<String> relations(OfficeDatabase database) throws SQLException {
        List<String> relations = new ArrayList<>();
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where (c.relkind in ('r', 'p', 'v', 'm', 'f') or c.relkind = 'S' and n.nspname <> 'pub')
                          and n.nspname !~ '^(pg_|information_schema)'
                        order by 1
                        """)) {
            while (rows.next()) {
                relations.add(rows.getString(1));
            }
        }
        return relations;
    }

    private static String select(OfficeDatabase database, String relation) throws SQLException {
        try (var connection = database.portal().getConnection();
                var statement = connection.createStatement()) {
            statement.executeQuery("select * from " + relation + " limit 1").close();
            return "readable";
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(relation).isEqualTo(DENIED);
            return "denied";
        }
    }
}
