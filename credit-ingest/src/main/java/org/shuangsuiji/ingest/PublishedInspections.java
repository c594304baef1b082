package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Fingerprint;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a published inspection result in as a credit record of its enterprise, in the publication's transaction. */
@Service
class PublishedInspections implements InspectionRecords {
    private final InspectionBook book;
    private final Ledger ledger;
    private final FollowUps followUps;
    private final Clock clock;

    PublishedInspections(InspectionBook book, Ledger ledger, FollowUps followUps, Clock clock) {
        this.book = book;
        this.ledger = ledger;
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(PublishedResult result, Actor actor) {
        UUID content = new Fingerprint()
                .day(result.inspectedOn())
                .text(result.authority())
                .text(result.itemName())
                .text(String.join(",", result.categories()))
                .text(String.valueOf(result.problem()))
                .text(result.summary())
                .take();
        var version = new InspectionBook.Version(result, key(result.enterpriseId(), result.resultKey()), content);
        follow(book.keep(version, actor, clock.instant()), result.enterpriseId(), result.resultKey(), actor);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(long enterpriseId, String resultKey, LocalDate day, Actor actor) {
        UUID key = key(enterpriseId, resultKey);
        follow(book.withdraw(enterpriseId, key, day, actor, clock.instant()), enterpriseId, resultKey, actor);
    }

    private void follow(@Nullable Long deliveryId, long enterpriseId, String resultKey, Actor actor) {
        if (deliveryId == null) {
            return; // nothing changed
        }
        ledger.record(LedgerEntry.of(LedgerEvent.RESULT_RECORDED, actor, "enterprise", enterpriseId)
                .with("result", resultKey)
                .with("delivery", deliveryId));
        followUps.regradeTouched(deliveryId, actor);
    }

    private static UUID key(long enterpriseId, String resultKey) {
        return new Fingerprint()
                .number(RecordKind.INSPECTION.number())
                .amount(enterpriseId)
                .text(resultKey)
                .take();
    }
}
