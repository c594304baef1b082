package org.shuangsuiji.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;

/** The doors of the other modules, which here only remember what was asked of them. */
class Recorded implements Ledger, InspectionRecords {
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<PublishedResult> results = new ArrayList<>();
    private final List<String> withdrawn = new ArrayList<>();
    private boolean refusing;

    /** From now on no record can be kept. */
    synchronized void refuse() {
        refusing = true;
    }

    @Override
    public synchronized void record(LedgerEntry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized void enter(PublishedResult result, Actor actor) {
        if (refusing) {
            throw new IllegalStateException("no record can be kept");
        }
        results.add(result);
    }

    @Override
    public synchronized void withdraw(long enterpriseId, String resultKey, LocalDate day, Actor actor) {
        withdrawn.add(resultKey + " " + day);
    }

    synchronized List<LedgerEvent> events() {
        return entries.stream().map(LedgerEntry::event).toList();
    }

    synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    synchronized List<PublishedResult> results() {
        return List.copyOf(results);
    }

    synchronized List<String> withdrawn() {
        return List.copyOf(withdrawn);
    }

    synchronized void forget() {
        entries.clear();
        results.clear();
        withdrawn.clear();
    }
}
