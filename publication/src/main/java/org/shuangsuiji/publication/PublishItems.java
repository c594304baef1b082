package org.shuangsuiji.publication;

import java.time.Clock;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.publication.notice.PublicItem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a department's list of items (随机抽查事项清单): what is not on it is not inspected (清单之外无检查). */
@Service
public class PublishItems {
    private final DrawFacts facts;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    PublishItems(DrawFacts facts, Notices notices, Ledger ledger, Clock clock) {
        this.facts = facts;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Makes the present list of the department public; how many items it has. */
    @Transactional
    public int ofDepartment(long departmentId, Actor actor) {
        if (!facts.departmentInScope(departmentId, actor.scope())) {
            throw Refusal.absent("department", departmentId);
        }
        var items = facts.items(departmentId);
        int changed = notices.replaceItems(departmentId, items, clock.instant());
        ledger.record(LedgerEntry.of(LedgerEvent.ITEM_LIST_PUBLISHED, actor, "department", departmentId)
                .with("items", items.size())
                .with("changed", changed)
                .with(
                        "published",
                        RowContent.digestOf(items.stream().map(PublicItem::row).toList())));
        return items.size();
    }
}
