package org.shuangsuiji.sampling.draw;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.sampling.digest.Hash;

/** One drawn unit, with the departments that drew it and their teams. */
public record Visit(String unit, Hash ticket, List<Pick> picks, List<Team> teams) {
    public Visit {
        picks = List.copyOf(picks);
        teams = List.copyOf(teams);
    }

    /** The team of a department, if the department drew this unit. */
    public Optional<Team> team(String department) {
        return teams.stream()
                .filter(team -> team.department().equals(department))
                .findFirst();
    }
}
