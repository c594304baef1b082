package org.shuangsuiji.model;

/**
 * The append-only book of the office: one entry for every command that changes state, in the command's own
 * transaction, so that neither exists without the other. Committed entries are hash-chained within a second.
 */
public interface Ledger {

    /** Writes one entry in the current transaction; fails when there is none. */
    void record(LedgerEntry entry);
}
