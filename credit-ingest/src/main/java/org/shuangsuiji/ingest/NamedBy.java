package org.shuangsuiji.ingest;

import java.util.List;

/**
 * The relations of others in which a subject is the other party.
 *
 * @param lines the newest, of those whose subject the reader may see
 * @param visible how many those are
 * @param hidden how many there are of subjects that the reader may not see
 */
public record NamedBy(List<Line> lines, long visible, long hidden) {
    public NamedBy {
        lines = List.copyOf(lines);
    }

    /** A relation and whose it is. */
    public record Line(OtherParty by, EnterpriseRecord record) {}
}
