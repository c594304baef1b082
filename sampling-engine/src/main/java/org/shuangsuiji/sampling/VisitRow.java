package org.shuangsuiji.sampling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawn enterprise with its team, without anything that tells its rank.
 *
 * @param missing how many seats the draw left empty
 */
public record VisitRow(
        long id,
        int place,
        String creditCode,
        long enterpriseId,
        String name,
        String region,
        @Nullable String address,
        List<Seat> team,
        int missing) {
    public VisitRow {
        team = List.copyOf(team);
    }

    /** Whether somebody leads it. */
    public boolean led() {
        return team.stream().anyMatch(Seat::lead);
    }

    /** A member of the team. */
    public record Seat(long inspectorId, String staffNo, String name, boolean lead) {}
}
