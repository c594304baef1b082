package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who owes which kind of record, and how often (责任分工表). */
@Service
public class Duties {
    private static final String SUBJECT = "duty";
    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 500;

    private final DutyTable table;
    private final Sources sources;
    private final Ledger ledger;
    private final Clock clock;

    Duties(DutyTable table, Sources sources, Ledger ledger, Clock clock) {
        this.table = table;
        this.sources = sources;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is owed today or from a later day on. */
    @Transactional(readOnly = true)
    public List<DutyRow> list(Scope scope) {
        return table.standing(scope, null, LocalDate.now(clock));
    }

    /** The same of one source. */
    @Transactional(readOnly = true)
    public List<DutyRow> of(long sourceId, Scope scope) {
        return table.standing(scope, sourceId, LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public Duty get(long id, Scope scope) {
        return table.find(id, scope).orElseThrow(() -> Refusal.absent(SUBJECT, id));
    }

    /** All that this source ever owed of this kind, the latest first. */
    @Transactional(readOnly = true)
    public List<DutyRow> history(long id, Scope scope) {
        Duty duty = get(id, scope);
        return table.history(duty.sourceId(), duty.kind());
    }

    /** Enters a line for the source of this word; a department owes what it has never begun to send. */
    @Transactional
    public long enter(String source, LongFunction<DutyTerms> terms, Actor actor) {
        return enter(terms.apply(sources.owing(source, actor).id()), actor);
    }

    /** Enters a line and says its id. */
    @Transactional
    public long enter(DutyTerms terms, Actor actor) {
        terms.check();
        lock(terms.sourceId(), actor);
        refuseWhatItMayNotTell(terms, actor);
        table.from(terms.sourceId(), terms.kind(), terms.beginsOn()).ifPresent(other -> {
            throw Refusal.conflict("duty-there", other);
        });
        return entered(new Duty(terms, actor.account(), clock.instant()), actor);
    }

    /**
     * Enters a line for each kind of record that this source may tell and of which it owes nothing yet, as the law has it
     * everywhere.
     *
     * @return how many
     */
    @Transactional
    public int enterTemplate(long sourceId, LocalDate beginsOn, Actor actor) {
        lock(sourceId, actor);
        Source.Standing standing = sources.get(sourceId, actor.scope()).standing();
        List<DutyTerms> missing = DutyTemplate.of(sourceId, beginsOn).stream()
                .filter(line -> standing.mayTell(line.kind()))
                .filter(line -> table.from(sourceId, line.kind(), beginsOn).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            throw Refusal.conflict("duty-template-done");
        }
        missing.forEach(line -> entered(new Duty(line, actor.account(), clock.instant()), actor));
        return missing.size();
    }

    /** The same for the source of this word, or for a department that never sent anything. */
    @Transactional
    public int enterTemplate(String source, LocalDate beginsOn, Actor actor) {
        return enterTemplate(sources.owing(source, actor).id(), beginsOn, actor);
    }

    /** Ends the line the day before the new one begins, and says the id of the new one. */
    @Transactional
    public long change(long id, long version, DutyTerms terms, Actor actor) {
        terms.check();
        Duty duty = ownAsSeen(id, version, actor);
        refuseWhatItMayNotTell(terms, actor);
        RowContent before = duty.row();
        Duty next = duty.replace(terms, actor.account(), clock.instant());
        table.save(duty);
        table.save(next);
        ledger.record(LedgerEntry.of(LedgerEvent.DUTY_CHANGED, actor, SUBJECT, next.id())
                .with("replaces", id)
                .row(before, next.row()));
        return next.id();
    }

    @Transactional
    public void end(long id, long version, LocalDate lastDay, String reason, Actor actor) {
        int length = reason.strip().length();
        if (length < REASON_MIN || length > REASON_MAX) {
            throw Refusal.invalid("reason-length", REASON_MIN, REASON_MAX, length);
        }
        Duty duty = ownAsSeen(id, version, actor);
        RowContent before = duty.row();
        duty.end(lastDay, reason.strip());
        table.save(duty);
        ledger.record(LedgerEntry.of(LedgerEvent.DUTY_ENDED, actor, SUBJECT, id)
                .row(before, duty.row())
                .because(reason));
    }

    private long entered(Duty duty, Actor actor) {
        table.save(duty);
        ledger.record(LedgerEntry.of(LedgerEvent.DUTY_ENTERED, actor, SUBJECT, duty.id())
                .with("kind", duty.kind().word())
                .row(duty.row()));
        return duty.id();
    }

    private Duty ownAsSeen(long id, long version, Actor actor) {
        Duty duty = get(id, actor.scope());
        lock(duty.sourceId(), actor);
        if (duty.version() != version) {
            throw Refusal.conflict("edited-meanwhile");
        }
        return duty;
    }

    private void refuseWhatItMayNotTell(DutyTerms terms, Actor actor) {
        SourceRow source = sources.row(terms.sourceId(), actor.scope());
        if (!source.standing().mayTell(terms.kind())) {
            throw Refusal.invalid("duty-kind-not-told", source.name(), terms.kind());
        }
    }

    private void lock(long sourceId, Actor actor) {
        if (!table.lock(sourceId, actor.scope())) {
            throw Refusal.absent("record-source", sourceId);
        }
    }
}
