package org.shuangsuiji.sampling.draw;

import java.util.Arrays;

/**
 * Gives the visits of one department their leads and members (DR-1 §7). Visits and entries go by number: visits in
 * visit order, entries in the order of the directory.
 */
final class Seating {
    private final int[][] preferences;
    private final boolean[] mayLead;
    private final int team;

    /** For each visit the seats that could be filled if everybody served everywhere. */
    private final int[] fillable;

    /** For each visit 1 if it cannot be filled without a lead. */
    private final int[] needsLead;

    private Seating(int[][] preferences, boolean[] mayLead, int team) {
        this.preferences = preferences;
        this.mayLead = mayLead;
        this.team = team;
        this.fillable = new int[preferences.length];
        this.needsLead = new int[preferences.length];
        for (int v = 0; v < preferences.length; v++) {
            boolean hasLead = Arrays.stream(preferences[v]).anyMatch(i -> mayLead[i]);
            fillable[v] = Math.min(hasLead ? team : team - 1, preferences[v].length);
            needsLead[v] = hasLead && preferences[v].length >= team ? 1 : 0;
        }
    }

    /** Who serves: the seats as the attempt that was kept left them. */
    static final class Seats {
        /** Stands for a seat nobody has. */
        static final int NOBODY = -1;

        private final Seatings leads;
        private final Seatings members;

        private Seats(Seatings leads, Seatings members) {
            this.leads = leads;
            this.members = members;
        }

        int lead(int visit) {
            return leads.of(visit)[0];
        }

        /** The members, in no order; {@link #NOBODY} for a seat left empty. */
        int[] members(int visit) {
            return members.of(visit);
        }

        long unfilled() {
            return leads.empty() + members.empty();
        }
    }

    /** Seats the visits under the limits from the even share up to the cap, and keeps what DR-1 §7 keeps. */
    static Seats seat(int[][] preferences, boolean[] mayLead, int team, long cap) {
        int visits = preferences.length;
        int most = (int) Math.max(1, Math.min(cap, visits));
        int entries = Math.max(mayLead.length, 1);
        long share = ((long) team * visits + entries - 1) / entries;
        int least = (int) Math.min(most, Math.max(1, share));
        return new Seating(preferences, mayLead, team).best(least, most).seats;
    }

    /**
     * The attempt with the fewest empty seats, the lowest limit among equals. Limits that are shown to leave a seat
     * empty that could be filled are passed over at first; they count only when no limit fills all.
     */
    private Attempt best(int least, int most) {
        Attempt first = new Attempt(least).run();
        if (isSettled(first)) {
            return first;
        }
        int next = mayFill(most) ? lowestThatMayFill(least + 1, most) : least + 1;
        Attempt best = best(first, next, most);
        return best.unfilled() == unfillable() ? best : best(best, least + 1, next - 1);
    }

    private Attempt best(Attempt known, int from, int to) {
        Attempt best = known;
        for (int limit = from; limit <= to; limit++) {
            Attempt attempt = new Attempt(limit).run();
            if (attempt.isBetterThan(best)) {
                best = attempt;
            }
            if (isSettled(attempt)) {
                break;
            }
        }
        return best;
    }

    /** Whether a higher limit cannot do better: all is filled that can be, or the limit stood in nobody's way. */
    private boolean isSettled(Attempt attempt) {
        return attempt.unfilled() == unfillable() || !attempt.limitMattered;
    }

    private long unfillable() {
        return (long) team * preferences.length
                - Arrays.stream(fillable).asLongStream().sum();
    }

    /**
     * Whether a limit may fill every seat that can be filled. Two easier tasks tell when it cannot: to fill as many
     * seats with no regard to who may lead, and to find leads alone. The search finds a place whenever moving others
     * makes one, so that what these leave empty no attempt fills; and a higher limit never leaves more.
     */
    private boolean mayFill(int limit) {
        Attempt anybody = new Attempt(limit, team);
        Attempt leads = new Attempt(limit, 0);
        return new RoleSeating(anybody, anybody.seats.members, false).seatAll(fillable)
                && new RoleSeating(leads, leads.seats.leads, true).seatAll(needsLead);
    }

