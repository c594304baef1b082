package org.shuangsuiji.sampling;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Whether somebody of this scope may change the revision, and not only use it. */
    @Transactional(readOnly = true)
    public boolean owns(long id, Scope scope) {
        return list.own(id, scope).isPresent();
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

    /** Changes a draft, or drafts the next revision of an entry in force or withdrawn; says the id of the draft. */
    @Transactional
    public long change(long id, int lockVersion, ItemTerms terms, Actor actor) {
        terms.check();
        departments.require(terms.departmentId(), actor.scope());
        Item item = list.own(id, actor.scope()).orElseThrow(() -> Refusal.absent("item", id));
        Locks.require(item.lockVersion(), lockVersion);
        list.lock(item.code());
        ItemTerms before = item.terms();
        Item changed = item.change(terms).orElse(item);
        if (changed != item && list.hasDraft(item.code())) {
            throw Refusal.conflict("item-draft-waits", item.code());
        }
        if (changed != item && list.lastRevision(item.code()) != item.revision()) {
            throw Refusal.conflict("item-not-current", item.code(), item.revision());
        }
        list.save(changed);
        ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CHANGED, actor, "item", changed.id())
                .with("code", changed.code())
                .with("revision", changed.revision())
                .changes(before.row(), terms.row())
                .row(changed.row()));
        return changed.id();
    }

    /**
     * From now on campaigns may use this revision; the former one is superseded.
     *
     * @return whose lists that changes: of the body that kept the entry until now, and of the one that keeps it from now on
     */
    @Transactional
    public Set<Long> publish(long id, Actor actor) {
        Item item = list.own(id, actor.scope()).orElseThrow(() -> Refusal.absent("item", id));
        Set<Long> keepers = new LinkedHashSet<>();
        list.published(item.code()).ifPresent(former -> {
            refuseUnlessOverBoth(former, item, actor);
            former.supersede();
            list.save(former);
            keepers.add(former.departmentId());
        });
        RowContent before = item.row();
        item.publish(actor, clock.instant());
        list.save(item);
        ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CHANGED, actor, "item", id)
                .with("code", item.code())
                .with("revision", item.revision())
                .row(before, item.row()));
        keepers.add(item.departmentId());
        return keepers;
    }

    /** Neither body gives an entry to the other, or takes it: that is for who answers for both. */
    private void refuseUnlessOverBoth(Item former, Item item, Actor actor) {
        for (Item revision : List.of(former, item)) {
            if (departments.find(revision.departmentId(), actor.scope()).isEmpty()) {
                throw Refusal.conflict("item-moves", item.code(), keeper(former), keeper(item));
            }
        }
    }

    private String keeper(Item item) {
        return departments.require(item.departmentId(), Scope.WHOLE_OFFICE).name();
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
