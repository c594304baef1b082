package org.shuangsuiji.console.office;

import org.jspecify.annotations.Nullable;

/** Recomputes every digest and the whole chain, and names the first entry that does not agree. */
public interface VerifyLedger {

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
     * The outcome.
     *
     * @param sealed places looked at, up to and including the first bad one
     * @param unsealed entries that wait for the sealer
     * @param head hash of the last good place
     * @param fault absent when everything agrees
     * @param seq place of the first fault
     * @param entryId entry of the first fault
     */
    record Report(
            long sealed,
            long unsealed,
            String head,
            @Nullable Fault fault,
            long seq,
            long entryId) {

        public boolean agrees() {
            return fault == null;
        }
    }

    /**
     * Reads everything in one snapshot.
     *
     * @param known a head noted earlier, for example from the portal; absent when none is at hand
     */
    Report verify(LedgerBook.@Nullable Head known);
}
