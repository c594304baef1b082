package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who may send records, and under which agreement. */
@Service
public class Sources {
    private static final String SUBJECT = "record-source";
    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 500;

    private final SourceRegister register;
    private final Ledger ledger;
    private final Clock clock;

    Sources(SourceRegister register, Ledger ledger, Clock clock) {
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SourceRow> list(Scope scope) {
        return register.rows(scope, today());
    }

    /** What may be named in this scope: what is open, and the departments that have not sent anything yet. */
    @Transactional(readOnly = true)
    public List<SourceRow> choices(Scope scope) {
        List<SourceRow> all = new ArrayList<>(register.rows(scope, today()));
        all.removeIf(row -> row.closed(today()));
        all.addAll(register.silentDepartments(scope));
        all.sort(Comparator.comparing(SourceRow::standing).thenComparing(SourceRow::departmentId));
        return all;
    }

    @Transactional(readOnly = true)
    public Source get(long id, Scope scope) {
        return register.find(id, scope).orElseThrow(() -> Refusal.absent(SUBJECT, id));
    }

    @Transactional(readOnly = true)
    public SourceRow row(long id, Scope scope) {
        return register.row(get(id, scope).id(), today());
    }

    /** What was ever agreed with it, the latest term first. */
    @Transactional(readOnly = true)
    public List<Agreement> agreements(long id, Scope scope) {
        return register.agreements(get(id, scope).id());
    }

    /** Enters a platform above the office, or a third party, and says its id. */
    @Transactional
    public long enter(SourceTerms terms, Actor actor) {
        terms.check();
        requireDepartment(terms, actor);
        if (register.wordTaken(terms.word())) {
            throw Refusal.conflict("record-source-word-taken", terms.word());
        }
        requireFreeName(terms, 0);
        Source source = new Source(terms);
        register.save(source);
        ledger.record(LedgerEntry.of(LedgerEvent.RECORD_SOURCE_ENTERED, actor, SUBJECT, source.id())
                .with("word", source.word())
                .row(source.row()));
        return source.id();
    }

    @Transactional
    public void change(long id, long version, SourceTerms terms, Actor actor) {
        Source source = ownAsSeen(id, version, actor);
        if (source.standing() != Source.Standing.DEPARTMENT) {
            terms.check();
            requireDepartment(terms, actor);
            requireFreeName(terms, id);
        }
        RowContent before = source.row();
        source.change(terms);
        register.save(source);
        ledger.record(LedgerEntry.of(LedgerEvent.RECORD_SOURCE_CHANGED, actor, SUBJECT, id)
                .row(before, source.row()));
    }

    /** Enters the agreement that binds a third party, or the one that follows it; none is ever changed. */
    @Transactional
    public void agree(long id, AgreementTerms terms, Actor actor) {
        terms.check();
        Source source = get(id, actor.scope());
        if (source.standing() != Source.Standing.THIRD_PARTY) {
            throw Refusal.conflict("record-source-no-third-party");
        }
        if (register.hasAgreement(id, terms.number())) {
            throw Refusal.conflict("agreement-number-taken", terms.number());
        }
        var agreement = new Agreement(
                terms.number(),
                terms.signedOn(),
                terms.beginsOn(),
                terms.endsOn(),
                terms.paper(),
                actor.account(),
                clock.instant(),
                null);
        register.add(id, agreement);
        ledger.record(LedgerEntry.of(LedgerEvent.AGREEMENT_ENTERED, actor, SUBJECT, id)
                .with("number", terms.number())
                .with("beginsOn", terms.beginsOn())
                .with("endsOn", terms.endsOn())
                .row(agreement.row()));
    }

    /** Ends an agreement before its term is over: from this day on it no longer holds. */
    @Transactional
    public void endAgreement(long id, String number, LocalDate day, String reason, Actor actor) {
        requireReason(reason);
        Agreement agreement = agreement(id, number, actor.scope());
        agreement.requireEndable(day);
        var end = new Agreement.End(day, reason.strip(), actor.account(), clock.instant());
        if (!register.end(id, number, end)) {
            throw Refusal.conflict("edited-meanwhile");
        }
        ledger.record(LedgerEntry.of(LedgerEvent.AGREEMENT_ENDED, actor, SUBJECT, id)
                .with("number", number)
                .with("endedOn", day)
                .row(agreement.row().told("endedOn", day))
                .because(reason));
    }

    /** One agreement of a source, by its number. */
    @Transactional(readOnly = true)
    public Agreement agreement(long id, String number, Scope scope) {
        return agreements(id, scope).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("agreement", number));
    }

