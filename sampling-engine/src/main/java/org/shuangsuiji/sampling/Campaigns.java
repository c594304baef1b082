package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.TermsRefused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans campaigns (抽查任务): whom, how much of each rank, how often at most, and which chance will decide. */
@Service
public class Campaigns {
    private final CampaignRegister register;
    private final ItemList items;
    private final Departments departments;
    private final InspectorDirectory inspectors;
    private final Frames frames;
    private final DrawBook draws;
    private final Ledger ledger;
    private final GradeReads gradeReads;
    private final Clock clock;

    Campaigns(
            CampaignRegister register,
            ItemList items,
            Departments departments,
            InspectorDirectory inspectors,
            Frames frames,
            DrawBook draws,
            Ledger ledger,
            GradeReads gradeReads,
            Clock clock) {
        this.register = register;
        this.items = items;
        this.departments = departments;
        this.inspectors = inspectors;
        this.frames = frames;
        this.draws = draws;
        this.ledger = ledger;
        this.gradeReads = gradeReads;
        this.clock = clock;
    }

    /** The latest first, below this id; {@link Long#MAX_VALUE} begins. */
    @Transactional(readOnly = true)
    public List<CampaignRow> list(Scope scope, long below, int count) {
        return register.rows(scope, below, count);
    }

    @Transactional(readOnly = true)
    public Campaign get(long id, Scope scope) {
        return register.find(id, scope).orElseThrow(() -> Refusal.absent("campaign", id));
    }

    /** The campaign, while it may still be changed; refuses with who froze or cancelled it and when. */
    @Transactional(readOnly = true)
    public Campaign planned(long id, Scope scope) {
        Campaign campaign = get(id, scope);
        campaign.requirePlanned();
        return campaign;
    }

    /** The models whose ranks may make the strata of a department's campaign. */
    @Transactional(readOnly = true)
    public List<GradeModel> models(long departmentId, Scope scope) {
        return register.models(departments.require(departmentId, scope));
    }

    /** The model that makes the strata of a campaign, if one does and it is in force. */
    @Transactional(readOnly = true)
    public Optional<GradeModel> model(CampaignTerms terms, Scope scope) {
        Long model = terms.gradeModelId();
        return model == null
                ? Optional.empty()
                : register.model(model, departments.require(terms.departmentId(), scope));
    }

    /** Plans a campaign under the next number of its body and year, and says its id. */
    @Transactional
    public long create(CampaignTerms terms, Actor actor) {
        Department department = check(terms, actor);
        refusePastDues(terms.sources());
        Instant now = clock.instant();
        Campaign campaign = new Campaign(number(department), terms, actor, now);
        return create(campaign, actor, null);
    }

    /**
     * Plans anew what an abandoned or failed draw did not draw; the new draw will name the old one and the reason. Its
     * item is the revision in force now. Other terms that fit no more are kept, and told by {@link #unfit}.
     */
    @Transactional
    public long again(long id, String reason, Actor actor) {
        Reasons.requireForRule(reason);
        Campaign former = get(id, actor.scope());
        Long ended = register.endedDraw(id);
        if (ended == null) {
            throw Refusal.conflict("campaign-not-ended", former.number());
        }
        register.successor(ended).ifPresent(number -> {
            throw Refusal.conflict("campaign-succeeded", former.number(), number);
        });
        CampaignTerms terms = former.terms().withSources(List.of());
        Optional<Item> revised = items.inForce(terms.itemId(), actor.scope());
        if (revised.isPresent()) {
            terms = terms.withItem(revised.get().id());
        }
        Department department = departments.require(terms.departmentId(), actor.scope());
        Campaign campaign = new Campaign(number(department), terms, ended, reason, actor, clock.instant());
        return create(campaign, actor, reason);
    }

    /**
     * What of the terms of a planned campaign fits no more, as when its item was revised or left the list; empty while
     * they could be stored as they are.
     */
    @Transactional(readOnly = true)
    public List<TermsRefused.Fault> unfit(long id, Actor actor) {
        CampaignTerms terms = planned(id, actor.scope()).terms();
        return faults(terms, departments.require(terms.departmentId(), actor.scope()), actor)
                .list();
    }

    /** A redraw of something else would name the ended draw and leave what it was to inspect without one (DR-1 §1, 3). */
    private void refuseAnotherItem(long itemId, CampaignTerms terms, Actor actor) {
        Item before = items.visible(itemId, actor.scope()).orElseThrow(() -> Refusal.absent("item", itemId));
        TermFaults faults = new TermFaults();
        faults.unless(item(terms, actor).isSameAs(before), "itemId", "redraw-item", before.name());
        faults.refuseIfAny();
    }

    private long create(Campaign campaign, Actor actor, @Nullable String reason) {
        register.save(campaign);
        ledger.record(LedgerEntry.of(LedgerEvent.CAMPAIGN_CREATED, actor, "campaign", campaign.id())
                .with("number", campaign.number())
                .row(campaign.row())
                .because(reason));
        return campaign.id();
    }

