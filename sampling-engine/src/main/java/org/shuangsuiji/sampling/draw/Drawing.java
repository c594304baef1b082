package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Chunks;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.draw.Selection.Picked;
import org.shuangsuiji.sampling.draw.Selection.Ticketed;

/** Makes a draw from a seed: targets, visits in order, teams. */
final class Drawing {
    private static final int CHUNK = 1 << 6;

    private final CommittedDraw committed;
    private final Rule rule;
    private final Digest digest;
    private final Seed seed;
    private final List<Reserve> reserves = new ArrayList<>();
    private final List<Unfilled> unfilled = new ArrayList<>();

    Drawing(CommittedDraw committed, Seed seed) {
        this.committed = committed;
        this.rule = committed.rule();
        this.digest = rule.digest();
        this.seed = seed;
    }

    Result result() {
        List<Drawn> visits = visits();
        for (CommittedFrame frame : committed.committedFrames()) {
            seat(frame, visits);
        }
        return new Result(
                rule.draw(),
                rule.commitment(),
                seed,
                visitRoot(visits),
                visits.stream().map(Drawn::visit).toList(),
                reserves,
                unfilled);
    }

    /** A visit in the making. */
    private static final class Drawn {
        private final String unit;
        private final byte[] salt;
        private final Hash ticket;
        private final Hash order;
        private final List<Pick> picks = new ArrayList<>();
        private final List<Team> teams = new ArrayList<>();
        private final Map<String, String> regions = new HashMap<>();

        Drawn(String unit, byte[] salt, Hash ticket, Hash order) {
            this.unit = unit;
            this.salt = salt;
            this.ticket = ticket;
            this.order = order;
        }

        Visit visit() {
            return new Visit(unit, ticket, picks, teams);
        }
    }

    /** The union over departments, in visit order. */
    private List<Drawn> visits() {
        Map<String, Drawn> byUnit = new HashMap<>();
        UnitMac orders = new UnitMac(digest, seed.bytes(), "order");
        for (CommittedFrame frame : committed.committedFrames()) {
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
        List<Drawn> visits = new ArrayList<>(byUnit.values());
        visits.sort(Comparator.<Drawn, Hash>comparing(drawn -> drawn.order).thenComparing(drawn -> drawn.unit));
        return visits;
    }

    private static Drawn drawn(CommittedFrame frame, Ticketed ticketed, UnitMac orders) {
        byte[] salt = frame.salt(ticketed.index());
        byte[] order = new byte[Digest.LENGTH];
        orders.ofSalted(ticketed.unit().getBytes(StandardCharsets.US_ASCII), 0, salt, 0, order);
        return new Drawn(ticketed.unit(), salt, ticketed.ticket(), Hash.of(order));
    }

    private @Nullable Hash visitRoot(List<Drawn> visits) {
        return VisitLeaf.root(
                digest,
                visits.stream()
                        .sorted(Comparator.comparing(drawn -> drawn.unit))
                        .map(drawn -> VisitLeaf.of(digest, drawn.unit, drawn.salt))
                        .toList());
    }

    private void seat(CommittedFrame frame, List<Drawn> visits) {
        String department = frame.department();
        Target target = rule.target(department);
        Preferences preferences = new Preferences(rule, seed, target, committed.inspectors());
        List<Drawn> own = visits.stream()
                .filter(drawn -> drawn.regions.containsKey(department))
                .toList();
        int[][] wanted = new int[own.size()][];
        Chunks.inParallel(own.size(), CHUNK, (from, to) -> {
            Preferences.Reader reader = preferences.reader();
            for (int v = from; v < to; v++) {
                Drawn drawn = own.get(v);
                String region = String.valueOf(drawn.regions.get(department));
                wanted[v] = reader.of(drawn.unit, region, drawn.salt);
            }
        });
        Seating.Seats seats = Seating.seat(wanted, preferences.mayLead(), rule.team(), target.cap());
        List<Unfilled> leads = new ArrayList<>();
        List<Unfilled> members = new ArrayList<>();
        for (int v = 0; v < own.size(); v++) {
            Drawn drawn = own.get(v);
            Team team = team(department, preferences, wanted[v], seats, v);
            drawn.teams.add(team);
            if (team.lead() == null) {
                leads.add(new Unfilled(department, drawn.unit, Role.LEAD, 1));
            }
            int missing = rule.team() - 1 - team.members().size();
            if (missing > 0) {
                members.add(new Unfilled(department, drawn.unit, Role.MEMBER, missing));
            }
        }
        unfilled.addAll(leads);
        unfilled.addAll(members);
    }

    private static Team team(String department, Preferences preferences, int[] wanted, Seating.Seats seats, int visit) {
        List<Inspector> entries = preferences.entries();
        int lead = seats.lead(visit);
        int[] serving = seats.members(visit);
        List<String> members = new ArrayList<>();
        for (int entry : wanted) {
            for (int member : serving) {
                if (member == entry) {
                    members.add(entries.get(entry).inspector());
                }
            }
        }
        return new Team(
                department,
                lead == Seating.Seats.NOBODY ? null : entries.get(lead).inspector(),
                members);
    }
}
