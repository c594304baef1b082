package org.shuangsuiji.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.Merge;
import org.shuangsuiji.ingest.Rehearsal;
import org.shuangsuiji.ingest.Trial;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Shown;
import org.shuangsuiji.ingest.reading.Unsaid;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The very merge of a load, in a transaction that is rolled back whatever comes of it. */
@Repository
class JdbcRehearsal implements Rehearsal {
    private static final int EXAMPLES = 5;
    /** What people are shown of a registration that changes, in this order. */
    private static final String[] OF_REGISTRATIONS = {
        "name",
        "status",
        "region",
        "industry",
        "type_name",
        "type_code",
        "subject_kind",
        "established",
        "capital_fen",
        "capital_text",
        "address",
        "legal_person",
        "business_scope",
        "register_number",
        "authority",
        "term_from",
        "term_to",
        "approved_on",
        "revoked_on",
        "deregistered_on"
    };
    /** And of a record. */
    private static final String[] OF_RECORDS = {
        "event_day",
        "category",
        "severity",
        "amount_fen",
        "confiscated_fen",
        "ends_on",
        "stated_end",
        "repaired_on",
        "withdrawn_on",
        "document_no",
        "licence_no",
        "authority",
        "authority_code",
        "summary"
    };

    private final Merge merge;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    JdbcRehearsal(Merge merge, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.merge = merge;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Found run(Delivery delivery, int slot, Scope scope, Unsaid unsaid, ZonedDateTime now, Progress progress) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            merge.await(progress);
            Merge.Outcome outcome = merge.run(delivery.kind(), delivery.id(), slot, scope, unsaid, now, progress);
            boolean registrations = delivery.kind() == RecordKind.REGISTRATION;
            List<Trial.Example> examples = new ArrayList<>(added(registrations, slot));
            examples.addAll(changed(registrations, slot, scope));
            return new Found(outcome, examples, faults(delivery.id()));
        }));
    }

    private List<Trial.Example> added(boolean registrations, int slot) {
        return jdbc.sql(SqlFile.read(
                        registrations ? "rehearsal-registration-added.sql" : "rehearsal-record-added.sql", slot))
                .param("limit", EXAMPLES)
                .query((row, number) -> new Trial.Example(
                        true, row.getLong("line"), row.getString("subject"), shown(row.getString("name")), List.of()))
                .list();
    }

    /**
     * A row for each field that changes; of a row that changes in its marks only, one without a field. What stood before is
     * shown only to whoever may see the enterprise.
     */
    private List<Trial.Example> changed(boolean registrations, int slot, Scope scope) {
        Map<Long, Trial.Example> byLine = new LinkedHashMap<>();
        jdbc.sql(SqlFile.read(
                                registrations ? "rehearsal-registration-changed.sql" : "rehearsal-record-changed.sql",
                                slot)
                        .replace("enterprise_in_scope", JdbcEnterprises.IN_SCOPE))
                .param("limit", EXAMPLES)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .param("fields", registrations ? OF_REGISTRATIONS : OF_RECORDS)
                .query(row -> {
                    Trial.Example example = example(row);
                    Trial.Change change = change(row);
                    byLine.merge(example.line(), with(example, change), (before, same) -> with(before, change));
                });
        return List.copyOf(byLine.values());
    }

    private static Trial.Example example(ResultSet row) throws SQLException {
        return new Trial.Example(
                false, row.getLong("line"), row.getString("subject"), shown(row.getString("name")), List.of());
    }

    private static Trial.@Nullable Change change(ResultSet row) throws SQLException {
        String field = row.getString("field");
        return field == null
                ? null
                : new Trial.Change(field, shown(row.getString("was")), shown(row.getString("becomes")));
    }

    private static Trial.Example with(Trial.Example example, Trial.@Nullable Change change) {
        List<Trial.Change> changes = new ArrayList<>(example.changes());
        if (change != null) {
            changes.add(change);
        }
        return new Trial.Example(example.added(), example.line(), example.subject(), example.name(), changes);
    }

    private List<Fault> faults(long deliveryId) {
        return jdbc.sql("""
                        select line, column_name, value, code, args from ingest.delivery_fault
                        where delivery_id = :id order by line limit :limit
                        """)
                .param("id", deliveryId)
                .param("limit", EXAMPLES)
                .query((row, number) -> JdbcDeliveries.fault(row))
                .list();
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Shown.of(text);
    }
}
