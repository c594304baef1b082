package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the directory of enterprises that are evaluated (评价企业名录): who trades, by area of the registered address, month by
 * month.
 */
@Service
public class Directory {
    static final String SUBJECT = "directory";

    private static final int EXPORT_STEP = 5000;

    private final DirectoryBook book;
    private final DirectoryExports exports;
    private final Ledger ledger;
    private final Clock clock;

    Directory(DirectoryBook book, DirectoryExports exports, Ledger ledger, Clock clock) {
        this.book = book;
        this.exports = exports;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The months that have a directory, the latest first. */
    @Transactional(readOnly = true)
    public List<DirectoryMonth> months() {
        return book.months();
    }

    @Transactional(readOnly = true)
    public DirectoryMonth month(YearMonth month) {
        return book.months().stream()
                .filter(each -> each.month().equals(month))
                .findFirst()
                .orElseThrow(() -> Refusal.absent(SUBJECT, number(month)));
    }

    /** Whether this month waits for its directory; before there was any, only the first day of a month begins one. */
    @Transactional(readOnly = true)
    public boolean owed() {
        List<DirectoryMonth> months = book.months();
        return months.isEmpty()
                ? LocalDate.now(clock).getDayOfMonth() == 1
                : months.get(0).month().isBefore(YearMonth.now(clock));
    }

    /** Whether the present month has none yet. */
    @Transactional(readOnly = true)
    public boolean missing() {
        return book.months().stream().noneMatch(each -> each.month().equals(YearMonth.now(clock)));
    }

    /** Draws up the directory of the present month from the register as it is; nothing when it is there. */
    @Transactional
    public YearMonth take(Actor actor) {
        YearMonth month = YearMonth.now(clock);
        if (book.take(month, actor.account(), clock.instant())) {
            ledger.record(LedgerEntry.of(LedgerEvent.DIRECTORY_TAKEN, actor, SUBJECT, number(month))
                    .with("members", month(month).members()));
        }
        return month;
    }

    /** Of each area one level below the reader's own. */
    @Transactional(readOnly = true)
    public List<DirectoryCount> counts(YearMonth month, Scope scope) {
        return book.counts(month(month).month(), scope);
    }

    /** How many stand in all of these areas. */
    public static long members(List<DirectoryCount> counts) {
        return counts.stream().mapToLong(DirectoryCount::members).sum();
    }

    /**
     * A page of a month.
     *
     * @param area the digits with which regions begin; empty for all that the reader may see
     */
    @Transactional(readOnly = true)
    public List<DirectoryRow> list(
            YearMonth month, DirectoryRow.Part part, String area, long after, int limit, Scope scope) {
        return book.list(month(month).month(), part, area, after, limit, scope);
    }

    /**
     * Hands out a whole list, page by page, after it is noted who takes it. Not one transaction: the note stands whatever
     * becomes of the rows.
     */
    public void export(YearMonth asked, DirectoryRow.Part part, String area, Actor actor, Consumer<DirectoryRow> rows) {
        YearMonth month = month(asked).month();
        exports.note(month, part, area, actor);
        long after = 0;
        List<DirectoryRow> page;
        do {
            page = book.list(month, part, area, after, EXPORT_STEP, actor.scope());
            page.forEach(rows);
            after = page.isEmpty() ? after : page.get(page.size() - 1).enterpriseId();
        } while (page.size() == EXPORT_STEP);
    }

    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
