package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.sampling.digest.Chunks;

/** Makes a draw from a seed: targets, visits in order, teams. */
final class Drawing {
    private static final int CHUNK = 1 << 6;

    private final CommittedDraw committed;
    private final Rule rule;
    private final Seed seed;
    private final List<Unfilled> unfilled = new ArrayList<>();

    Drawing(CommittedDraw committed, Seed seed) {
        this.committed = committed;
        this.rule = committed.rule();
        this.seed = seed;
    }

    Result result() {
        Targeting targeting = new Targeting(committed.lists(), seed);
        List<Visiting> visits = targeting.visits().stream().map(Visiting::new).toList();
        for (CommittedFrame frame : committed.lists().frames()) {
            seat(frame, visits);
        }
        return new Result(
                rule.draw(),
                rule.commitment(),
                seed,
                targeting.visitRoot(),
                visits.stream().map(Visiting::visit).toList(),
                targeting.reserves(),
                unfilled);
    }

    /** A drawn unit and the teams found for it so far. */
    private static final class Visiting {
        private final Targeting.Drawn drawn;
        private final List<Team> teams = new ArrayList<>();

        Visiting(Targeting.Drawn drawn) {
            this.drawn = drawn;
        }

        Visit visit() {
            return drawn.visit(teams);
        }
    }

    private void seat(CommittedFrame frame, List<Visiting> visits) {
        String department = frame.department();
        Target target = rule.target(department);
        Preferences preferences = new Preferences(rule, seed, target, committed.inspectors());
        List<Visiting> own = visits.stream()
                .filter(visiting -> visiting.drawn.region(department) != null)
                .toList();
        int[][] wanted = new int[own.size()][];
        Chunks.inParallel(own.size(), CHUNK, (from, to) -> {
            Preferences.Reader reader = preferences.reader();
            for (int v = from; v < to; v++) {
                Targeting.Drawn drawn = own.get(v).drawn;
                String region = String.valueOf(drawn.region(department));
                wanted[v] = reader.of(drawn.unit(), region, drawn.salt());
            }
        });
        Seating.Seats seats = Seating.seat(wanted, preferences.mayLead(), rule.team(), target.cap());
        List<Unfilled> leads = new ArrayList<>();
        List<Unfilled> members = new ArrayList<>();
        for (int v = 0; v < own.size(); v++) {
            String unit = own.get(v).drawn.unit();
            Team team = team(department, preferences, wanted[v], seats, v);
            own.get(v).teams.add(team);
            if (team.lead() == null) {
                leads.add(new Unfilled(department, unit, Role.LEAD, 1));
            }
            int missing = rule.team() - 1 - team.members().size();
            if (missing > 0) {
                members.add(new Unfilled(department, unit, Role.MEMBER, missing));
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
