package org.shuangsuiji.ingest.store;

import java.time.Period;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.shuangsuiji.ingest.Merge;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.PublicityLimits;
import org.shuangsuiji.ingest.reading.RecordFact;
import org.shuangsuiji.ingest.reading.Severity;
import org.shuangsuiji.ingest.reading.Unsaid;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The merge as a handful of set-based statements. One merge runs at a time: two files that name the same new subject
 * would otherwise make it twice or wait for each other in a ring.
 */
@Repository
class JdbcMerge implements Merge {
    private static final long ONE_AT_A_TIME = 0x696e_6700L;
    /** From this many new rows on, where they are a tenth of the table too, the planner is told at once. */
    private static final long ANALYZE_FROM = 10_000;

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** Two seconds of them. */
    private static final int BRIEF_TRIES = 100;

    private static final int STEPS = 13;
    /** Kinds of which each source tells its own. */
    private static final Set<RecordKind> OF_ONE_SOURCE =
            EnumSet.of(RecordKind.PUSHED_GRADE, RecordKind.THIRD_PARTY, RecordKind.OPINION);

    /** Kinds of which each record is a body's own act: who leaves the body out does not say that there was none. */
    private static final Set<RecordKind> OF_BODY = EnumSet.of(
            RecordKind.PERMIT,
            RecordKind.PENALTY,
            RecordKind.ABNORMAL,
            RecordKind.DISHONESTY,
            RecordKind.INSPECTION,
            RecordKind.FILING,
            RecordKind.CONFIRMATION,
            RecordKind.COERCION,
            RecordKind.DEFAULTER,
            RecordKind.JUDGMENT,
            RecordKind.ASSISTANCE);

    /** Marks of a row whose column is not noted: kept with what the row leaves unsaid. */
    private static final long OF_ANY_TEXT =
            Flag.mask(Flag.CHARACTERS_REMOVED, Flag.CHARACTERS_PRIVATE, Flag.DAY_NOT_READ);

    private final JdbcClient jdbc;
    private final Placeholders placeholders;
    private final IdentityMoves identities;

    JdbcMerge(JdbcClient jdbc, Placeholders placeholders, IdentityMoves identities) {
        this.jdbc = jdbc;
        this.placeholders = placeholders;
        this.identities = identities;
    }

