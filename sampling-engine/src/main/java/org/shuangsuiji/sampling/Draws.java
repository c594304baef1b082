package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.draw.Mode;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the commitments of offices and what became of them. */
@Service
public class Draws {
    private final DrawBook draws;
    private final CommittedDraws committed;
    private final DrawnVisits visits;
    private final Frames frames;
    private final GradeReads gradeReads;
    private final DrawSettings settings;
    private final Clock clock;

    Draws(
            DrawBook draws,
            CommittedDraws committed,
            DrawnVisits visits,
            Frames frames,
            GradeReads gradeReads,
            DrawSettings settings,
            Clock clock) {
        this.draws = draws;
        this.committed = committed;
        this.visits = visits;
        this.frames = frames;
        this.gradeReads = gradeReads;
        this.settings = settings;
        this.clock = clock;
    }

    /** The latest draw of a campaign, if it was ever frozen. */
    @Transactional(readOnly = true)
    public Optional<DrawSheet> ofCampaign(long campaignId, Scope scope) {
        return draws.latest(campaignId, scope);
    }

    @Transactional(readOnly = true)
    public DrawSheet get(long drawId, Scope scope) {
        return draws.find(drawId, scope).orElseThrow(() -> Refusal.absent("draw", drawId));
    }

    /** The latest first, below this id; {@link Long#MAX_VALUE} begins. */
    @Transactional(readOnly = true)
    public List<DrawSheet> list(Scope scope, long below, int count) {
        return draws.rows(scope, below, count);
    }

    /**
     * When a draw completes itself unless somebody completes it before: its values are all known, and nothing more of
     * them is put right (DR-1 §1, 3). Absent while a value is missing, and once the draw has ended.
     */
    @Transactional(readOnly = true)
    public Optional<Instant> completesAt(long drawId, Scope scope) {
        return completesAt(get(drawId, scope));
    }

    private Optional<Instant> completesAt(DrawSheet draw) {
        return draw.state() != DrawSheet.State.COMMITTED || !committed.allKnown(draw.id())
                ? Optional.empty()
                : Optional.of(settings.completesAt(draws.entries(draw.id())));
    }

    /**
     * Whose values somebody typed in who may therefore not draw yet: another person looks at them first. Empty when that
     * person may draw, as everybody may from when the draw completes itself.
     */
    @Transactional(readOnly = true)
    public List<String> typedBy(long drawId, Actor actor) {
        return committed.typedBy(get(drawId, actor.scope()).id(), actor, clock.instant());
    }

    /** The draws that have to complete themselves by now. */
    @Transactional(readOnly = true)
    public List<DrawSheet> toComplete(Scope scope) {
        Instant now = clock.instant();
        return draws.committed(scope).stream()
                .filter(draw ->
                        completesAt(draw).filter(at -> !now.isBefore(at)).isPresent())
                .toList();
    }

    /** The draws to complete now: the last of their sources was due. */
    @Transactional(readOnly = true)
    public List<DrawSheet> overdue(Scope scope) {
        Instant now = clock.instant();
        return draws.committed(scope).stream()
                .filter(draw ->
                        committed.rule(draw.id()).sources().stream().noneMatch(source -> now.isBefore(source.due())))
                .toList();
    }

    /** The bytes of rule.json, whose digest is the commitment. */
    @Transactional(readOnly = true)
    public byte[] rule(long drawId, Scope scope) {
        get(drawId, scope);
        return draws.rule(drawId);
    }

    @Transactional(readOnly = true)
    public List<SourceSheet> sources(long drawId, Scope scope) {
        DrawSheet draw = get(drawId, scope);
        Instant now = clock.instant();
        Map<Integer, List<SourceEntry>> entries =
                draws.entries(draw.id()).stream().collect(Collectors.groupingBy(SourceEntry::place));
        Map<Integer, List<SourceStatement>> statements =
                draws.statements(draw.id()).stream().collect(Collectors.groupingBy(SourceStatement::place));
        List<SourceSheet> sheets = new ArrayList<>();
        Rule rule = committed.rule(drawId);
        for (Source source : rule.sources()) {
            var fallback = source.fallback();
            List<SourceEntry> entered = entries.getOrDefault(sheets.size(), List.of());
            SourceEntry entry = entered.isEmpty() ? null : entered.get(entered.size() - 1);
            sheets.add(new SourceSheet(
                    sheets.size(),
                    source.name(),
                    source.kind(),
                    source.due(),
                    source.format(),
                    fallback == null ? null : fallback.name(),
                    fallback == null ? null : fallback.due(),
                    fallback == null ? null : settings.silentFrom(fallback),
                    CommittedDraws.firstPublicAfter(rule, source)
                            .map(Source::due)
                            .orElse(null),
                    entry,
                    entered.subList(0, Math.max(0, entered.size() - 1)),
                    statements.getOrDefault(sheets.size(), List.of()),
                    Integer.valueOf(sheets.size()).equals(draw.silentPlace()),
                    entry != null ? SourceSheet.Stage.ENTERED : stage(draw, source, now)));
        }
        return sheets;
    }

    private static SourceSheet.Stage stage(DrawSheet draw, Source source, Instant now) {
        if (draw.state() != DrawSheet.State.COMMITTED) {
            return SourceSheet.Stage.NEVER;
        }
        if (now.isBefore(source.due())) {
            return SourceSheet.Stage.WAITING;
        }
        var fallback = source.fallback();
        return fallback == null || now.isBefore(fallback.due())
                ? SourceSheet.Stage.OPEN
                : SourceSheet.Stage.FALLBACK_OPEN;
    }

    /** The departments' parts: sizes and takes, as the public rule tells them. */
    @Transactional(readOnly = true)
    public List<DrawBook.TargetRow> targets(long drawId, Scope scope) {
        get(drawId, scope);
        return draws.targets(drawId);
    }

    /** The stratum table with its ranks: sealed, so the read is noted. */
    @Transactional
    public List<DrawBook.StratumRow> strata(long drawId, Actor actor) {
        get(drawId, actor.scope());
        gradeReads.note(actor, GradeReads.Purpose.LIST, "draw:" + drawId);
        return draws.strata(drawId);
    }

    /** In the order of visits, behind this place. */
    @Transactional(readOnly = true)
    public List<VisitRow> visits(long drawId, int after, int count, Scope scope) {
        get(drawId, scope);
        return visits.rows(drawId, after, count);
    }

    @Transactional(readOnly = true)
    public int unfilled(long drawId, Scope scope) {
        get(drawId, scope);
        return visits.unfilled(drawId);
    }

    /** How many were left out of the frame, by reason. */
    @Transactional(readOnly = true)
    public SortedMap<Exclusion, Integer> exclusions(long drawId, Scope scope) {
        get(drawId, scope);
        return frames.exclusions(drawId);
    }

    /** Some of those left out of the frame for a reason; where that follows from their ranks, the read is noted. */
    @Transactional
    public List<Frames.ExcludedRow> excluded(long drawId, Exclusion reason, int count, Actor actor) {
        DrawSheet draw = get(drawId, actor.scope());
        if (reason.tellsRank() && draw.mode() == Mode.SEALED) {
            gradeReads.note(actor, GradeReads.Purpose.LIST, "draw:" + drawId);
        }
        return frames.excluded(drawId, reason, count);
    }
}
