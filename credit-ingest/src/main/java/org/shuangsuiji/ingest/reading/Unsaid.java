package org.shuangsuiji.ingest.reading;

import java.util.Set;

/**
 * What a file has no column for; known records keep it.
 *
 * @param details names of facts of the kind's own
 */
public record Unsaid(Set<RecordFact> facts, Set<String> details) {
    public Unsaid {
        facts = Set.copyOf(facts);
        details = Set.copyOf(details);
    }
}