    @Transactional
    public void change(long id, int lockVersion, CampaignTerms terms, Actor actor) {
        Campaign campaign = get(id, actor.scope());
        campaign.requirePlanned();
        Locks.require(campaign.lockVersion(), lockVersion);
        check(terms, actor);
        campaign.supersedes().flatMap(ended -> draws.find(ended, actor.scope())).ifPresent(ended -> {
            refuseAnotherItem(get(ended.campaignId(), actor.scope()).itemId(), terms, actor);
        });
        if (!terms.sources().equals(campaign.terms().sources())) {
            refusePastDues(terms.sources());
        }
        RowContent before = campaign.row();
        campaign.change(terms);
        register.save(campaign);
        ledger.record(LedgerEntry.of(LedgerEvent.CAMPAIGN_CHANGED, actor, "campaign", id)
                .with("number", campaign.number())
                .row(before, campaign.row()));
    }

    /** Only while it is planned; a frozen one is abandoned in public instead ({@link AbandonDraw}). */
    @Transactional
    public void cancel(long id, String reason, Actor actor) {
        Reasons.require(reason);
        Campaign campaign = get(id, actor.scope());
        RowContent before = campaign.row();
        campaign.cancel(actor, clock.instant());
        register.save(campaign);
        ledger.record(LedgerEntry.of(LedgerEvent.CAMPAIGN_CANCELLED, actor, "campaign", id)
                .with("number", campaign.number())
                .row(before, campaign.row())
                .because(reason));
    }

    /** What a freeze of these terms would find now; they need not be stored. */
    @Transactional
    public Preview preview(CampaignTerms terms, Actor actor) {
        Department department = check(terms, actor);
        Item item = item(terms, actor);
        if (terms.graded()) {
            gradeReads.note(actor, GradeReads.Purpose.FREEZE, "model:" + terms.gradeModelId());
        }
        LocalDate today = LocalDate.now(clock);
        SortedMap<Exclusion, Integer> excluded = new TreeMap<>();
        FrameSizes sizes = new FrameSizes();
        int[] atMost = new int[5];
        for (FrameCount count : frames.count(new Eligibility(department, terms, today))) {
            Exclusion reason = count.exclusion();
            if (reason == null) {
                sizes.add(Objects.requireNonNull(count.region()), count.rank(), count.count());
            } else {
                excluded.merge(reason, count.count(), Integer::sum);
                if (reason == Exclusion.AT_MOST) {
                    atMost[count.rank()] = count.count();
                }
            }
        }
        List<Preview.Line> lines = new ArrayList<>();
        for (CampaignRate rate : terms.rates()) {
            int size = sizes.of(rate.rank());
            int take = rate.takeOf(size, terms.takeFloor());
            lines.add(new Preview.Line(
                    rate, size, take, CampaignRate.reserveOf(size, take, terms.reserveRatio()), atMost[rate.rank()]));
        }
        int eligible = lines.stream().mapToInt(Preview.Line::size).sum();
        int take = lines.stream().mapToInt(Preview.Line::take).sum();
        Strength strength = Strength.of(inspectors.eligible(department, today), item.scopes(), terms, sizes);
        return new Preview(excluded, lines, eligible, take, strength);
    }

    /**
     * The lists of the same item that still stand, or ended without a draw and were named by none since: beside them this
     * campaign, frozen now, needs a reason.
     */
    @Transactional(readOnly = true)
    public List<StandingList> standing(long id, Scope scope) {
        Department department = departments.require(get(id, scope).departmentId(), scope);
        return draws.standing(departments.officeOf(department), id);
    }

    /** Which of these lists ended without a draw and belong to campaigns of this scope, where each can be planned anew. */
    @Transactional(readOnly = true)
    public Set<StandingList> endedWithin(List<StandingList> lists, Scope scope) {
        return lists.stream()
                .filter(StandingList::ended)
                .filter(list -> register.find(list.campaignId(), scope).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Department check(CampaignTerms terms, Actor actor) {
        Department department = departments.require(terms.departmentId(), actor.scope());
        faults(terms, department, actor).refuseIfAny();
        return department;
    }

    private TermFaults faults(CampaignTerms terms, Department department, Actor actor) {
        TermFaults faults = terms.faults(department, item(terms, actor));
        Long model = terms.gradeModelId();
        faults.unless(
                model == null || register.model(model, department).isPresent(), "gradeModelId", "grade-model-unknown");
        return faults;
    }

    /** Told where it is typed, and not only when the lists are frozen. */
    private void refusePastDues(List<CampaignSource> sources) {
        Instant now = clock.instant();
        TermFaults faults = new TermFaults();
        for (int i = 0; i < sources.size(); i++) {
            Instant due = sources.get(i).due();
            faults.unless(!due.isBefore(now), "sources[%d].due".formatted(i), "due-past", due, now);
        }
        faults.refuseIfAny();
    }

    private Item item(CampaignTerms terms, Actor actor) {
        return items.visible(terms.itemId(), actor.scope()).orElseThrow(() -> Refusal.absent("item", terms.itemId()));
    }

    private String number(Department department) {
        return departments.nextNumber(department, LocalDate.now(clock).getYear());
    }
}