    /** From today on the source sends nothing. */
    @Transactional
    public void close(long id, long version, String reason, Actor actor) {
        requireReason(reason);
        Source source = ownAsSeen(id, version, actor);
        RowContent before = source.row();
        source.close(today(), reason.strip());
        register.save(source);
        ledger.record(LedgerEntry.of(LedgerEvent.RECORD_SOURCE_CLOSED, actor, SUBJECT, id)
                .row(before, source.row())
                .because(reason));
    }

    @Transactional
    public void reopen(long id, long version, String reason, Actor actor) {
        requireReason(reason);
        Source source = ownAsSeen(id, version, actor);
        RowContent before = source.row();
        source.reopen();
        register.save(source);
        ledger.record(LedgerEntry.of(LedgerEvent.RECORD_SOURCE_REOPENED, actor, SUBJECT, id)
                .row(before, source.row())
                .because(reason));
    }

    /**
     * The source that a sender names, or its department's own when it names none: admitted today with this kind, or refused
     * with what is missing. The system itself has none.
     */
    Optional<Source> sending(@Nullable String word, RecordKind kind, Actor actor) {
        if (word == null && actor.departmentId() == 0) {
            return Optional.empty();
        }
        Source source = word == null ? register.ofDepartment(actor.departmentId()) : named(word, actor);
        admit(source, kind, Source.Door.RECEIVING);
        return Optional.of(source);
    }

    /** Looks again at the source of a file that was taken in: much may have ended since. */
    void holding(long id, RecordKind kind) {
        held(id, kind).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** What keeps a file that was taken in from being loaded now; empty where nothing does. */
    Optional<Refusal> held(long id, RecordKind kind) {
        return register.find(id, Scope.WHOLE_OFFICE)
                .flatMap(source -> source.stop(
                        kind, register.row(id, today()).name(), register.agreements(id), today(), Source.Door.LOADING));
    }

    /** The source of this word; a department that never sent anything has its own from now on. */
    Source owing(String word, Actor actor) {
        return named(word, actor);
    }

    private void admit(Source source, RecordKind kind, Source.Door door) {
        String called = register.row(source.id(), today()).name();
        source.admit(kind, called, register.agreements(source.id()), today(), door);
    }

    private Source named(String word, Actor actor) {
        Optional<Source> known = register.find(word, actor.scope());
        if (known.isPresent()) {
            return known.get();
        }
        return departmentOf(word)
                .filter(department -> register.reaches(department, actor.scope()))
                .map(register::ofDepartment)
                .orElseThrow(() -> Refusal.invalid("record-source-unknown", word));
    }

    private static Optional<Long> departmentOf(String word) {
        return Optional.of(word)
                .filter(it -> it.matches(SourceTerms.DEPARTMENT + "[1-9][0-9]{0,17}"))
                .map(it -> Long.parseLong(it.substring(SourceTerms.DEPARTMENT.length())));
    }

    private Source ownAsSeen(long id, long version, Actor actor) {
        Source source = get(id, actor.scope());
        if (source.version() != version) {
            throw Refusal.conflict("edited-meanwhile");
        }
        return source;
    }

    private void requireDepartment(SourceTerms terms, Actor actor) {
        if (!register.reaches(terms.departmentId(), actor.scope())) {
            throw Refusal.absent("department", terms.departmentId());
        }
    }

    private void requireFreeName(SourceTerms terms, long but) {
        if (register.nameTaken(terms.name(), but)) {
            throw Refusal.conflict("record-source-name-taken", terms.name());
        }
    }

    private static void requireReason(String reason) {
        int length = reason.strip().length();
        if (length < REASON_MIN || length > REASON_MAX) {
            throw Refusal.invalid("reason-length", REASON_MIN, REASON_MAX, length);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
