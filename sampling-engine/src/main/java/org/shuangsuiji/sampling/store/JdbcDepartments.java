package org.shuangsuiji.sampling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.Departments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDepartments implements Departments {
    private static final String COLUMNS = "d.id, d.path, d.code, d.name, d.level, d.function, d.region";

    private final JdbcClient jdbc;

    JdbcDepartments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Department> find(long id, Scope scope) {
        return jdbc.sql("select %s from office.department d where d.id = :id and d.path like :departments"
                        .formatted(COLUMNS))
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query(JdbcDepartments::department)
                .optional();
    }

    @Override
    public List<Department> in(Scope scope) {
        return jdbc.sql("select %s from office.department d where d.active and d.path like :departments order by d.path"
                        .formatted(COLUMNS))
                .param("departments", scope.departmentsLike())
                .query(JdbcDepartments::department)
                .list();
    }

    @Override
    public Department officeOf(Department department) {
        return jdbc.sql("""
                        select %s from office.department d
                        where :path like d.path || '%%' and d.level <> 'STATION'
                        order by length(d.path) desc limit 1""".formatted(COLUMNS))
                .param("path", department.path())
                .query(JdbcDepartments::department)
                .optional()
                .orElse(department);
    }

    @Override
    public String nextNumber(Department department, int year) {
        long counted = jdbc.sql("""
                        select min(other.id) from office.department mine
                        join office.department other on other.short_name = mine.short_name
                            and other.path like :office || '%'
                        where mine.id = :id and not exists (
                            select from office.department below
                            where below.path like :office || '_%' and below.level <> 'STATION'
                              and other.path like below.path || '%')""")
                .param("id", department.id())
                .param("office", officeOf(department).path())
                .query(Long.class)
                .single();
        int number = jdbc.sql("""
                        insert into sampling.campaign_number as n (department_id, year, last)
                        values (:department, :year, 1)
                        on conflict (department_id, year) do update set last = n.last + 1
                        returning last""")
                .param("department", counted)
                .param("year", year)
                .query(Integer.class)
                .single();
        String shortName = jdbc.sql("select short_name from office.department where id = :id")
                .param("id", department.id())
                .query(String.class)
                .single();
        return "%s抽查〔%d〕%d号".formatted(shortName, year, number);
    }

    private static Department department(ResultSet row, int number) throws SQLException {
        return new Department(
                row.getLong("id"),
                row.getString("path"),
                row.getString("code"),
                row.getString("name"),
                Department.Level.valueOf(row.getString("level")),
                row.getString("function"),
                new Region(row.getString("region")));
    }
}
