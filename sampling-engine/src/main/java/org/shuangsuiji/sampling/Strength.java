package org.shuangsuiji.sampling;

import java.time.LocalDate;
import java.util.List;
import org.shuangsuiji.sampling.draw.Inspector;

/** How many inspectors a campaign can send on its last day, and how many of them may lead. */
record Strength(int inspectors, int leads) {

    static Strength of(List<Inspector> entries, List<String> scopes, LocalDate ends) {
        int valid = 0;
        int leads = 0;
        for (Inspector entry : entries) {
            if (!entry.validUntil().isBefore(ends) && !entry.regions().isEmpty()) {
                valid++;
                leads += entry.scopes().containsAll(scopes) ? 1 : 0;
            }
        }
        return new Strength(valid, leads);
    }
}
