package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.draw.Selection.Picked;
import org.shuangsuiji.sampling.draw.Selection.Ticketed;

/** Draws the targets from a seed (DR-1 §6): from each frame by ticket, then their union in the order of visits. */
final class Targeting {
    private final Digest digest;
    private final Seed seed;
    private final List<Drawn> visits;
    private final List<Reserve> reserves = new ArrayList<>();

    Targeting(CommittedTargets lists, Seed seed) {
        this.digest = lists.rule().digest();
        this.seed = seed;
        this.visits = draw(lists.frames());
    }

    /** A drawn unit, with its region in the frame of each department that drew it. */
    static final class Drawn {
        private final String unit;
        private final byte[] salt;
        private final Hash ticket;
        private final Hash order;
        private final List<Pick> picks = new ArrayList<>();
        private final Map<String, String> regions = new HashMap<>();

        private Drawn(String unit, byte[] salt, Hash ticket, Hash order) {
            this.unit = unit;
            this.salt = salt;
            this.ticket = ticket;
            this.order = order;
        }

        String unit() {
            return unit;
        }

        byte[] salt() {
            return salt;
        }

        /** The visit, to which these teams are sent. */
        Visit visit(List<Team> teams) {
            return new Visit(unit, ticket, picks, teams);
        }

        OpenTargets.Drawn target() {
            return new OpenTargets.Drawn(unit, ticket, picks);
        }

        /** Its region in the frame of a department; null when that department did not draw it. */
        @Nullable
        String region(String department) {
            return regions.get(department);
        }
    }

    /** The union over departments, in visit order. */
    List<Drawn> visits() {
        return visits;
    }

    /** Those behind the drawn, stratum by stratum. */
    List<Reserve> reserves() {
        return reserves;
    }

    @Nullable
    Hash visitRoot() {
        return VisitLeaf.root(
                digest,
                visits.stream()
                        .sorted(Comparator.comparing(Drawn::unit))
                        .map(drawn -> VisitLeaf.of(digest, drawn.unit(), drawn.salt()))
                        .toList());
    }

    private List<Drawn> draw(List<CommittedFrame> frames) {
        Map<String, Drawn> byUnit = new HashMap<>();
        UnitMac orders = new UnitMac(digest, seed.bytes(), "order");
        for (CommittedFrame frame : frames) {
            for (Picked picked : Selection.from(digest, seed, frame)) {
                String stratum = picked.stratum().id();
                for (int i = 0; i < picked.drawn().size(); i++) {
                    Ticketed ticketed = picked.drawn().get(i);
                    Drawn drawn = byUnit.computeIfAbsent(ticketed.unit(), unit -> drawn(frame, ticketed, orders));
                    drawn.picks.add(new Pick(frame.department(), stratum, i + 1));
                    drawn.regions.put(frame.department(), frame.frame().region(ticketed.index()));
                }
                reserves.add(new Reserve(
                        frame.department(),
                        stratum,
                        picked.reserve().stream().map(Ticketed::unit).toList()));
            }
        }
        List<Drawn> drawn = new ArrayList<>(byUnit.values());
        drawn.sort(Comparator.<Drawn, Hash>comparing(one -> one.order).thenComparing(Drawn::unit));
        return drawn;
    }

    private static Drawn drawn(CommittedFrame frame, Ticketed ticketed, UnitMac orders) {
        byte[] salt = frame.salt(ticketed.index());
        byte[] order = new byte[Digest.LENGTH];
        orders.ofSalted(ticketed.unit().getBytes(StandardCharsets.US_ASCII), 0, salt, 0, order);
        return new Drawn(ticketed.unit(), salt, ticketed.ticket(), Hash.of(order));
    }
}
