package org.shuangsuiji.sampling.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Hash;

/** What was drawn (DR-1 §8), result.json; {@code visitRoot} is null when nothing was. */
public record Result(
        String draw,
        Commitment commitment,
        Seed seed,
        @Nullable Hash visitRoot,
        List<Visit> visits,
        List<Reserve> reserves,
        List<Unfilled> unfilled) {
    public Result {
        visits = List.copyOf(visits);
        reserves = List.copyOf(reserves);
        unfilled = List.copyOf(unfilled);
    }

    /** The result of these bytes, in form; whether it is the right one only a full bundle tells. */
    public static Result of(byte[] bytes) {
        Faults faults = new Faults();
        Optional<Result> result = ResultFile.read(bytes, faults);
        faults.refuseIfAny();
        return result.orElseThrow();
    }

    /** The bytes of result.json. */
    public byte[] bytes() {
        return ResultFile.json(this).canonicalBytes();
    }

    /** The visit to a unit, if it was drawn. */
    public Optional<Visit> visit(String unit) {
        return visits.stream().filter(visit -> visit.unit().equals(unit)).findFirst();
    }

    /** How many visits each inspector got; who got none is not listed. */
    public Map<String, Integer> loads() {
        Map<String, Integer> loads = new HashMap<>();
        for (Visit visit : visits) {
            for (Team team : visit.teams()) {
                team.inspectors().forEach(inspector -> loads.merge(inspector, 1, Integer::sum));
            }
        }
        return Map.copyOf(loads);
    }
}
