package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.Fault;
import org.shuangsuiji.publication.notice.OverallResult;
import org.shuangsuiji.publication.notice.ResultForm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the team found (谁检查、谁录入): a draft, or handed in for review. */
@Service
public class EnterResult {
    /** Refusal: a colleague kept a result after the page was opened; its newest version says which. */
    public static final String CHANGED_MEANWHILE = "result.changed-meanwhile";

    private final TeamVisit teamVisit;
    private final VisitBook book;
    private final Categories categories;
    private final Ledger ledger;
    private final Clock clock;

    EnterResult(TeamVisit teamVisit, VisitBook book, Categories categories, Ledger ledger, Clock clock) {
        this.teamVisit = teamVisit;
        this.book = book;
        this.categories = categories;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps a draft.
     *
     * @param knownVersion the version that the inspector saw; 0 when there was none
     */
    @Transactional
    public void saveDraft(long visitId, int knownVersion, ResultForm form, Actor actor) {
        keep(visitId, knownVersion, form, actor, false);
    }

    /** Hands a result in for review. */
    @Transactional
    public void submit(long visitId, int knownVersion, ResultForm form, Actor actor) {
        keep(visitId, knownVersion, form, actor, true);
    }

    private void keep(long visitId, int knownVersion, ResultForm form, Actor actor, boolean submit) {
        var mine = teamVisit.of(visitId, actor);
        var set = categories.on(form.inspectedOn());
        var visited = new ResultForm.Visited(
                mine.visit().items().size(),
                mine.visit().starts(),
                mine.inspectorId(),
                mine.visit().teamIds());
        LocalDate today = LocalDate.now(clock);
        List<Fault> faults = submit ? form.faults(visited, set, today) : form.draftFaults(visited, set, today);
        if (!faults.isEmpty()) {
            throw new FaultyResult(faults);
        }
        if (!book.move(visitId, VisitState.ENTERABLE, submit ? VisitState.SUBMITTED : VisitState.DRAFT)) {
            throw Refusal.conflict("result.not-enterable", mine.visit().enterpriseName());
        }
        // the visit's row is locked from here on, so the newest version cannot move under us
        int newest = book.newestVersion(visitId);
        if (newest != knownVersion) {
            throw Refusal.conflict(CHANGED_MEANWHILE, mine.visit().enterpriseName());
        }
        book.addResult(visitId, newest + 1, set, submit, form, actor, mine.inspectorId(), clock.instant());
        var kept = Objects.requireNonNull(teamVisit.of(visitId, actor).visit().result());
        ledger.record(LedgerEntry.of(
                        submit ? LedgerEvent.RESULT_SUBMITTED : LedgerEvent.RESULT_DRAFTED, actor, "visit", visitId)
                .with("version", newest + 1)
                .with(
                        "categories",
                        String.join(",", OverallResult.of(form.findings(), set).codes()))
                .row(kept.row()));
    }
}
