package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** DR-1 §7 as it is written: recursive, nothing skipped, every limit tried. */
final class PlainSeating {
    private final int[][] preferences;
    private final boolean[] mayLead;
    private final int limit;
    private final int[] load;
    private final List<List<Set<Integer>>> servedInRole = List.of(new ArrayList<>(), new ArrayList<>());
    private final int team;
    private final Set<Integer> running = new HashSet<>();
    boolean reentered;
    int attempts;

    private PlainSeating(int[][] preferences, boolean[] mayLead, int team, int limit) {
        this.preferences = preferences;
        this.mayLead = mayLead;
        this.team = team;
        this.limit = limit;
        this.load = new int[mayLead.length];
        for (int i = 0; i < mayLead.length; i++) {
            servedInRole.get(0).add(new TreeSet<>());
            servedInRole.get(1).add(new TreeSet<>());
        }
    }

    static PlainSeating of(int[][] preferences, boolean[] mayLead, int team, long cap) {
        int visits = preferences.length;
        int c = (int) Math.max(1, Math.min(cap, visits));
        int share = (int) Math.ceil((double) team * visits / Math.max(mayLead.length, 1));
        PlainSeating best = null;
        boolean reentered = false;
        int attempts = 0;
        for (int limit = Math.min(c, Math.max(1, share)); limit <= c; limit++) {
            PlainSeating attempt = new PlainSeating(preferences, mayLead, team, limit);
            attempt.run();
            attempts++;
            reentered |= attempt.reentered;
            if (best == null || attempt.unfilled() < best.unfilled()) {
                best = attempt;
            }
            if (attempt.unfilled() == 0) {
                break;
            }
        }
        best.reentered = reentered;
        best.attempts = attempts;
        return best;
    }

    int lead(int visit) {
        return serving(0, visit).stream().findFirst().orElse(-1);
    }

    List<Integer> members(int visit) {
        return serving(1, visit);
    }

    int unfilled() {
        int filled = 0;
        for (int visit = 0; visit < preferences.length; visit++) {
            filled += serving(0, visit).size() + serving(1, visit).size();
        }
        return team * preferences.length - filled;
    }

    private void run() {
        for (int role = 0; role < 2; role++) {
            for (int visit = 0; visit < preferences.length; visit++) {
                for (int seat = 0; seat < (role == 0 ? 1 : team - 1); seat++) {
                    seat(role, visit, new HashSet<>());
                }
            }
        }
    }

    private boolean seat(int role, int u, Set<Integer> seen) {
        boolean first = running.add(u);
        reentered |= !first;
        try {
            for (int i : preferences[u]) {
                if ((role == 0 && !mayLead[i]) || seen.contains(i) || isServing(i, u)) {
                    continue;
                }
                seen.add(i);
                Set<Integer> served = servedInRole.get(role).get(i);
                if (load[i] < limit) {
                    served.add(u);
                    load[i]++;
                    return true;
                }
                for (int w : new ArrayList<>(served)) {
                    served.remove(w);
                    if (seat(role, w, seen)) {
                        served.add(u);
                        return true;
                    }
                    served.add(w);
                }
            }
            return false;
        } finally {
            if (first) {
                running.remove(u);
            }
        }
    }

    private boolean isServing(int entry, int visit) {
        return servedInRole.get(0).get(entry).contains(visit)
                || servedInRole.get(1).get(entry).contains(visit);
    }

    private List<Integer> serving(int role, int visit) {
        List<Integer> serving = new ArrayList<>();
        for (int i = 0; i < mayLead.length; i++) {
            if (servedInRole.get(role).get(i).contains(visit)) {
                serving.add(i);
            }
        }
        return serving;
    }
}
