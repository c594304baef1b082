package org.shuangsuiji.risk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.EnterpriseFacts;
import org.shuangsuiji.risk.GradeReport;
import org.shuangsuiji.risk.model.Relation;
import org.shuangsuiji.risk.scoring.CountedRecord;
import org.shuangsuiji.risk.scoring.Days;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;
import org.shuangsuiji.risk.scoring.Relations;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** One enterprise through the same queries and columns as a million of them, and its records in words. */
@Repository
class JdbcEnterpriseFacts implements EnterpriseFacts {
    private static final int RELATED_MAX = 20;

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    JdbcEnterpriseFacts(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Facts> of(long enterpriseId, ExtractionPlan plan, Scope scope) {
        Optional<GradeReport.Subject> subject = subject("e.enterprise_id = :key", enterpriseId, scope);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        Features features = features(enterpriseId, plan);
        if (features.size() == 0) {
            return Optional.empty();
        }
        Map<Long, GradeReport.RecordText> texts = new LinkedHashMap<>();
        List<CountedRecord> records = new ArrayList<>();
        for (GradeReport.RecordText text : records(enterpriseId)) {
            texts.put(text.id(), text);
            records.add(counted(text, plan));
        }
        return Optional.of(new Facts(subject.get(), features, records, texts, related(enterpriseId, plan, scope)));
    }

    @Override
    public Optional<GradeReport.Subject> byCode(String creditCode, Scope scope) {
        return subject("e.credit_code = :key", creditCode, scope);
    }

    private Optional<GradeReport.Subject> subject(String condition, Object key, Scope scope) {
        String sql = """
                select e.enterprise_id as id, e.name, e.credit_code, e.region, e.section, e.industry, e.status,
                       e.established
                from ingest.read_enterprise e
                where %s and %s
                """.formatted(condition, InScope.SQL);
        return jdbc.sql(sql)
                .param("key", key)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(GradeReport.Subject.class)
                .optional();
    }

    private Features features(long enterpriseId, ExtractionPlan plan) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            var extract = new Extract(plan);
            var relations = new Relations(plan);
            String only = "e.enterprise_id = " + enterpriseId;
            String near = FeedSql.near("select %d::bigint".formatted(enterpriseId), plan.steps());
            if (!plan.relations().isEmpty()) {
                String related = "e.enterprise_id in (%s)"
                        .formatted(FeedSql.relatedTo("ingest.read_enterprise v where v.enterprise_id = " + enterpriseId)
                                + " union (" + near + ")");
                extract.living(connection, related, relations);
                extract.relatedRecords(connection, related, relations);
                extract.edges(connection, "v.enterprise_id in (" + near + ")", relations);
            }
            relations.close();
            return extract.features(connection, only, "r.enterprise_id = " + enterpriseId, 1, relations);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "The facts of enterprise %d could not be read".formatted(enterpriseId), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private List<GradeReport.RecordText> records(long enterpriseId) {
        String sql = """
                select record_id, kind, event_day, ends_on, repaired_on, withdrawn_on, severity, amount_fen,
                       amount_unknown, category, document_no, authority, summary
                from ingest.read_record
                where enterprise_id = :id and known_to is null
                order by event_day desc, record_id desc
                """;
        return jdbc.sql(sql)
                .param("id", enterpriseId)
                .query((row, i) -> new GradeReport.RecordText(
                        row.getLong("record_id"),
                        RecordKind.of(row.getInt("kind")),
                        row.getObject("event_day", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("repaired_on", LocalDate.class),
                        row.getObject("withdrawn_on", LocalDate.class),
                        severity(row),
                        row.getObject("amount_fen", Long.class),
                        row.getBoolean("amount_unknown"),
                        row.getString("category"),
                        row.getString("document_no"),
                        row.getString("authority"),
                        row.getString("summary")))
                .list();
    }

    private static @Nullable Integer severity(ResultSet row) throws SQLException {
        int severity = row.getInt("severity");
        return row.wasNull() ? null : severity;
    }

    private static CountedRecord counted(GradeReport.RecordText text, ExtractionPlan plan) {
        int until = Math.min(
                Days.orNever(text.endsOn()),
                Math.min(Days.orNever(text.repairedOn()), Days.orNever(text.withdrawnOn())));
        Set<String> categories = text.category() == null
                ? Set.of()
                : new HashSet<>(List.of(text.category().split("[、;，； ,]+", -1)));
        return new CountedRecord(
                text.id(),
                text.kind().number(),
                Days.of(text.eventDay()),
                until,
                text.severity() == null ? 0 : text.severity(),
                text.amountFen() == null ? 0 : text.amountFen(),
                plan.categoryBits(categories));
    }

    private List<GradeReport.Related> related(long enterpriseId, ExtractionPlan plan, Scope scope) {
        List<GradeReport.Related> related = new ArrayList<>();
        for (Relation relation : plan.relations()) {
            related.addAll(
                    relation.told()
                            ? told(enterpriseId, relation, plan.steps(), scope)
                            : related(enterpriseId, relation, scope));
        }
        return related;
    }

    private List<GradeReport.Related> told(long enterpriseId, Relation relation, int steps, Scope scope) {
        String sql = """
                select e.enterprise_id, e.name
                from ingest.read_enterprise e
                where e.enterprise_id in (%s) and e.enterprise_id <> :id and %s
                order by e.enterprise_id
                limit :limit
                """.formatted(FeedSql.near("select %d::bigint".formatted(enterpriseId), steps), InScope.SQL);
        return jdbc.sql(sql)
                .param("id", enterpriseId)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .param("limit", RELATED_MAX)
                .query((row, i) -> new GradeReport.Related(relation, row.getLong(1), row.getString(2)))
                .list();
    }

    private List<GradeReport.Related> related(long enterpriseId, Relation relation, Scope scope) {
        boolean address = relation == Relation.SAME_ADDRESS;
        String sql = """
                select e.enterprise_id, e.name
                from ingest.read_enterprise e, ingest.read_enterprise self
                where self.enterprise_id = :id and e.enterprise_id <> :id and %2$s <> 0 and %1$s = %2$s
                  and %3$s
                order by e.enterprise_id
                limit :limit
                """.formatted(
                        address ? FeedSql.addressKey("e") : FeedSql.legalPersonKey("e"),
                        address ? FeedSql.addressKey("self") : FeedSql.legalPersonKey("self"),
                        InScope.SQL);
        return jdbc.sql(sql)
                .param("id", enterpriseId)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .param("limit", RELATED_MAX)
                .query((row, i) -> new GradeReport.Related(relation, row.getLong(1), row.getString(2)))
                .list();
    }
}