    @Override
    public void await(Progress progress) {
        progress.stage("stage.wait", 0);
        while (!tryLock()) {
            progress.stopIfAsked();
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }

    @Override
    public boolean awaitBriefly() {
        for (int tries = 0; tries < BRIEF_TRIES; tries++) {
            if (tryLock()) {
                return true;
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
        return tryLock();
    }

    @Override
    public Outcome run(
            RecordKind kind,
            long deliveryId,
            int slot,
            Scope scope,
            Unsaid unsaid,
            ZonedDateTime now,
            Progress progress) {
        progress.stage("stage.merge", STEPS);
        execute("set local jit = off");
        execute("set local work_mem = '128MB'");
        boolean registrations = kind == RecordKind.REGISTRATION;
        String stage = "ingest.staged_%s_%d".formatted(registrations ? "registration" : "record", slot);
        // of the columns that the statements join by; the others are many and long
        execute("analyze %s (line, subject, code_class, content_hash%s)"
                .formatted(stage, registrations ? "" : ", key_hash"));
        var step = new Step(kind, registrations, stage, deliveryId, slot, now, progress);
        return registrations ? step.registrations(scope) : step.records(scope, unsaid);
    }

    private boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", ONE_AT_A_TIME)
                .query(Boolean.class)
                .single();
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Tells the planner of rows that change what it believes of a table; of fewer it learns soon enough by itself. */
    private void analyze(String table, long added) {
        if (added >= ANALYZE_FROM && added >= rowsBelieved(table) / 10) {
            execute("analyze " + table);
        }
    }

    private long rowsBelieved(String table) {
        return jdbc.sql("select cast(reltuples as bigint) from pg_class where oid = cast(:table as regclass)")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    /** One merge and what its statements have in common. */
    private final class Step {
        private final RecordKind kind;
        private final String prefix;
        private final String key;
        private final String stage;
        private final long deliveryId;
        private final int slot;
        private final ZonedDateTime now;
        private final boolean listing;
        private final Progress progress;
        private int steps;

        Step(
                RecordKind kind,
                boolean registrations,
                String stage,
                long deliveryId,
                int slot,
                ZonedDateTime now,
                Progress progress) {
            this.kind = kind;
            this.listing = kind == RecordKind.ABNORMAL || kind == RecordKind.DISHONESTY;
            this.prefix = registrations ? "registration-" : "record-";
            this.key = registrations ? "subject" : "key_hash";
            this.stage = stage;
            this.deliveryId = deliveryId;
            this.slot = slot;
            this.now = now;
            this.progress = progress;
        }

        Outcome registrations(Scope scope) {
            dropRepeated();
            run("known");
            execute("analyze known");
            findThoseOfOthers(scope);
            keepOfRegistrations();
            Map<Long, Long> refused = refuseThoseOfOthers();
            identities.keep("known k on k.enterprise_id = e.id and not k.same", now.toOffsetDateTime());
            done();
            runWithTime("change");
            long touched = runWithTime("insert");
            analyze("ingest.enterprise", touched);
            identities.prepare();
            runWithTime("unsaid");
            analyze("ingest.identifier", runWithTime("identified"));
            analyze("ingest.former_name", runWithTime("renamed"));
            run("fresh");
            identities.link(deliveryId, scope, now.toOffsetDateTime());
            return outcome(touched, "not registered", refused, placed());
        }

        Outcome records(Scope scope, Unsaid unsaid) {
            if (OF_ONE_SOURCE.contains(kind)) {
                keepApartBySource();
            }
            if (!listing) {
                run("alike");
            }
            dropRepeated();
            run("missing");
            placeholders.create(deliveryId, now.toInstant());
            identities.prepare();
            run("fresh");
            identities.link(deliveryId, scope, now.toOffsetDateTime());
            run("whom");
            execute("analyze whom");
            dropCousins();
            run("known");
            execute("analyze known");
            if (kind == RecordKind.INSPECTION) {
                run("own");
            }
            find();
            keepOfRecords(unsaid);
            Map<Long, Long> refused = refuseWhatOthersTold(scope);
            runWithTime("told");
            jdbc.sql("""
                            update ingest.record r set known_to = greatest(:now, r.known_from)
                            from known k where r.id = k.record_id and not k.same
                            """).param("now", now.toOffsetDateTime()).update();
            done();
            long touched = insertRecords();
            noteOtherIdentities();
            Outcome outcome = outcome(touched, "false", refused, 0);
            analyze("ingest.record", outcome.added());
            return outcome;
        }

        /** Keeps the last of the rows that share a key; what became of the others is counted in {@link #outcome}. */
        private void dropRepeated() {
            run("repeated");
            run("overtaken");
            execute("delete from " + stage + " s using overtaken o where s.line = o.line");
        }

        /** Few subjects have several identities; the planner must know how few, or it reads the stage once for each. */
        private void noteOtherIdentities() {
            execute("""
                    create temp table shared on commit drop as
                    select w.subject, w.identity_id from whom w
                    where exists (select from ingest.enterprise i where i.same_as = w.enterprise_id)
                    """);
            execute("analyze shared");
            runWithTime("told-of");
        }

        private void dropCousins() {
            execute(SqlFile.read("record-cousins.sql", slot));
            execute("insert into overtaken (line, key_hash, identical) select line, key_hash, identical from cousin");
            execute("delete from " + stage + " s using cousin c where s.line = c.line");
        }

        /**
         * Counts rows: of a key that the office knew with the same content, all rows are the same, or else the same
         * file sent again would seem to change something.
         */
        private Outcome outcome(long touched, String alsoNew, Map<Long, Long> refused, long placed) {
            long staged = count("select count(*) from " + stage);
            long known = count("select count(*) from known");
            long same = count("select count(*) from known where same");
            long newThoughKnown = count("select count(*) from known where not same and " + alsoNew);
            long overtaken = count("select count(*) from overtaken");
            long overtakenSame = count("select count(*) from overtaken o where o.identical"
                    + " or exists (select from known k where k.%1$s = o.%1$s and k.same)".formatted(key));
            return new Outcome(
                    staged - known + newThoughKnown,
                    known - same - newThoughKnown + overtaken - overtakenSame,
                    same + overtakenSame,
                    touched,
                    refused,
                    placed);
        }

        private void findThoseOfOthers(Scope scope) {
            jdbc.sql(SqlFile.read("registration-others.sql", slot))
                    .param("regions", scope.regionsLike())
                    .param("departments", scope.departmentsLike())
                    .update();
            execute("analyze others");
        }

        private Map<Long, Long> refuseThoseOfOthers() {
            return refused(
                    jdbc.sql(SqlFile.read("registration-refused.sql", slot)).param("code", OF_OTHERS));
        }

        private Map<Long, Long> refuseWhatOthersTold(Scope scope) {
            jdbc.sql(SqlFile.read("record-others.sql", slot))
                    .param("delivery", deliveryId)
                    .param("regions", scope.regionsLike())
                    .param("departments", scope.departmentsLike())
                    .update();
            return refused(jdbc.sql(SqlFile.read("record-refused.sql", slot)));
        }

        private Map<Long, Long> refused(JdbcClient.StatementSpec statement) {
            Map<Long, Long> refused = new HashMap<>();
            statement.param("delivery", deliveryId).query(row -> {
                refused.put(row.getLong("flags"), row.getLong("rows"));
            });
            return refused;
        }

        private long placed() {
            return jdbc.sql(SqlFile.read("registration-placed.sql", slot))
                    .param("regionNotKnown", Flag.REGION_NOT_KNOWN.mask())
                    .query(Long.class)
                    .single();
        }

        private long insertRecords() {
            return jdbc.sql(SqlFile.read("record-insert.sql", slot))
                    .param("kind", kind.number())
                    .param("delivery", deliveryId)
                    .param("now", now.toOffsetDateTime())
                    .update();
        }

        private void run(String name) {
            execute(SqlFile.read(prefix + name + ".sql", slot));
            done();
        }

        private long runWithTime(String name) {
            String sql = SqlFile.read(prefix + name + ".sql", slot);
            var statement = jdbc.sql(sql).param("now", now.toOffsetDateTime());
            long rows = (sql.contains(":delivery") ? statement.param("delivery", deliveryId) : statement).update();
            done();
            return rows;
        }

        /** What a source thinks or measures is its own: another's word for the same day takes nothing of it away. */
        private void keepApartBySource() {
            jdbc.sql("update " + stage + """
                             s set key_hash = cast(md5(s.key_hash::text || coalesce(d.source_id, 0)::text) as uuid),
                                fact_hash = cast(md5(s.fact_hash::text || coalesce(d.source_id, 0)::text) as uuid)
                            from ingest.delivery d where d.id = :delivery
                            """).param("delivery", deliveryId).update();
        }

        private void find() {
            // in the table of records itself an answer of no would mean to read all of it
            boolean any = jdbc.sql("""
                            select exists (select from ingest.delivery
                                           where kind = :kind and state = 'done' and id <> :delivery)
                            """)
                    .param("kind", kind.number())
                    .param("delivery", deliveryId)
                    .query(Boolean.class)
                    .single();
            if (any) {
                run("noted");
                execute("analyze known");
                findByOtherWords();
            }
            done();
        }

        private void findByOtherWords() {
            jdbc.sql(SqlFile.read("record-unknown.sql", slot))
                    .param("listing", listing)
                    .update();
            execute("analyze unknown");
            jdbc.sql(SqlFile.read("record-other.sql", slot))
                    .param("listing", listing)
                    .param("kind", kind.number())
                    .update();
            execute("analyze other");
            jdbc.sql(SqlFile.read("record-meant.sql", slot))
                    .param("listing", listing)
                    .param("penalty", kind == RecordKind.PENALTY)
                    .param("reasonMissing", Flag.REASON_MISSING.mask())
                    .update();
            execute("analyze meant");
            jdbc.sql(SqlFile.read("record-found.sql", slot))
                    .param("now", now.toOffsetDateTime())
                    .update();
            execute("analyze known");
        }

        private void keepOfRegistrations() {
            jdbc.sql(SqlFile.read("registration-kept.sql", slot))
                    .param("nameMissing", Flag.NAME_MISSING.mask())
                    .param("regionNotKnown", Flag.REGION_NOT_KNOWN.mask())
                    .param("statusNotKnown", Flag.STATUS_NOT_KNOWN.mask())
                    .param("ofStatus", Flag.mask(Flag.STATUS_NOT_KNOWN, Flag.STATUS_MISSING))
                    .param("capitalNotRead", Flag.CAPITAL_NOT_READ.mask())
                    .param("dayInFuture", Flag.DAY_IN_FUTURE.mask())
                    .param("industryNotKnown", Flag.INDUSTRY_NOT_KNOWN.mask())
                    .param("ofAnyText", OF_ANY_TEXT)
                    .update();
            done();
        }

        private void keepOfRecords(Unsaid unsaid) {
            boolean publicised = kind == RecordKind.PENALTY;
            Map<Severity, Period> longest = publicised ? PublicityLimits.longest(now.toLocalDate()) : Map.of();
            List<Severity> severities = List.copyOf(longest.keySet());
            jdbc.sql(SqlFile.read("record-kept.sql", slot))
                    .param("publicised", publicised)
                    .param("listing", listing)
                    .param("ofBody", OF_BODY.contains(kind))
                    .param(
                            "severities",
                            severities.stream().map(Severity::number).toArray(Short[]::new))
                    .param(
                            "longest",
                            severities.stream()
                                    .map(severity -> String.valueOf(longest.get(severity)))
                                    .toArray(String[]::new))
                    .param("gravest", PublicityLimits.GRAVEST.number())
                    .param(
                            "unsaid",
                            unsaid.facts().stream().map(RecordFact::name).toArray(String[]::new))
                    .param("unsaidDetails", unsaid.details().stream().sorted().toArray(String[]::new))
                    .param("numberNotRead", Flag.NUMBER_NOT_READ.mask())
                    .param("documentNumberMissing", Flag.DOCUMENT_NUMBER_MISSING.mask())
                    .param("dayTaken", Flag.DAY_TAKEN.mask())
                    .param("dayNotRead", Flag.DAY_NOT_READ.mask())
                    .param("dayBeforeDecision", Flag.DAY_BEFORE_DECISION.mask())
                    .param("amountNotRead", Flag.AMOUNT_NOT_READ.mask())
                    .param("amountNotTold", Flag.mask(Flag.AMOUNT_NOT_READ, Flag.AMOUNT_UNKNOWN))
                    .param("amountFromText", Flag.AMOUNT_FROM_TEXT.mask())
                    .param(
                            "ofAmount",
                            Flag.mask(
                                    Flag.AMOUNT_NOT_READ,
                                    Flag.AMOUNT_FROM_TEXT,
                                    Flag.AMOUNT_UNKNOWN,
                                    Flag.AMOUNT_NEGATIVE,
                                    Flag.AMOUNT_OF_OTHER_UNIT,
                                    Flag.AMOUNT_CONTRADICTED))
                    .param("categoryNotKnown", Flag.CATEGORY_NOT_KNOWN.mask())
                    .param("endBeyondLimit", Flag.END_BEYOND_LIMIT.mask())
                    .param("endNotRead", Flag.END_NOT_READ.mask())
                    .param("removedBeforeListed", Flag.REMOVED_BEFORE_LISTED.mask())
                    .param("stateNotTold", Flag.mask(Flag.STATE_NOT_KNOWN, Flag.STATE_MISSING))
                    .param("ofAnyText", OF_ANY_TEXT)
                    .update();
            done();
        }

        private void done() {
            steps++;
            progress.done(Math.min(steps, STEPS));
            progress.stopIfAsked();
        }
    }
}
