package org.shuangsuiji.sampling;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list of what may be inspected (随机抽查事项清单). */
@Service
public class Items {
    private final ItemList list;
    private final Departments departments;
    private final Ledger ledger;
    private final Clock clock;

    Items(ItemList list, Departments departments, Ledger ledger, Clock clock) {
        this.list = list;
        this.departments = departments;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ItemRow> list(Scope scope) {
        return list.rows(scope);
    }

    /** The revisions of one entry, the latest first. */
    @Transactional(readOnly = true)
    public List<ItemRow> revisions(long id, Scope scope) {
        return list.revisions(id, scope);
    }

    @Transactional(readOnly = true)
    public Item get(long id, Scope scope) {
        return list.visible(id, scope).orElseThrow(() -> Refusal.absent("item", id));
    }

    /** The published revision of the entry of which this is a revision; absent when the entry left the list. */
    @Transactional(readOnly = true)
    public Optional<Item> inForce(long id, Scope scope) {
        return list.inForce(id, scope);
    }

    /** Makes a draft of a new entry and says its id. */
    @Transactional
    public long create(ItemTerms terms, Actor actor) {
        terms.check();
        departments.require(terms.departmentId(), actor.scope());
        if (list.knows(terms.code())) {
            throw Refusal.conflict("item-code-taken", terms.code());
        }
        Item item = new Item(terms);
        list.save(item);
        ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CREATED, actor, "item", item.id())
                .with("code", terms.code())
                .row(item.row()));
        return item.id();
    }

    /** Changes a draft, or drafts the next revision of a published entry; says the id of the draft. */
    @Transactional
    public long change(long id, int lockVersion, ItemTerms terms, Actor actor) {
        terms.check();
        departments.require(terms.departmentId(), actor.scope());
        Item item = list.own(id, actor.scope()).orElseThrow(() -> Refusal.absent("item", id));
        Locks.require(item.lockVersion(), lockVersion);
        ItemTerms before = item.terms();
        Item changed = item.change(terms).orElse(item);
        if (changed != item && list.hasDraft(item.code())) {
            throw Refusal.conflict("item-draft-waits", item.code());
        }
        list.save(changed);
        ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CHANGED, actor, "item", changed.id())
                .with("code", changed.code())
                .with("revision", changed.revision())
                .changes(before.row(), terms.row())
                .row(changed.row()));
        return changed.id();
    }

    /** From now on campaigns may use this revision; the former one is superseded. */
    @Transactional
    public void publish(long id, Actor actor) {
        Item item = list.own(id, actor.scope()).orElseThrow(() -> Refusal.absent("item", id));
        list.published(item.code()).ifPresent(former -> {
            former.supersede();
            list.save(former);
        });
        RowContent before = item.row();
        item.publish(actor, clock.instant());
        list.save(item);
        ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CHANGED, actor, "item", id)
                .with("code", item.code())
                .with("revision", item.revision())
                .row(before, item.row()));
    }

    /** The entry leaves the list: nothing new is inspected under it. */
    @Transactional
    public void withdraw(long id, String reason, Actor actor) {
        Reasons.require(reason);
        Item item = list.own(id, actor.scope()).orElseThrow(() -> Refusal.absent("item", id));
        RowContent before = item.row();
        item.withdraw();
        list.save(item);
        ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CHANGED, actor, "item", id)
                .with("code", item.code())
                .with("revision", item.revision())
                .row(before, item.row())
                .because(reason));
    }
}
