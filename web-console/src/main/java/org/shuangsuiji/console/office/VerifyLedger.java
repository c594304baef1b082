package org.shuangsuiji.console.office;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every digest and the whole chain, names the first entry that does not agree, and looks up every head that
 * the office has published.
 *
 * <p>Whoever owns the database can write the published heads anew together with the chain: then only a head noted
 * outside, by a reader of the portal, tells. Nor can it be told whether an entry was removed before it was linked: the
 * numbers of entries have gaps, for a command that is rolled back uses its number up.
 */
public interface VerifyLedger {

    /** An entry is linked within a second of its commit; after so long the sealer does not run, or was led astray. */
    Duration LINKED_WITHIN = Duration.ofSeconds(60);

    /** What is wrong with an entry; each has a text in the message files ({@code ledger.fault.<word>}). */
    enum Fault {
        /** A place of the chain is missing. */
        GAP,
        /** The entry of this place is gone. */
        ENTRY_GONE,
        /** The entry does not have the digest it was written with. */
        ENTRY_CHANGED,
        /** The hash does not follow from the former one: something was exchanged, inserted or removed. */
        CHAIN_BROKEN,
        /** An entry stands at two places. */
        SEALED_TWICE,
        /** The head noted earlier is not in the chain: its end was cut off or it is another chain. */
        HEAD_UNKNOWN
    }

    /**
     * A head that the office published and that is not in its chain any more: the chain was cut off or is another.
     *
     * @param found the hash that stands at its place now; absent when the chain does not reach it
     */
    record LostHead(
            LocalDate day,
            LedgerBook.Head published,
            @Nullable String found) {}

    /** Entries that should have been linked long ago, judged by the clock of the database. */
    record Overdue(long entries, Instant oldest) {}

    /**
     * The outcome.
     *
     * @param sealed places looked at, up to and including the first bad one
     * @param unsealed entries that wait for the sealer, overdue or not
     * @param head hash of the last good place
     * @param fault absent when everything agrees
     * @param seq place of the first fault
     * @param entryId entry of the first fault
     * @param lostHeads published heads that are not in the chain, by day
     * @param overdue absent when every entry that waits is fresh
     */
    record Report(
            long sealed,
            long unsealed,
            String head,
            @Nullable Fault fault,
            long seq,
            long entryId,
            List<LostHead> lostHeads,
            @Nullable Overdue overdue) {

        public Report {
            lostHeads = List.copyOf(lostHeads);
        }

        public boolean agrees() {
            return fault == null && lostHeads.isEmpty() && overdue == null;
        }
    }

    /**
     * Reads everything in one snapshot.
     *
     * @param known a head noted earlier, for example from the portal; absent when none is at hand
     */
    Report verify(LedgerBook.@Nullable Head known);
}
