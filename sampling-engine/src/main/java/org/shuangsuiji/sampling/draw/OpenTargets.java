package org.shuangsuiji.sampling.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Hash;

/**
 * The targets of a result (DR-1 §10), targets.json: who was drawn, by which ticket and in which place, and who stands in
 * reserve, in the order of the result and without a word of the teams; {@code visitRoot} is null when nobody was drawn.
 */
public record OpenTargets(
        String draw,
        Commitment commitment,
        Seed seed,
        @Nullable Hash visitRoot,
        List<Drawn> visits,
        List<Reserve> reserves) {

    /** One drawn unit, with the departments that drew it. */
    public record Drawn(String unit, Hash ticket, List<Pick> picks) {
        public Drawn {
            picks = List.copyOf(picks);
        }
    }

    public OpenTargets {
        visits = List.copyOf(visits);
        reserves = List.copyOf(reserves);
    }

    static OpenTargets of(Result result) {
        return new OpenTargets(
                result.draw(),
                result.commitment(),
                result.seed(),
                result.visitRoot(),
                result.visits().stream()
                        .map(visit -> new Drawn(visit.unit(), visit.ticket(), visit.picks()))
                        .toList(),
                result.reserves());
    }

    /** The bytes of targets.json. */
    public byte[] bytes() {
        return ResultFile.json(this).canonicalBytes();
    }
}
