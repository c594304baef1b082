package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.LocalDate;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the head of the ledger in public once a day: a copy kept outside proves later changes, even the owner's. */
@Service
public class PublishLedgerHead {
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    PublishLedgerHead(Notices notices, Ledger ledger, Clock clock) {
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes today's head; the first one of a day stands.
     *
     * @return false when today has one
     */
    @Transactional
    public boolean today(long seq, String hash, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        if (!notices.ledgerHead(today, seq, hash, clock.instant())) {
            return false;
        }
        ledger.record(LedgerEntry.of(LedgerEvent.LEDGER_HEAD_PUBLISHED, actor, "ledger", today)
                .with("seq", seq)
                .with("hash", hash));
        return true;
    }
}
