package org.shuangsuiji.console.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.console.office.InspectorEntries;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInspectorEntries implements InspectorEntries {
    private static final String SELECT = """
            select i.inspector_id, i.staff_no, i.name, i.department_name, i.department_path,
                   i.state = 'ACTIVE' as active, p.id as person_id,
                   case when d.path like :departments then p.account end as account
            from sampling.read_inspector i
            left join office.person p on p.inspector_id = i.inspector_id
            left join office.department d on d.id = p.department_id
            where i.department_path like :departments
            """;

    private final JdbcClient jdbc;

    JdbcInspectorEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Entry> find(long id, Scope scope) {
        return jdbc.sql(SELECT + "and i.inspector_id = :id")
                .param("departments", scope.departmentsLike())
                .param("id", id)
                .query(JdbcInspectorEntries::entry)
                .optional();
    }

    @Override
    public List<Entry> active(Scope scope) {
        return jdbc.sql(SELECT + "and i.state = 'ACTIVE' order by i.staff_no collate \"C\"")
                .param("departments", scope.departmentsLike())
                .query(JdbcInspectorEntries::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("inspector_id"),
                row.getString("staff_no"),
                row.getString("name"),
                row.getString("department_name"),
                row.getString("department_path"),
                row.getBoolean("active"),
                row.getObject("person_id", Long.class),
                row.getString("account"));
    }
}
