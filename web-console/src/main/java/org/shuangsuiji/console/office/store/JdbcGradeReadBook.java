package org.shuangsuiji.console.office.store;

import java.time.OffsetDateTime;
import java.util.List;
import org.shuangsuiji.console.office.GradeReadBook;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGradeReadBook implements GradeReadBook {
    private final JdbcClient jdbc;

    JdbcGradeReadBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Look> find(Question question, Scope scope, int limit) {
        return jdbc.sql("""
                        select g.*, coalesce(p.name, c.name, g.reader) as name
                        from office.grade_read g
                        left join office.person p on p.account = g.reader
                        left join office.api_client c on 'api:' || c.name = g.reader
                        left join office.department d on d.id = coalesce(p.department_id, c.department_id)
                        where %s
                          and (:reader::text is null or g.reader = :reader)
                          and (:what::text is null or g.what = :what)
                          and (:before::bigint is null or g.id < :before)
                        order by g.id desc
                        limit :limit
                        """.formatted(AsSeenBy.VISIBLE))
                .param("departments", scope.departmentsLike())
                .param("root", AsSeenBy.root(scope, jdbc))
                .param("reader", question.reader())
                .param("what", question.what())
                .param("before", question.before())
                .param("limit", limit)
                .query((row, number) -> new Look(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("reader"),
                        row.getString("name"),
                        GradeReads.Purpose.valueOf(row.getString("purpose")),
                        row.getString("what")))
                .list();
    }
}