    /** The first limit from {@code low} that may fill every seat that can be filled; {@code high} is one. */
    private int lowestThatMayFill(int low, int high) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (mayFill(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return to;
    }

    /** The seats of one role: as many for each visit. */
    private static final class Seatings {
        private final int width;
        private final int[] seats;

        Seatings(int visits, int width) {
            this.width = width;
            this.seats = new int[visits * width];
            Arrays.fill(seats, Seats.NOBODY);
        }

        boolean holds(int visit, int entry) {
            for (int at = visit * width; at < (visit + 1) * width; at++) {
                if (seats[at] == entry) {
                    return true;
                }
            }
            return false;
        }

        void replace(int visit, int before, int entry) {
            int at = visit * width;
            while (seats[at] != before) {
                at++;
            }
            seats[at] = entry;
        }

        int[] of(int visit) {
            return Arrays.copyOfRange(seats, visit * width, (visit + 1) * width);
        }

        long empty() {
            return Arrays.stream(seats).filter(entry -> entry == Seats.NOBODY).count();
        }
    }

    /** The visits one entry serves in the role being seated, in visit order. */
    private static final class Served {
        private int[] visits = new int[8];
        private int count;

        void add(int visit) {
            if (count == visits.length) {
                visits = Arrays.copyOf(visits, count * 2);
            }
            int at = -Arrays.binarySearch(visits, 0, count, visit) - 1;
            System.arraycopy(visits, at, visits, at + 1, count - at);
            visits[at] = visit;
            count++;
        }

        void remove(int visit) {
            int at = Arrays.binarySearch(visits, 0, count, visit);
            System.arraycopy(visits, at + 1, visits, at, count - at - 1);
            count--;
        }
    }

    /** One attempt with one limit. */
    private final class Attempt {
        private final int limit;
        private final Seats seats;
        private final int[] load = new int[mayLead.length];
        private boolean limitMattered;

        Attempt(int limit) {
            this(limit, team - 1);
        }

        Attempt(int limit, int members) {
            this.limit = limit;
            this.seats = new Seats(new Seatings(preferences.length, 1), new Seatings(preferences.length, members));
        }

        Attempt run() {
            new RoleSeating(this, seats.leads, true).run();
            new RoleSeating(this, seats.members, false).run();
            return this;
        }

        long unfilled() {
            return seats.unfilled();
        }

        boolean isBetterThan(Attempt other) {
            long fewer = other.unfilled() - unfilled();
            return fewer > 0 || (fewer == 0 && limit < other.limit);
        }
    }

    /**
     * Seats one role. The search of the protocol is recursive and moves entries as it goes; here a stack takes the
     * place of the recursion, and moves are made only once the search succeeds. That changes nothing: an entry on
     * the stack is marked as seen and thus out of everybody's reach until then.
     */
    private final class RoleSeating {
        private final Attempt attempt;
        private final Seatings seats;
        private final boolean leads;
        private final Served[] served = new Served[mayLead.length];

        /** The search that saw an entry last; an entry of a failed search is never free again in this role. */
        private final int[] seenIn = new int[mayLead.length];

        private final boolean[] hopeless = new boolean[mayLead.length];
        private final int[] seen = new int[mayLead.length];
        private int seenCount;

        /** How far a search has read a preference; nothing before that place can become of use to it again. */
        private final int[] read = new int[preferences.length];

        private final int[] readIn = new int[preferences.length];
        private int search;

        private final int[] visitAt = new int[mayLead.length + 1];
        private final int[] entryAt = new int[mayLead.length + 1];
        private final int[] nextAt = new int[mayLead.length + 1];

        RoleSeating(Attempt attempt, Seatings seats, boolean leads) {
            this.attempt = attempt;
            this.seats = seats;
            this.leads = leads;
            Arrays.setAll(served, i -> new Served());
        }

        void run() {
            for (int visit = 0; visit < preferences.length; visit++) {
                for (int seat = 0; seat < seats.width; seat++) {
                    seat(visit);
                }
            }
        }

        /** Seats so many at each visit, and gives up at the first seat that stays empty. */
        boolean seatAll(int[] counts) {
            for (int visit = 0; visit < preferences.length; visit++) {
                for (int seat = 0; seat < counts[visit]; seat++) {
                    if (!seat(visit)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** One search of the protocol; false when the seat stays empty. */
        private boolean seat(int visit) {
            search++;
            seenCount = 0;
            int depth = 0;
            visitAt[0] = visit;
            entryAt[0] = Seats.NOBODY;
            while (depth >= 0) {
                if (entryAt[depth] == Seats.NOBODY) {
                    int entry = nextEntry(visitAt[depth]);
                    if (entry == Seats.NOBODY) {
                        depth--;
                        continue;
                    }
                    entryAt[depth] = entry;
                    if (attempt.load[entry] < attempt.limit) {
                        give(depth);
                        return true;
                    }
                    attempt.limitMattered = true;
                    nextAt[depth] = 0;
                }
                int from = nextVisit(depth);
                if (from == Seats.NOBODY) {
                    entryAt[depth] = Seats.NOBODY;
                } else {
                    depth++;
                    visitAt[depth] = from;
                    entryAt[depth] = Seats.NOBODY;
                }
            }
            for (int i = 0; i < seenCount; i++) {
                hopeless[seen[i]] = true;
            }
            return false;
        }

        /** The next entry the visit prefers that this search has not seen; it is seen from now on. */
        private int nextEntry(int visit) {
            int[] preference = preferences[visit];
            int at = readIn[visit] == search ? read[visit] : 0;
            int found = Seats.NOBODY;
            while (at < preference.length && found == Seats.NOBODY) {
                int entry = preference[at++];
                if (seenIn[entry] != search
                        && !hopeless[entry]
                        && (!leads || mayLead[entry])
                        && !attempt.seats.leads.holds(visit, entry)
                        && !attempt.seats.members.holds(visit, entry)) {
                    found = entry;
                    seenIn[entry] = search;
                    seen[seenCount++] = entry;
                }
            }
            read[visit] = at;
            readIn[visit] = search;
            return found;
        }

        /** The next visit from which the entry at this depth might be taken. */
        private int nextVisit(int depth) {
            Served visits = served[entryAt[depth]];
            while (nextAt[depth] < visits.count) {
                int visit = visits.visits[nextAt[depth]++];
                if (readIn[visit] != search || read[visit] < preferences[visit].length) {
                    return visit;
                }
            }
            return Seats.NOBODY;
        }

        /** Gives every visit on the stack the entry found for it, taken from the visit above it on the stack. */
        private void give(int depth) {
            attempt.load[entryAt[depth]]++;
            for (int d = depth; d > 0; d--) {
                served[entryAt[d - 1]].remove(visitAt[d]);
                seats.replace(visitAt[d], entryAt[d - 1], entryAt[d]);
                served[entryAt[d]].add(visitAt[d]);
            }
            seats.replace(visitAt[0], Seats.NOBODY, entryAt[0]);
            served[entryAt[0]].add(visitAt[0]);
        }
    }
}
