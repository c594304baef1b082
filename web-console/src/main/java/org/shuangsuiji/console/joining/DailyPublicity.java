package org.shuangsuiji.console.joining;

import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.PublishLedgerHead;
import org.shuangsuiji.publication.ReleaseDrawnUnits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What becomes public by the calendar alone: each day the head of the ledger, after the visits who was drawn. */
@Component
class DailyPublicity {
    private static final Logger LOG = LoggerFactory.getLogger(DailyPublicity.class);

    private final LedgerBook ledger;
    private final PublishLedgerHead publishLedgerHead;
    private final ReleaseDrawnUnits releaseDrawnUnits;
    private final ReleaseDrawn releaseDrawn;
    private final boolean atOnce;

    DailyPublicity(
            LedgerBook ledger,
            PublishLedgerHead publishLedgerHead,
            ReleaseDrawnUnits releaseDrawnUnits,
            ReleaseDrawn releaseDrawn,
            @Value("${shuangsuiji.draw.release-at-once:false}") boolean atOnce) {
        this.ledger = ledger;
        this.publishLedgerHead = publishLedgerHead;
        this.releaseDrawnUnits = releaseDrawnUnits;
        this.releaseDrawn = releaseDrawn;
        this.atOnce = atOnce;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void ledgerHead() {
        ledger.head().ifPresent(head -> publishLedgerHead.today(head.seq(), head.hash(), Actor.SYSTEM));
    }

    @Scheduled(initialDelayString = "PT40S", fixedDelayString = "PT10M")
    void drawnUnits() {
        for (long drawId : releaseDrawnUnits.due(atOnce)) {
            try {
                releaseDrawn.release(drawId, Actor.SYSTEM);
            } catch (RuntimeException e) {
                // one draw that disagrees with its books must not keep the others from the public
                LOG.error("The drawn units of draw {} could not be released", drawId, e);
            }
        }
    }
}
