package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.WorkingCalendar;
import org.shuangsuiji.publication.notice.CategorySet;
import org.shuangsuiji.publication.notice.OverallResult;
import org.shuangsuiji.publication.notice.PublicResult;
import org.shuangsuiji.publication.notice.PublicityLimit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a passed result public (公示) and, in the same transaction, a credit record of its enterprise. */
@Service
public class PublishResult {
    private final Visits visits;
    private final VisitBook book;
    private final Categories categories;
    private final Supplier<WorkingCalendar> calendar;
    private final Notices notices;
    private final InspectionRecords records;
    private final Ledger ledger;
    private final Clock clock;

    PublishResult(
            Visits visits,
            VisitBook book,
            Categories categories,
            Supplier<WorkingCalendar> calendar,
            Notices notices,
            InspectionRecords records,
            Ledger ledger,
            Clock clock) {
        this.visits = visits;
        this.book = book;
        this.categories = categories;
        this.calendar = calendar;
        this.notices = notices;
        this.records = records;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public void publish(long visitId, Actor actor) {
        publishOne(claim(visitId, actor), calendar.get(), actor);
    }

    /**
     * Publishes several at once, each with its own entry in the ledger; all or none. They become public in the order
     * of their credit codes, so that the numbers of the notices tell nothing of the draw.
     */
    @Transactional
    public void publishAll(List<Long> visitIds, Actor actor) {
        WorkingCalendar days = calendar.get();
        visitIds.stream()
                .distinct()
                .sorted()
                .map(visitId -> claim(visitId, actor))
                .sorted(Comparator.comparing(Visit::creditCode).thenComparing(Visit::visitId))
                .forEach(visit -> publishOne(visit, days, actor));
    }

    private Visit claim(long visitId, Actor actor) {
        visits.findInScope(visitId, actor); // absent for whom it does not concern, before anything is touched
        boolean claimed = book.move(visitId, Set.of(VisitState.PASSED), VisitState.PUBLISHED);
        // read again: meanwhile another may have published it, or have sent a newer version through review
        Visit visit = visits.findInScope(visitId, actor);
        if (!claimed) {
            throw notPassed(visit);
        }
        return visit;
    }

    /** Why it cannot be claimed, as it stands once whoever was quicker is done. */
    private static Refusal notPassed(Visit visit) {
        Visit.Publication publication = visit.publication();
        return visit.state() == VisitState.PUBLISHED && publication != null
                ? Refusal.conflict(
                        "publication.published-already",
                        visit.enterpriseName(),
                        publication.publishedBy(),
                        publication.publishedAt())
                : Refusal.conflict("publication.not-passed", visit.enterpriseName());
    }

    private void publishOne(Visit visit, WorkingCalendar days, Actor actor) {
        EnteredResult result = visit.result();
        if (result == null) {
            throw new IllegalStateException("Visit %d passed review without a result".formatted(visit.visitId()));
        }
        CategorySet set = categories.set(result.setCode());
        List<PublicResult> lines = PublicResult.lines(
                new PublicResult.Heading(
                        visit.creditCode(),
                        visit.enterpriseName(),
                        visit.campaignId(),
                        visit.campaignNumber(),
                        visit.campaignName(),
                        visit.departmentName(),
                        result.inspectedOn()),
                visit.items().stream().map(Visit.Item::name).toList(),
                result.findings(),
                set);
        if (lines.isEmpty()) {
            throw Refusal.conflict("publication.nothing-public", visit.enterpriseName());
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        var limit = PublicityLimit.after(result.inspectedOn(), days);
        Visit.Publication former = visit.publication();
        Long corrects = former == null ? null : former.publicationId();
        book.addPublication(
                visit.visitId(), result.resultId(), corrects, limit.day(), limit.provisional(), today, now, actor);
        notices.addResults(lines, today, now);
        enterRecord(visit, result, OverallResult.of(result.findings(), set), actor);
        ledger.record(LedgerEntry.of(
                        corrects == null ? LedgerEvent.RESULT_PUBLISHED : LedgerEvent.RESULT_CORRECTED,
                        actor,
                        "visit",
                        visit.visitId())
                .with("version", result.version())
                .with("due", limit.day())
                .with("provisional", limit.provisional())
                .with("lines", lines.size())
                .with(
                        "published",
                        RowContent.digestOf(
                                lines.stream().map(PublicResult::row).toList()))
                .row(result.row()));
    }

    private void enterRecord(Visit visit, EnteredResult result, OverallResult overall, Actor actor) {
        records.enter(
                new InspectionRecords.PublishedResult(
                        visit.enterpriseId(),
                        "visit:" + visit.visitId(),
                        result.inspectedOn(),
                        visit.departmentName(),
                        String.join(
                                "、",
                                visit.items().stream().map(Visit.Item::name).toList()),
                        overall.codes(),
                        overall.problem(),
                        overall.text()),
                actor);
    }
}
