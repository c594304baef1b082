package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.DepartmentPlan;
import org.shuangsuiji.sampling.draw.Frame;
import org.shuangsuiji.sampling.draw.Inspector;
import org.shuangsuiji.sampling.draw.Master;
import org.shuangsuiji.sampling.draw.Mode;
import org.shuangsuiji.sampling.draw.Roster;
import org.shuangsuiji.sampling.draw.RuleDraft;
import org.shuangsuiji.sampling.draw.Stratum;
import org.shuangsuiji.sampling.draw.StratumIds;
import org.shuangsuiji.sampling.draw.Supersession;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the lists of a campaign and publishes the commitment to them (DR-1 §4), in one transaction: from then on
 * nobody can change who may be drawn, who may be sent, or which chance decides.
 */
@Service
public class FreezeFrame {
    private static final int FRAME_NO = 1;
    private static final int RANKS = 4;

    private final CampaignRegister register;
    private final ItemList items;
    private final Departments departments;
    private final InspectorDirectory directory;
    private final Frames frames;
    private final DrawBook draws;
    private final Ledger ledger;
    private final GradeReads gradeReads;
    private final Chance chance;
    private final DrawSettings settings;
    private final Clock clock;

    FreezeFrame(
            CampaignRegister register,
            ItemList items,
            Departments departments,
            InspectorDirectory directory,
            Frames frames,
            DrawBook draws,
            Ledger ledger,
            GradeReads gradeReads,
            Chance chance,
            DrawSettings settings,
            Clock clock) {
        this.register = register;
        this.items = items;
        this.departments = departments;
        this.directory = directory;
        this.frames = frames;
        this.draws = draws;
        this.ledger = ledger;
        this.gradeReads = gradeReads;
        this.chance = chance;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was committed to. */
    public record Frozen(long drawId, long serial, String commitment, int size, int take) {}

    /**
     * Freezes the lists.
     *
     * @param lockVersion the campaign's version on the page where this was decided; null: as it is
     * @param furtherReason why a further list is needed beside those of the same item that it has to name, if there are any
     */
    @Transactional
    public Frozen freeze(long campaignId, @Nullable Integer lockVersion, @Nullable String furtherReason, Actor actor) {
        Campaign campaign =
                register.find(campaignId, actor.scope()).orElseThrow(() -> Refusal.absent("campaign", campaignId));
        campaign.requirePlanned();
        if (lockVersion != null && campaign.lockVersion() != lockVersion) {
            throw Refusal.conflict("freeze-edited", campaign.number());
        }
        CampaignTerms terms = campaign.terms();
        Department department = departments.require(terms.departmentId(), actor.scope());
        Item item =
                items.visible(terms.itemId(), actor.scope()).orElseThrow(() -> Refusal.absent("item", terms.itemId()));
        terms.faults(department, item).refuseIfAny();
        LocalDate today = LocalDate.now(clock);
        if (terms.ends().isBefore(today)) {
            throw Refusal.conflict("campaign-over", terms.ends());
        }
        if (terms.sources().isEmpty()) {
            throw Refusal.conflict("no-sources", campaign.number());
        }
        terms.drawnTooLate(clock.getZone()).ifPresent(last -> {
            throw Refusal.conflict("drawn-too-late", last, terms.ends());
        });
        refuseShortNotice(terms, clock.instant());
        Department office = departments.officeOf(department);
        // Whoever freezes next in this office waits here, and then sees our list among those not drawn yet.
        DrawBook.ChainEnd end = draws.lockChain(office);
        Standing standing = standing(draws.standing(office, campaignId), furtherReason);
        GradeModel model = model(campaign, terms, department, actor);
        // while this waited somebody may have changed what was read before: closed is what the commitment binds
        if (!register.freeze(campaignId, campaign.lockVersion(), asOf(model, today), actor, clock.instant())) {
            throw register.notFrozen(campaignId);
        }
        Frozen frozen = freezeLists(campaign, terms, department, item, office, end, standing, today, actor);
        if (model != null && !model.equals(inForce(model.id(), department))) {
            throw Refusal.conflict("grades-moved", model.name(), model.nameEn());
        }
        return frozen;
    }

    private Frozen freezeLists(
            Campaign campaign,
            CampaignTerms terms,
            Department department,
            Item item,
            Department office,
            DrawBook.ChainEnd end,
            @Nullable Standing standing,
            LocalDate today,
            Actor actor) {
        Master master = Master.of(chance.bytes(Digest.LENGTH));
        List<String> stratumOfRank = stratumOfRank(terms, master);
        Candidates candidates = frames.candidates(new Eligibility(department, terms, today), stratumOfRank);
        refuseWaitingLists(candidates);
        if (candidates.size() == 0) {
            throw Refusal.conflict("frame-empty", candidates.excluded());
        }
        List<DrawBook.StratumRow> strata = strata(terms, candidates, stratumOfRank);
        int take = strata.stream().mapToInt(DrawBook.StratumRow::take).sum();
        if (take == 0) {
            throw Refusal.conflict("nothing-to-draw", candidates.size());
        }
        List<Inspector> entries = directory.eligible(department, today);
        refuseWithoutInspectors(Strength.of(entries, item.scopes(), terms, candidates.sizes()), item, terms.ends());

        long drawId = draws.newId();
        RuleDraft draft = new RuleDraft(
                terms.digest(),
                terms.graded() ? Mode.SEALED : Mode.OPEN,
                office.code(),
                end.serial() + 1,
                end.commitment(),
                campaign.number(),
                supersession(campaign, actor),
                false,
                Roster.PERSON,
                terms.team(),
                terms.ends(),
                terms.sources().stream().map(CampaignSource::forRule).toList());
        Frame frame = candidates.frame();
        DepartmentPlan plan = new DepartmentPlan(
                department.code(),
                item.scopes(),
                terms.cap(),
                frame,
                strata.stream()
                        .map(row -> new Stratum(row.stratum(), row.size(), row.take(), row.reserve()))
                        .toList());
        CommittedDraw committed = CommittedDraw.commit(
                draft, List.of(plan), org.shuangsuiji.sampling.draw.Inspectors.of(entries), master);
        frames.store(drawId, FRAME_NO, frame, candidates);
        Instant published = clock.instant();
        refuseShortNotice(terms, published);
        draws.commit(
                drawId,
                campaign,
                office,
                List.of(new DrawBook.TargetRow(FRAME_NO, department.id(), department.code(), candidates.size(), take)),
                strata,
                committed,
                actor,
                published);
        String commitment = committed.commitment().hex();
        LedgerEntry entry = LedgerEntry.of(LedgerEvent.FRAME_FROZEN, actor, "campaign", campaign.id())
                .with("draw", drawId)
                .with("office", office.code())
                .with("serial", end.serial() + 1)
                .with("commitment", commitment)
                .with("size", candidates.size())
                .with("take", take)
                .with("excluded", candidates.excluded())
                .with("inspectors", entries.size());
        if (standing != null) {
            draws.beside(drawId, standing.lists(), standing.reason());
            entry = standing.into(entry);
        }
        ledger.record(entry);
        return new Frozen(drawId, end.serial() + 1, commitment, candidates.size(), take);
    }

    /** The lists of the same item that a further one has to name, and why there is to be one more. */
    private record Standing(List<StandingList> lists, String reason) {

        /** Each by its number: those that still stand with the visits finished and drawn, then those that ended undrawn. */
        LedgerEntry into(LedgerEntry entry) {
            LedgerEntry told = entry.because(reason);
            String standing = lists.stream()
                    .filter(list -> !list.ended())
                    .map(list -> "%s %d/%d".formatted(list.number(), list.finished(), list.visits()))
                    .collect(Collectors.joining(", "));
            if (!standing.isEmpty()) {
                told = told.with("beside", standing);
            }
            List<String> ended = numbers(lists, true);
            return ended.isEmpty() ? told : told.with("besideEnded", String.join(", ", ended));
        }
    }

    private static List<String> numbers(List<StandingList> lists, boolean ended) {
        return lists.stream()
                .filter(list -> list.ended() == ended)
                .map(StandingList::number)
                .toList();
    }

    /**
     * A draw of which nobody likes the result could be drawn again by planning the same a second time (DR-1 §1, 3), and
     * one abandoned as well. So a further list says beside which others it stands, or after which, and why. Asked under
     * the office's lock: what is published is what was true when the list was closed.
     */
    private static @Nullable Standing standing(List<StandingList> lists, @Nullable String reason) {
        if (lists.isEmpty()) {
            return null;
        }
        String given = reason == null ? "" : reason.strip();
        if (given.isEmpty()) {
            throw unreasoned(lists);
        }
        Reasons.requireForFurtherList(given);
        return new Standing(lists, given);
    }

    private static Refusal unreasoned(List<StandingList> lists) {
        List<String> standing = numbers(lists, false);
        List<String> ended = numbers(lists, true);
        if (standing.isEmpty()) {
            return Refusal.invalid("further-ended", ended);
        }
        int unfinished = lists.stream().mapToInt(StandingList::unfinished).sum();
        return ended.isEmpty()
                ? Refusal.invalid("further-list", standing, unfinished)
                : Refusal.invalid("further-list-ended", standing, unfinished, ended);
    }

    /**
     * Whom another list of this body may bring to the most before it is drawn, or whom this one may bring to the most of
     * that, cannot be left out: the most depends on the rank, and comparing two public lists would tell who has which. So
     * the lists are drawn one after the other.
     */
    private static void refuseWaitingLists(Candidates candidates) {
        int waiting = candidates.excluded(Exclusion.PENDING_DRAW);
        if (waiting > 0) {
            throw Refusal.conflict("lists-wait", waiting);
        }
    }

    private @Nullable GradeModel model(Campaign campaign, CampaignTerms terms, Department department, Actor actor) {
        Long modelId = terms.gradeModelId();
        if (modelId == null) {
            return null;
        }
        gradeReads.note(actor, GradeReads.Purpose.FREEZE, "campaign:" + campaign.id());
        return inForce(modelId, department);
    }

    private GradeModel inForce(long modelId, Department department) {
        return register.model(modelId, department).orElseThrow(() -> Refusal.conflict("model-not-in-force", modelId));
    }

    /** The day as of which the grades are known: today, unless the nightly run over those due is still to come. */
    private GradeModel.@Nullable AsOf asOf(@Nullable GradeModel model, LocalDate today) {
        if (model == null) {
            return null;
        }
        LocalDate gradedOn = model.gradedOn();
        if (gradedOn == null) {
            throw Refusal.conflict("grades-not-made", model.name(), model.versionNumber(), model.nameEn());
        }
        return new GradeModel.AsOf(model.versionId(), register.gradesDue(model.id(), today) ? gradedOn : today);
    }

    /** Announced in good time, or whoever freezes could know what the first source is about to say. */
    private void refuseShortNotice(CampaignTerms terms, Instant now) {
        Instant due = terms.sources().get(0).due();
        Instant earliest = now.plus(settings.notice());
        if (due.isBefore(earliest)) {
            throw Refusal.conflict("notice-too-short", due, settings.notice(), earliest);
        }
    }

    /** Who is drawn where nobody may go is drawn in vain: so the list waits for its people, or is narrowed. */
    private static void refuseWithoutInspectors(Strength strength, Item item, LocalDate ends) {
        Strength.Place whole = strength.whole();
        int team = strength.team();
        if (whole.inspectors() < team) {
            throw Refusal.conflict("inspectors-too-few", whole.inspectors(), team, ends);
        }
        if (whole.leads() == 0) {
            throw Refusal.conflict("inspectors-no-lead", item.scopes(), whole.inspectors());
        }
        strength.unmanned().stream().findFirst().ifPresent(place -> {
            throw Refusal.conflict(
                    "inspectors-unmanned",
                    place.shown(),
                    place.regions().size(),
                    place.enterprises(),
                    place.inspectors(),
                    place.leads(),
                    team,
                    ends);
        });
        long seats = strength.seats(whole);
        long capacity = strength.capacity(whole);
        if (seats > capacity) {
            throw Refusal.conflict(
                    "inspectors-capacity", seats, whole.visits(), team, capacity, whole.inspectors(), strength.cap());
        }
        if (whole.visits() > strength.leadCapacity(whole)) {
            throw Refusal.conflict(
                    "inspectors-leads", whole.visits(), whole.leads(), strength.cap(), strength.leadCapacity(whole));
        }
        Strength.Shortage shortage = strength.shortage();
        if (shortage != null) {
            Strength.Place place = shortage.place();
            throw Refusal.conflict(
                    shortage.ofLeads() ? "inspectors-region-leads" : "inspectors-region",
                    place.shown(),
                    place.regions().size(),
                    place.visits(),
                    shortage.seats(),
                    shortage.ofLeads() ? place.leads() : place.inspectors(),
                    strength.cap(),
                    shortage.capacity());
        }
    }

    /** The id of each rank's stratum, by rank number; ids tell nothing (DR-1 §3). */
    private static List<String> stratumOfRank(CampaignTerms terms, Master master) {
        Map<String, String> ids = StratumIds.shuffled(
                terms.digest(),
                master,
                terms.rates().stream().map(rate -> String.valueOf(rate.rank())).toList());
        List<String> byRank = new ArrayList<>();
        for (int rank = 0; rank <= RANKS; rank++) {
            byRank.add(ids.getOrDefault(String.valueOf(rank), ""));
        }
        return List.copyOf(byRank);
    }

    private static List<DrawBook.StratumRow> strata(
            CampaignTerms terms, Candidates candidates, List<String> stratumOfRank) {
        return terms.rates().stream()
                .map(rate -> {
                    int size = candidates.sizes().of(rate.rank());
                    int take = rate.takeOf(size, terms.takeFloor());
                    return new DrawBook.StratumRow(
                            FRAME_NO,
                            stratumOfRank.get(rate.rank()),
                            rate.rank(),
                            size,
                            take,
                            CampaignRate.reserveOf(size, take, terms.reserveRatio()));
                })
                .toList();
    }

    private @Nullable Supersession supersession(Campaign campaign, Actor actor) {
        Long former = campaign.supersedes().orElse(null);
        if (former == null) {
            return null;
        }
        DrawSheet draw = draws.find(former, actor.scope()).orElseThrow(() -> Refusal.absent("draw", former));
        String reason = campaign.supersedeReason().orElseThrow();
        Reasons.requireForRule(reason);
        return new Supersession(draw.name(), reason);
    }
}
