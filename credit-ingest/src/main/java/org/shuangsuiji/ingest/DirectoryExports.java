package org.shuangsuiji.ingest;

import java.time.YearMonth;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody takes a list of the directory away, before its first row leaves: a broken download is noted too. */
@Service
class DirectoryExports {
    private final DirectoryBook book;
    private final Ledger ledger;

    DirectoryExports(DirectoryBook book, Ledger ledger) {
        this.book = book;
        this.ledger = ledger;
    }

    @Transactional
    public void note(YearMonth month, DirectoryRow.Part part, String area, Actor actor) {
        ledger.record(LedgerEntry.of(LedgerEvent.DIRECTORY_EXPORTED, actor, Directory.SUBJECT, Directory.number(month))
                .with("directoryPart", part)
                .with("rows", book.size(month, part, area, actor.scope())));
    }
}
