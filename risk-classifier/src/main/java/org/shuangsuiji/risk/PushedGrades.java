package org.shuangsuiji.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grades that other bodies pushed: kept under their own labels, beside ours and never mixed with them. */
@Service
public class PushedGrades {
    private static final int PAGE_MAX = 200;
    private static final int REASON_MAX = 500;

    private final PushedGradeBook book;
    private final StoredModels models;
    private final GradeReads reads;
    private final Ledger ledger;
    private final Clock clock;

    PushedGrades(PushedGradeBook book, StoredModels models, GradeReads reads, Ledger ledger, Clock clock) {
        this.book = book;
        this.models = models;
        this.reads = reads;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How many grades of which label there are, and what each stands for. */
    @Transactional
    public List<PushedLabel> labels(Actor actor) {
        reads.note(actor, GradeReads.Purpose.DISTRIBUTION, "pushed-grades");
        return book.labels(LocalDate.now(clock), actor.scope());
    }

    /** What others say of one enterprise. */
    @Transactional
    public List<PushedGrade> of(long enterpriseId, Actor actor) {
        List<PushedGrade> grades = book.of(enterpriseId, LocalDate.now(clock), actor.scope());
        if (!grades.isEmpty()) {
            reads.note(actor, GradeReads.Purpose.ENTERPRISE_PAGE, "enterprise:" + enterpriseId);
        }
        return grades;
    }

    /** Whom others grade otherwise than a model of ours, a page at a time. */
    @Transactional
    public List<PushedDifference> differences(
            long modelId, @Nullable String scheme, int stepsMin, long after, int limit, Actor actor) {
        if (!models.readable(modelId, actor.scope())) {
            throw Refusal.absent("model", modelId);
        }
        reads.note(actor, GradeReads.Purpose.LIST, "model:" + modelId);
        return book.differences(
                modelId,
                scheme,
                Math.max(1, stepsMin),
                LocalDate.now(clock),
                after,
                Math.max(1, Math.min(limit, PAGE_MAX)),
                actor.scope());
    }

    /** Decides for the actor's office and those below it what a label stands for, from a day on. */
    @Transactional
    public void decide(PushedGradeBook.Meaning meaning, Actor actor) {
        if (meaning.reason().isBlank() || meaning.reason().length() > REASON_MAX) {
            throw Refusal.invalid("pushed-label-reason", REASON_MAX);
        }
        if (!book.isKnown(meaning.scheme(), meaning.label(), actor.scope())) {
            throw Refusal.invalid("pushed-label-unknown", meaning.scheme(), meaning.label());
        }
        long id = book.keep(meaning, actor.departmentId(), actor.account(), clock.instant());
        var rank = meaning.rank();
        ledger.record(LedgerEntry.of(LedgerEvent.PUSHED_LABEL_DECIDED, actor, "pushed-label", id)
                .with("scheme", meaning.scheme())
                .with("label", meaning.label())
                .with("rank", rank == null ? "" : rank.number())
                .with("since", meaning.since())
                .because(meaning.reason()));
    }
}
