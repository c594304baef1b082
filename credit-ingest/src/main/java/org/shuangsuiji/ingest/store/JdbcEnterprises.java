package org.shuangsuiji.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Enterprise;
import org.shuangsuiji.ingest.EnterpriseRecord;
import org.shuangsuiji.ingest.Enterprises;
import org.shuangsuiji.ingest.NamedBy;
import org.shuangsuiji.ingest.OtherParty;
import org.shuangsuiji.ingest.RecordSource;
import org.shuangsuiji.ingest.RegistrationChange;
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

    private static final String RECORDS = SqlFile.read("enterprise-records.sql");
    private static final String NAMED_BY = SqlFile.read("enterprise-named-by.sql");
    private static final String VERSIONS = SqlFile.read("enterprise-versions.sql");
    private static final String BY_NAME =
            SqlFile.read("enterprises-by-name.sql").replace("enterprise_in_scope", IN_SCOPE);
    private static final String BY_CODE =
            SqlFile.read("enterprises-by-code.sql").replace("enterprise_in_scope", IN_SCOPE);
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
            var all = jdbc.sql("select e.* from ingest.enterprise e where (:after::bigint is null or e.id > :after) and"
                    + IN_SCOPE + "order by e.id limit :limit");
            return page(all, scope, after, limit);
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
    public Map<Long, List<String>> formerNames(Collection<Long> enterpriseIds, Scope scope) {
        Map<Long, List<String>> names = new HashMap<>();
        jdbc.sql("""
                        select e.id, n.shown
                        from ingest.former_name n join ingest.enterprise e on e.id = n.enterprise_id
                        where e.id = any (:ids) and n.value <> coalesce(ingest.name_key(e.name), '') and
                        """ + IN_SCOPE + "order by e.id, n.known_from, n.shown")
                .param("ids", enterpriseIds.toArray(Long[]::new))
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(row -> {
                    names.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                            .add(row.getString("shown"));
                });
        return names;
    }

    @Override
    public List<EnterpriseRecord> records(long enterpriseId, boolean withFormer, Scope scope) {
        long visible = get(enterpriseId, scope).id();
        Map<Long, OtherParty> others = others(visible, scope);
        return jdbc.sql(RECORDS)
                .param("id", visible)
                .param("former", withFormer)
                .query((row, number) -> readRecord(row, others))
                .list();
    }

    /** The enterprises at the other ends of its relations, by the identities under which they were named. */
    private Map<Long, OtherParty> others(long id, Scope scope) {
        Map<Long, OtherParty> others = new HashMap<>();
        jdbc.sql("select x.id as named, e.id, coalesce(e.name, e.credit_code, e.old_number, e.name_key) as name, ("
                        + IN_SCOPE + """
                        ) as visible
                        from ingest.enterprise x
                        join ingest.enterprise e on e.id = coalesce(x.same_as, x.id)
                        where x.id in (select related_id from ingest.record where enterprise_id = :id)""")
                .param("id", id)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(row -> {
                    others.put(
                            row.getLong("named"),
                            new OtherParty(row.getLong("id"), row.getString("name"), row.getBoolean("visible")));
                });
        return others;
    }

    @Override
    public NamedBy namedBy(long enterpriseId, Scope scope, int limit) {
        long visible = get(enterpriseId, scope).id();
        List<NamedBy.Line> lines = jdbc.sql(
                        NAMED_BY + "and" + IN_SCOPE + "order by r.event_day desc, r.id desc limit :limit")
                .param("id", visible)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .param("limit", limit)
                .query((row, number) -> new NamedBy.Line(
                        new OtherParty(row.getLong("by_id"), row.getString("by_name"), true),
                        readRecord(row, Map.of())))
                .list();
        return jdbc.sql("""
                        select count(*) filter (where inside) as inside, count(*) filter (where not inside) as outside
                        from (select coalesce(%s, false) as inside
                              from ingest.record r join ingest.enterprise e on e.id = r.enterprise_id
                              where r.related_id in (select i.id from ingest.enterprise i where i.id = :id or i.same_as = :id)
                                and r.known_to is null and r.enterprise_id <> :id) as named
                        """.formatted(IN_SCOPE))
                .param("id", visible)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query((row, number) -> new NamedBy(lines, row.getLong("inside"), row.getLong("outside")))
                .single();
    }

    @Override
    public List<RegistrationChange> changes(long enterpriseId, Scope scope) {
        long visible = get(enterpriseId, scope).id();
        List<Version> versions = jdbc.sql(VERSIONS)
                .param("id", visible)
                .query((row, number) -> Version.read(row))
                .list();
        List<RegistrationChange> changes = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            versions.get(i).since(versions.get(i - 1), changes);
        }
        Collections.reverse(changes);
        return changes;
    }

    private record Version(long deliveryId, Instant learned, Map<RegistrationChange.Fact, String> facts) {

        static Version read(ResultSet row) throws SQLException {
            Map<RegistrationChange.Fact, String> facts = new EnumMap<>(RegistrationChange.Fact.class);
            for (RegistrationChange.Fact fact : RegistrationChange.Fact.values()) {
                String text = row.getString(fact.name().toLowerCase(Locale.ROOT));
                if (text != null) {
                    facts.put(fact, text);
                }
            }
            return new Version(
                    row.getLong("delivery_id"), row.getTimestamp("known_from").toInstant(), facts);
        }

        void since(Version before, List<RegistrationChange> changes) {
            for (RegistrationChange.Fact fact : RegistrationChange.Fact.values()) {
                String was = before.facts.get(fact);
                String is = facts.get(fact);
                if (!Objects.equals(was, is)) {
                    changes.add(new RegistrationChange(fact, was, is, learned, deliveryId));
                }
            }
        }
    }

    private List<Enterprise> byCode(String part, Scope scope, @Nullable Long after, int limit) {
        if (part.length() < SearchGrams.CODE_PART_MIN) {
            throw Refusal.invalid("search-code-short", SearchGrams.CODE_PART_MIN, part);
        }
        List<List<String>> alternatives = SearchGrams.ofCodePart(part);
        var byCode = jdbc.sql(BY_CODE)
                .param("first", alternatives.get(0).toArray(String[]::new))
                .param("second", alternatives.get(1).toArray(String[]::new))
                .param("part", part);
        return page(byCode, scope, after, limit);
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
        var byName = jdbc.sql(BY_NAME)
                .param("grams", grams.toArray(String[]::new))
                .param("likes", likes.toArray(String[]::new));
        return page(byName, scope, after, limit);
    }

    private static List<Enterprise> page(JdbcClient.StatementSpec found, Scope scope, @Nullable Long after, int limit) {
        return found.param("after", after)
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
                name != null ? name : code != null ? code : oldNumber != null ? oldNumber : row.getString("name_key"),
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

    private static EnterpriseRecord readRecord(ResultSet row, Map<Long, OtherParty> others) throws SQLException {
        String source = row.getString("source_name");
        Timestamp knownTo = row.getTimestamp("known_to");
        return new EnterpriseRecord(
                row.getLong("id"),
                RecordKind.of(row.getInt("kind")),
                new RecordLife(
                        row.getObject("event_day", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("repaired_on", LocalDate.class),
                        row.getObject("withdrawn_on", LocalDate.class)),
                row.getObject("stated_end", LocalDate.class),
                row.getObject("severity", Integer.class),
                (Long) row.getObject("amount_fen"),
                (Long) row.getObject("confiscated_fen"),
                row.getString("category"),
                row.getString("document_no"),
                row.getString("licence_no"),
                row.getString("authority"),
                row.getString("summary"),
                (Long) row.getObject("quantity"),
                row.getString("details"),
                others.get(row.getLong("related_id")),
                row.getObject("person_key") != null,
                source == null
                        ? null
                        : new RecordSource(
                                source,
                                RecordSource.Standing.valueOf(row.getString("standing")),
                                RecordSource.Trust.valueOf(row.getString("trust")),
                                DeliveryRow.texts(row.getArray("also"))),
                Flag.of(row.getLong("flags")),
                row.getLong("delivery_id"),
                row.getTimestamp("known_from").toInstant(),
                knownTo == null ? null : knownTo.toInstant());
    }
}
