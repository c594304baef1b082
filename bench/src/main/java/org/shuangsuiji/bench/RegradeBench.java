package org.shuangsuiji.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.risk.VersionSheet;
import org.shuangsuiji.risk.model.DefinitionChange;
import org.shuangsuiji.risk.model.ModelDefinition;

/** Everybody is graded anew by a model of thirty indicators and everything is stored; beside it one statement that does the same. */
final class RegradeBench {
    private static final int RUNS = 3;
    private static final int INDICATORS = 30;
    private static final Actor DRAFTER = new Actor("bench", "bench", 0, Scope.WHOLE_OFFICE);

    private final Office office;
    private final Report report;
    private final Clock clock;

    RegradeBench(Office office, Report report, Clock clock) {
        this.office = office;
        this.report = report;
        this.clock = clock;
    }

    /** Leaves the grades in place and says which model gave them. */
    long run(int enterprises) throws Exception {
        Models models = office.bean(Models.class);
        long modelId = models.installGeneral(Actor.SYSTEM);
        long versionId = extended(models, modelId);
        ModelDefinition definition = models.version(versionId, Actor.SYSTEM).definition();
        LocalDate day = LocalDate.now(clock);
        office.execute("vacuum analyze ingest.enterprise", "vacuum analyze ingest.record");

        office.execute(
                "create schema if not exists peer",
                "drop table if exists peer.assessment",
                "create table peer.assessment (like risk.assessment including all)");
        String statement = new GradingSql(definition, day).insertInto("peer.assessment");
        Times peer = Times.of(
                RUNS,
                () -> office.execute("truncate peer.assessment", "checkpoint"),
                () -> office.execute("set work_mem = '256MB'", statement));
        Times ours = Times.of(
                RUNS,
                () -> office.execute("truncate risk.assessment, risk.run", "checkpoint"),
                () -> office.bean(ClassifyEnterprises.class).all(versionId, day, Progress.SILENT, Actor.SYSTEM));
        refuseDifference();
        report.row(
                "full regrade by 30 indicators, all stored",
                enterprises,
                ours,
                "one set-based statement, all stored",
                peer);
        limit(enterprises, ours);
        again(enterprises, versionId, day);
        whatIf(enterprises, versionId, peer);
        report.note("%,d enterprises, ranks: %s".formatted(enterprises, office.text("""
                                select string_agg(format('%s: %s %%', rank, share), ', ' order by rank)
                                from (select rank, round(100.0 * count(*) / sum(count(*)) over (), 1) as share
                                      from risk.assessment where rank is not null and superseded_at is null
                                      group by rank) s
                                """)));
        return modelId;
    }

    /**
     * Puts in force the general model with as many indicators more as make thirty: some of its own once more, looking
     * back five years.
     */
    private long extended(Models models, long modelId) throws SQLException {
        long draft = models.draft(modelId, DRAFTER);
        ModelDefinition general = models.version(draft, DRAFTER).definition();
        office.execute("""
                update risk.model_version v
                set definition = jsonb_set(v.definition, '{indicators}', v.definition -> 'indicators' || (
                    select jsonb_agg(i || jsonb_build_object('code', 'B' || (i ->> 'code'), 'weight', 1, 'measure',
                        i -> 'measure' || '{"window": {"months": 60, "days": 0}}'))
                    from (select i from jsonb_array_elements(v.definition -> 'indicators') with ordinality as t (i, place)
                          where i -> 'measure' ->> 'type' = 'records' order by place limit %d) chosen))
                where v.id = %d""".formatted(INDICATORS - general.indicators().size(), draft));
        VersionSheet written = models.version(draft, DRAFTER);
        models.change(
                draft, written.lock(), DefinitionChange.ofWeights(written.definition(), Map.of("R010101", 3)), DRAFTER);
        models.submit(draft, models.version(draft, DRAFTER).lock(), "thirty indicators for the bench", DRAFTER);
        models.activate(draft, models.version(draft, DRAFTER).lock(), LocalDate.now(clock), Actor.SYSTEM);
        int indicators =
                models.version(draft, DRAFTER).definition().indicators().size();
        if (indicators != INDICATORS) {
            throw new IllegalStateException("Expected %d indicators, found %d".formatted(INDICATORS, indicators));
        }
        return draft;
    }

    /** Nothing changed since: the same run again, and what {@code COPY} of those columns to nowhere takes. */
    private void again(int enterprises, long versionId, LocalDate day) throws Exception {
        Times again = Times.of(RUNS, () -> {}, () -> office.bean(ClassifyEnterprises.class)
                .all(versionId, day, Progress.SILENT, Actor.SYSTEM));
        report.row("full regrade, nothing changed", enterprises, again.medianSeconds(), null, 0, RUNS);
    }

    private void limit(int enterprises, Times ours) throws Exception {
        var copy = new Copy(office.owner());
        Times nowhere = Times.of(RUNS, () -> {}, () -> {
            copy.toNowhere("select id, status, subject_kind, industry, registered, established, capital_fen, address,"
                    + " legal_person, region from ingest.enterprise");
            copy.toNowhere("select enterprise_id, kind, event_day, ends_on, repaired_on, withdrawn_on, severity,"
                    + " amount_fen, category from ingest.record where known_to is null");
        });
        report.row(
                "full regrade by 30 indicators, all stored",
                enterprises,
                ours,
                "limit: `COPY` of those columns to nowhere",
                nowhere);
    }

    private void whatIf(int enterprises, long versionId, Times peer) throws Exception {
        Models models = office.bean(Models.class);
        Times ours = Times.of(RUNS, () -> {}, () -> models.compare(versionId, Actor.SYSTEM));
        report.row("what-if: two definitions, nothing stored", enterprises, ours, "re-running the statement", peer);
    }

    /** A peer that gives other grades is no peer. */
    private void refuseDifference() throws Exception {
        long differing = office.number("""
                select count(*)
                from risk.assessment a
                full join peer.assessment p using (enterprise_id)
                where (a.state, a.rank, a.score) is distinct from (p.state, p.rank, p.score)
                """);
        if (differing > 0) {
            throw new IllegalStateException("The statement grades %d enterprises otherwise, for example: %s"
                    .formatted(differing, office.text("""
                                    select format('%s: ours %s %s %s, theirs %s %s %s', enterprise_id, a.state, a.rank,
                                                  a.score, p.state, p.rank, p.score)
                                    from risk.assessment a
                                    full join peer.assessment p using (enterprise_id)
                                    where (a.state, a.rank, a.score) is distinct from (p.state, p.rank, p.score)
                                    limit 1
                                    """)));
        }
    }
}
