package org.shuangsuiji.console.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDepartments implements Departments {
    private final JdbcClient jdbc;

    JdbcDepartments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Department> find(long id) {
        return jdbc.sql("select * from office.department where id = :id and active")
                .param("id", id)
                .query(JdbcDepartments::read)
                .optional();
    }

    @Override
    public List<Department> list(Scope scope) {
        return jdbc.sql("""
                        select * from office.department where path like :departments and active
                        order by string_to_array(trim(both '/' from path), '/')::bigint[]
                        """)
                .param("departments", scope.departmentsLike())
                .query(JdbcDepartments::read)
                .list();
    }

    @Override
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('office.department', 0))::text")
                .query(String.class)
                .single();
    }

    @Override
    public boolean codeTaken(String code) {
        return jdbc.sql("select exists (select 1 from office.department where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean nameTaken(String name) {
        // no unique index: an office may have such twins already, and has to start all the same
        return jdbc.sql("""
                        select exists (
                            select 1 from office.department
                            where replace(normalize(name, NFKC), ' ', '') = replace(normalize(:name, NFKC), ' ', ''))
                        """).param("name", name).query(Boolean.class).single();
    }

    @Override
    public boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from office.department)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Department add(NewDepartment wanted) {
        return jdbc.sql("""
                        with fresh as (
                            select nextval(pg_get_serial_sequence('office.department', 'id')) as id
                        )
                        insert into office.department
                            (id, parent_id, path, code, name, short_name, level, function, region)
                        select f.id, nullif(:parent, 0),
                               coalesce((select p.path from office.department p where p.id = :parent), '/') || f.id || '/',
                               :code, :name, :shortName, :level, :function, :region
                        from fresh f
                        returning *
                        """)
                .param("parent", wanted.parentId())
                .param("code", wanted.code())
                .param("name", wanted.name())
                .param("shortName", wanted.shortName())
                .param("level", wanted.level().name())
                .param("function", wanted.function())
                .param("region", wanted.region())
                .query(JdbcDepartments::read)
                .single();
    }

    private static Department read(ResultSet row, int number) throws SQLException {
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
