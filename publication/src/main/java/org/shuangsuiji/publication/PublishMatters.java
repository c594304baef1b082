package org.shuangsuiji.publication;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.publication.notice.PublicMatterList;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a version of the list of matters (信用监管事项清单) to everybody, as it has to be (依托信用网站向社会公布). */
@Service
public class PublishMatters {
    private final Notices notices;
    private final Ledger ledger;

    PublishMatters(Notices notices, Ledger ledger) {
        this.notices = notices;
        this.ledger = ledger;
    }

    /** Nothing happens when this version is public already. */
    @Transactional
    public void publish(PublicMatterList list, Actor actor) {
        if (notices.addMatters(list)) {
            ledger.record(LedgerEntry.of(LedgerEvent.MATTERS_MADE_PUBLIC, actor, "matter-list", list.listId())
                    .with("listNumber", list.number())
                    .with("effectiveOn", list.effectiveOn())
                    .with("published", list.digest()));
        }
    }
}
