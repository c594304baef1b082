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

    private Seating(int[][] preferences, boolean[] mayLead, int team) {
        this.preferences = preferences;
        this.mayLead = mayLead;
        this.team = team;
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

    /**
     * Tries one limit after another and keeps the attempt with the fewest empty seats, the lowest limit among equals.
     * Two things end the trying early without changing what is kept: no attempt can leave fewer seats empty, or the
     * limit never stood in anybody's way, so that a higher one would do the same again.
     */
    static Seats seat(int[][] preferences, boolean[] mayLead, int team, long cap) {
        Seating seating = new Seating(preferences, mayLead, team);
        int visits = preferences.length;
        long most = Math.max(1, Math.min(cap, visits));
        int entries = Math.max(mayLead.length, 1);
        long share = ((long) team * visits + entries - 1) / entries;
        long unfillable = seating.unfillable();
        Attempt best = seating.attempt((int) Math.min(most, Math.max(1, share)));
        Attempt last = best;
        while (best.seats.unfilled() > unfillable && last.limitMattered && last.limit < most) {
            last = seating.attempt(last.limit + 1);
            if (last.seats.unfilled() < best.seats.unfilled()) {
                best = last;
            }
        }
        return best.seats;
    }

    private Attempt attempt(int limit) {
        Attempt attempt = new Attempt(limit);
        attempt.run();
        return attempt;
    }

    /** How many seats nobody could fill even if everybody served everywhere. */
    private long unfillable() {
        long empty = 0;
        for (int[] preference : preferences) {
            boolean hasLead = Arrays.stream(preference).anyMatch(i -> mayLead[i]);
            int seats = hasLead ? team : team - 1;
            empty += (hasLead ? 0 : 1) + Math.max(0, seats - preference.length);
        }
        return empty;
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
            this.limit = limit;
            this.seats = new Seats(new Seatings(preferences.length, 1), new Seatings(preferences.length, team - 1));
        }

        void run() {
            new RoleSeating(this, seats.leads, true).run();
            new RoleSeating(this, seats.members, false).run();
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

        private void seat(int visit) {
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
                        return;
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
