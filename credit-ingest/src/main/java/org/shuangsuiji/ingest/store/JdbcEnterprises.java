package org.shuangsuiji.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Enterprise;
import org.shuangsuiji.ingest.EnterpriseRecord;
import org.shuangsuiji.ingest.Enterprises;
import org.shuangsuiji.ingest.reading.CodeClass;
import org.shuangsuiji.ingest.reading.EnterpriseStatus;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.SearchGrams;
import org.shuangsuiji.ingest.reading.SubjectKind;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.RecordLife;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Subjects by name part and code part. The index answers which names have all pairs of characters; that they stand
 * one after the other is checked on those few rows.
 */
@Repository
class JdbcEnterprises implements Enterprises {
    /** Of enterprise e. A subject of unknown region belongs to whoever's department brought it, and to those above. */
    static final String IN_SCOPE = inScope("e");

    private static final Pattern CODE_PART = Pattern.compile("[0-9A-Z]*[0-9][0-9A-Z]*");
    private static final Pattern SPACES = Pattern.compile("[\\s\u3000]+");

    private final JdbcClient jdbc;

    JdbcEnterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same of an enterprise under another alias. */
    static String inScope(String alias) {
        return """
                 (%1$s.region like :regions
                    or (%1$s.region is null and exists (
                        select from ingest.delivery d
                        left join office.department p on p.id = d.department_id
                        where d.id = %1$s.first_delivery_id and coalesce(p.path, '/') like :departments)))
                """.formatted(alias);
    }

    @Override
    public List<Enterprise> search(String words, Scope scope, @Nullable Long after, int limit) {
        String typed = words.strip();
        String code = SearchGrams.fold(typed).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return jdbc.sql("select e.* from ingest.enterprise e where (:after::bigint is null or e.id > :after) and"
                            + IN_SCOPE + "order by e.id limit :limit")
                    .param("after", after)
                    .param("limit", limit)
                    .param("regions", scope.regionsLike())
                    .param("departments", scope.departmentsLike())
                    .query(JdbcEnterprises::read)
                    .list();
        }
        if (CODE_PART.matcher(code).matches()) {
            return byCode(code, scope, after, limit);
        }
        return byName(typed, scope, after, limit);
    }

    @Override
    public Enterprise get(long id, Scope scope) {
        return jdbc.sql("select e.* from ingest.enterprise e where e.id = :id and" + IN_SCOPE)
                .param("id", id)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(JdbcEnterprises::read)
                .optional()
                .orElseThrow(() -> Refusal.absent("enterprise", id));
    }

    @Override
    public Optional<Enterprise> byCode(String creditCode, Scope scope) {
        return jdbc.sql("select e.* from ingest.enterprise e where e.credit_code = :code and" + IN_SCOPE)
                .param("code", creditCode)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(JdbcEnterprises::read)
                .optional();
    }

    @Override
    public List<EnterpriseRecord> records(long enterpriseId, boolean withFormer, Scope scope) {
        long visible = get(enterpriseId, scope).id();
        return jdbc.sql("""
                        select r.* from ingest.record r
                        where r.enterprise_id = :id and (:former or r.known_to is null)
                        order by r.event_day desc, r.id desc
                        """)
                .param("id", visible)
                .param("former", withFormer)
                .query(JdbcEnterprises::readRecord)
                .list();
    }

    private List<Enterprise> byCode(String part, Scope scope, @Nullable Long after, int limit) {
        if (part.length() < SearchGrams.CODE_PART_MIN) {
            throw Refusal.invalid("search-code-short", SearchGrams.CODE_PART_MIN, part);
        }
        List<List<String>> alternatives = SearchGrams.ofCodePart(part);
        return jdbc.sql("""
                        select e.* from ingest.enterprise e
                        where (e.search_grams @> :first::text[] or e.search_grams @> :second::text[])
                          and (e.credit_code like '%' || :part || '%' or e.old_number like '%' || :part || '%')
                          and (:after::bigint is null or e.id > :after) and
                        """ + IN_SCOPE + "order by e.id limit :limit")
                .param("first", alternatives.get(0).toArray(String[]::new))
                .param("second", alternatives.get(1).toArray(String[]::new))
                .param("part", part)
                .param("after", after)
                .param("limit", limit)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(JdbcEnterprises::read)
                .list();
    }

    private List<Enterprise> byName(String words, Scope scope, @Nullable Long after, int limit) {
        List<String> grams = new ArrayList<>();
        List<String> likes = new ArrayList<>();
        for (String word : SPACES.split(words, -1)) {
            List<String> pairs = SearchGrams.ofNamePart(word);
            if (!SearchGrams.fold(word).isEmpty() && pairs.isEmpty()) {
                throw Refusal.invalid("search-name-short", NAME_PART_MIN, word);
            }
            if (!pairs.isEmpty()) {
                grams.addAll(pairs);
                likes.add("%" + SearchGrams.fold(word) + "%");
            }
        }
        return jdbc.sql("""
                        select e.* from ingest.enterprise e
                        where e.search_grams @> :grams::text[]
                          and upper(translate(normalize(e.name, nfkc), :noise, '')) like all (:likes::text[])
                          and (:after::bigint is null or e.id > :after) and
                        """ + IN_SCOPE + "order by e.id limit :limit")
                .param("grams", grams.toArray(String[]::new))
                .param("likes", likes.toArray(String[]::new))
                .param("noise", SearchGrams.NOISE)
                .param("after", after)
                .param("limit", limit)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(JdbcEnterprises::read)
                .list();
    }

    private static Enterprise read(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        String code = row.getString("credit_code");
        String oldNumber = row.getString("old_number");
        return new Enterprise(
                row.getLong("id"),
                code,
                oldNumber,
                CodeClass.valueOf(row.getString("code_class")),
                row.getBoolean("registered"),
                name != null ? name : code != null ? code : oldNumber,
                name == null,
                row.getString("region"),
                row.getString("industry"),
                row.getString("section"),
                row.getString("type_name"),
                SubjectKind.valueOf(row.getString("subject_kind")),
                EnterpriseStatus.valueOf(row.getString("status")),
                row.getObject("established", LocalDate.class),
                (Long) row.getObject("capital_fen"),
                row.getString("capital_text"),
                row.getString("address"),
                row.getString("legal_person"),
                row.getString("business_scope"),
                row.getString("authority"),
                Flag.of(row.getLong("flags")),
                row.getLong("delivery_id"),
                row.getTimestamp("known_from").toInstant(),
                row.getObject("same_as", Long.class));
    }

    private static EnterpriseRecord readRecord(ResultSet row, int number) throws SQLException {
        Timestamp knownTo = row.getTimestamp("known_to");
        return new EnterpriseRecord(
                row.getLong("id"),
                RecordKind.of(row.getInt("kind")),
                new RecordLife(
                        row.getObject("event_day", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("repaired_on", LocalDate.class),
                        row.getObject("withdrawn_on", LocalDate.class)),
                row.getObject("severity", Integer.class),
                (Long) row.getObject("amount_fen"),
                (Long) row.getObject("confiscated_fen"),
                row.getString("category"),
                row.getString("document_no"),
                row.getString("authority"),
                row.getString("summary"),
                Flag.of(row.getLong("flags")),
                row.getLong("delivery_id"),
                row.getTimestamp("known_from").toInstant(),
                knownTo == null ? null : knownTo.toInstant());
    }
}
