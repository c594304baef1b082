package org.shuangsuiji.model;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which thing and why.
 *
 * @param subject the thing changed, as {@code kind:id}, for example {@code campaign:17}
 * @param reason why, in the words of who did it, where the event asks for a reason
 * @param facts what changed, as names and values (counts, digests, numbers of versions); never personal data, which a
 *     digest binds and does not tell
 */
public record LedgerEntry(
        LedgerEvent event,
        Actor actor,
        String subject,
        @Nullable String reason,
        SortedMap<String, String> facts) {

    public LedgerEntry {
        facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static LedgerEntry of(LedgerEvent event, Actor actor, String kind, Object id) {
        return new LedgerEntry(event, actor, kind + ":" + id, null, new TreeMap<>());
    }

    public LedgerEntry because(@Nullable String why) {
        return new LedgerEntry(event, actor, subject, why, facts);
    }

    public LedgerEntry with(String name, Object value) {
        var more = new TreeMap<>(facts);
        more.put(name, String.valueOf(value));
        return new LedgerEntry(event, actor, subject, reason, more);
    }

    /** Binds the row that the command wrote, as it now is. */
    public LedgerEntry row(RowContent row) {
        return with("row", row.digest());
    }

    /** The same, and each value that is not what it was. */
    public LedgerEntry row(RowContent before, RowContent after) {
        return changes(before, after).row(after);
    }

    /** Each value that is not what it was. */
    public LedgerEntry changes(RowContent before, RowContent after) {
        var more = new TreeMap<>(facts);
        more.putAll(before.changesTo(after));
        return new LedgerEntry(event, actor, subject, reason, more);
    }
}
