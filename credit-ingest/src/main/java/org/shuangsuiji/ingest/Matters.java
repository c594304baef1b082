package org.shuangsuiji.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.shuangsuiji.ingest.duty.ReportLimit;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list of matters of credit supervision (信用监管事项清单): departments draft, the credit office publishes. */
@Service
public class Matters {
    private static final String DRAFT = "matter-draft";
    private static final String CHANGE = "matter";
    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 500;
    private static final int DOCUMENT_MAX = 100;
    private static final int REPORTED_SHOWN = 50;

    private final MatterBook book;
    private final Supplier<WorkingCalendar> calendars;
    private final Ledger ledger;
    private final Clock clock;

    Matters(MatterBook book, Supplier<WorkingCalendar> calendars, Ledger ledger, Clock clock) {
        this.book = book;
        this.calendars = calendars;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<MatterDraftRow> drafts(Scope scope) {
        return book.drafts(scope);
    }

    @Transactional(readOnly = true)
    public MatterDraft draft(long id, Scope scope) {
        return book.draft(id, scope).orElseThrow(() -> Refusal.absent(DRAFT, id));
    }

    @Transactional(readOnly = true)
    public List<MatterList> lists(Scope scope) {
        return book.lists(scope);
    }

    @Transactional(readOnly = true)
    public MatterList list(long id, Scope scope) {
        return book.list(id, scope).orElseThrow(() -> Refusal.absent("matter-list", id));
    }

    @Transactional(readOnly = true)
    public List<Matter> matters(long listId, Scope scope) {
        return book.matters(list(listId, scope).id());
    }

    /** The matters of the actor's own department that stand in a list; each code once. */
    @Transactional(readOnly = true)
    public List<Matter> standing(Actor actor) {
        Map<String, Matter> own = new TreeMap<>();
        book.standing(actor.scope()).stream()
                .filter(matter -> matter.departmentId() == actor.departmentId())
                .forEach(matter -> own.putIfAbsent(matter.terms().code(), matter));
        return List.copyOf(own.values());
    }

    /** Begins a draft of the actor's own department and says its id; what is to be removed keeps the words that stand. */
    @Transactional
    public long begin(MatterTerms wanted, boolean removal, Actor actor) {
        wanted.check();
        MatterTerms terms = own(wanted, removal, actor);
        if (book.draftOpen(actor.departmentId(), terms.code())) {
            throw Refusal.conflict("matter-draft-there", terms.code());
        }
        var draft = new MatterDraft(actor.departmentId(), terms, removal, actor.account(), clock.instant());
        book.save(draft);
        ledger.record(LedgerEntry.of(LedgerEvent.MATTER_DRAFTED, actor, DRAFT, draft.id())
                .with("matterCode", terms.code())
                .row(draft.row()));
        return draft.id();
    }

    @Transactional
    public void change(long id, long version, MatterTerms wanted, boolean removal, Actor actor) {
        wanted.check();
        MatterDraft draft = own(id, version, actor);
        RowContent before = draft.row();
        draft.change(own(wanted, removal, actor), removal);
        book.save(draft);
        record(LedgerEvent.MATTER_DRAFT_CHANGED, draft, before, actor);
    }

    /** The code of another department's matter is not taken, and only what stands can be removed, as it stands. */
    private MatterTerms own(MatterTerms wanted, boolean removal, Actor actor) {
        List<Matter> there = book.standing(actor.scope()).stream()
                .filter(matter -> matter.terms().code().equals(wanted.code()))
                .toList();
        Optional<Matter> own = there.stream()
                .filter(matter -> matter.departmentId() == actor.departmentId())
                .findFirst();
        if (own.isEmpty() && !there.isEmpty()) {
            throw Refusal.conflict(
                    "matter-code-of-another", wanted.code(), there.get(0).departmentName());
        }
        if (own.isEmpty() && removal) {
            throw Refusal.conflict("matter-not-listed", wanted.code());
        }
        return removal ? own.orElseThrow().terms() : wanted;
    }

    /** Gives it to the credit office. */
    @Transactional
    public void handIn(long id, long version, Actor actor) {
        MatterDraft draft = own(id, version, actor);
        RowContent before = draft.row();
        draft.handIn();
        book.save(draft);
        record(LedgerEvent.MATTER_HANDED_IN, draft, before, actor);
    }

    @Transactional
    public void drop(long id, long version, Actor actor) {
        MatterDraft draft = own(id, version, actor);
        RowContent before = draft.row();
        draft.drop();
        book.save(draft);
        record(LedgerEvent.MATTER_DROPPED, draft, before, actor);
    }

    /** The credit office wants it otherwise. */
    @Transactional
    public void giveBack(long id, long version, String reason, Actor actor) {
        int length = reason.strip().length();
        if (length < REASON_MIN || length > REASON_MAX) {
            throw Refusal.invalid("reason-length", REASON_MIN, REASON_MAX, length);
        }
        MatterDraft draft = asSeen(id, version, actor);
        RowContent before = draft.row();
        draft.giveBack(reason.strip());
        book.save(draft);
        ledger.record(LedgerEntry.of(LedgerEvent.MATTER_RETURNED, actor, DRAFT, id)
                .row(before, draft.row())
                .because(reason));
    }

    /** What would be published: what was handed in, in the order of codes. */
    @Transactional(readOnly = true)
    public List<MatterDraftRow> handedIn(Scope scope) {
        return book.drafts(scope).stream()
                .filter(draft -> draft.state() == MatterDraft.State.HANDED_IN)
                .toList();
    }

    /** Stands for what was handed in, so that nothing is published that nobody saw. */
    public static String seen(List<MatterDraftRow> drafts) {
        return RowContent.empty()
                .told(
                        "drafts",
                        drafts.stream().map(d -> d.id() + "v" + d.version()).toList())
                .digest();
    }

    /**
     * Publishes the next version of the actor's office, made of the one before and all that was handed in.
     *
     * @param seen what {@link #seen} says of what the actor looked at
     * @return the id of the version
     */
    @Transactional
    public long publish(LocalDate effectiveOn, String seen, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        if (effectiveOn.isBefore(today)) {
            throw Refusal.invalid("matter-effective-past", effectiveOn, today);
        }
        book.lock(actor.departmentId());
        List<MatterDraftRow> waiting = handedIn(actor.scope());
        if (waiting.isEmpty()) {
            throw Refusal.conflict("matter-nothing-handed-in");
        }
        if (!seen(waiting).equals(seen)) {
            throw Refusal.conflict("matter-handed-in-meanwhile");
        }
        Optional<MatterList> latest = book.latest(actor.departmentId());
        latest.filter(list -> effectiveOn.isBefore(list.effectiveOn())).ifPresent(list -> {
            throw Refusal.invalid("matter-effective-before", effectiveOn, list.number(), list.effectiveOn());
        });
        Map<String, Matter> rows = new TreeMap<>();
        latest.map(list -> book.matters(list.id())).orElse(List.of()).stream()
                .filter(matter -> matter.change() != Matter.Change.REMOVED)
                .forEach(matter -> rows.put(
                        matter.terms().code(),
                        new Matter(0, Matter.Change.KEPT, matter.departmentId(), "", matter.terms())));
        for (MatterDraft draft : book.handedIn(actor.scope())) {
            apply(draft, rows);
            draft.publish();
            book.save(draft);
        }
        int number = latest.map(list -> list.number() + 1).orElse(1);
        long id = book.publish(actor.departmentId(), number, effectiveOn, actor.account(), clock.instant());
        rows.values().forEach(row -> book.add(id, row.change(), row.departmentId(), row.terms()));
        ledger.record(LedgerEntry.of(LedgerEvent.MATTERS_PUBLISHED, actor, "matter-list", id)
                .with("listNumber", number)
                .with("effectiveOn", effectiveOn)
                .with("changes", waiting.size())
                .with(
                        "rowsDigest",
                        RowContent.digestOf(rows.values().stream()
                                .map(row -> row.terms().row().told("change", row.change()))
                                .toList())));
        return id;
    }

    private static void apply(MatterDraft draft, Map<String, Matter> rows) {
        String code = draft.terms().code();
        Matter before = rows.get(code);
        if (before != null
                && (before.departmentId() != draft.departmentId() || before.change() != Matter.Change.KEPT)) {
            throw Refusal.conflict("matter-code-taken", code);
        }
        if (before == null && draft.removal()) {
            throw Refusal.conflict("matter-removes-nothing", code);
        }
        Matter.Change change =
                draft.removal() ? Matter.Change.REMOVED : before == null ? Matter.Change.ADDED : Matter.Change.CHANGED;
        rows.put(code, new Matter(0, change, draft.departmentId(), "", draft.terms()));
    }

    /** Changes in force that still have to be reported, the nearest limit first. */
    @Transactional(readOnly = true)
    public List<MatterChange> unreported(Scope scope) {
        LocalDate today = LocalDate.now(clock);
        WorkingCalendar calendar = calendars.get();
        return book.unreported(scope, today).stream()
                .map(change -> change.within(ReportLimit.of(change.effectiveOn(), today, calendar)))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<MatterChange> reported(Scope scope) {
        WorkingCalendar calendar = calendars.get();
        return book.reported(scope, REPORTED_SHOWN).stream()
                .map(change -> change.within(
                        ReportLimit.of(change.effectiveOn(), requireNonNull(change.reportedOn()), calendar)))
                .toList();
    }

    /** Ends the time limit of a change. */
    @Transactional
    public void report(long matterId, String documentNo, LocalDate day, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        MatterChange change = book.unreported(actor.scope(), today).stream()
                .filter(each -> each.matterId() == matterId)
                .findFirst()
                .orElseThrow(() -> Refusal.absent(CHANGE, matterId));
        var faults = new TermFaults();
        faults.line(documentNo, 2, DOCUMENT_MAX, "documentNo");
        faults.unless(
                !day.isAfter(today) && !day.isBefore(change.effectiveOn()),
                "reportedOn",
                "matter-reported-on",
                change.effectiveOn(),
                today,
                day);
        faults.refuseIfAny();
        if (!book.report(matterId, documentNo, day, actor, clock.instant())) {
            throw Refusal.conflict("matter-reported", matterId);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.MATTER_REPORTED, actor, CHANGE, matterId)
                .with("matterCode", change.code())
                .with("documentNo", documentNo)
                .with("reportedOn", day));
    }

    private void record(LedgerEvent event, MatterDraft draft, RowContent before, Actor actor) {
        ledger.record(LedgerEntry.of(event, actor, DRAFT, draft.id()).row(before, draft.row()));
    }

    /** A department writes rows of its own alone. */
    private MatterDraft own(long id, long version, Actor actor) {
        MatterDraft draft = asSeen(id, version, actor);
        if (draft.departmentId() != actor.departmentId()) {
            throw Refusal.conflict("matter-of-another");
        }
        return draft;
    }

    private MatterDraft asSeen(long id, long version, Actor actor) {
        MatterDraft draft = draft(id, actor.scope());
        if (draft.version() != version) {
            throw Refusal.conflict("edited-meanwhile");
        }
        return draft;
    }
}
