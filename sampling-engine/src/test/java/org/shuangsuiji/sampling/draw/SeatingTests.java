package org.shuangsuiji.sampling.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeatingTests {
    @Test
    void seatingIsWhatThePlainProcedureOfTheProtocolGives() {
        long seed = 20261124;
        Random random = new Random(seed);
        int reentered = 0;
        int laterLimit = 0;
        int unfilled = 0;
        for (int round = 0; round < 20_000; round++) {
            Instance instance = anInstance(random);
            PlainSeating plain = PlainSeating.of(instance.preferences, instance.mayLead, instance.team, instance.cap);
            Seating.Seats seats = Seating.seat(instance.preferences, instance.mayLead, instance.team, instance.cap);
            for (int v = 0; v < instance.preferences.length; v++) {
                List<Integer> members = new ArrayList<>();
                for (int member : seats.members(v)) {
                    if (member != Seating.Seats.NOBODY) {
                        members.add(member);
                    }
                }
                String place = "seed %d, round %d, visit %d, %s".formatted(seed, round, v, instance);
                assertThat(seats.lead(v)).as(place).isEqualTo(plain.lead(v));
                assertThat(members).as(place).containsExactlyInAnyOrderElementsOf(plain.members(v));
            }
            reentered += plain.reentered ? 1 : 0;
            laterLimit += plain.attempts > 1 ? 1 : 0;
            unfilled += plain.unfilled() > 0 ? 1 : 0;
        }
        assertThat(reentered)
                .as("instances in which a running search was entered again")
                .isGreaterThan(100);
        assertThat(laterLimit).as("instances that needed a further limit").isGreaterThan(1000);
        assertThat(unfilled).as("instances with seats left empty").isGreaterThan(1000);
    }

    @Test
    void theLoadIsSharedEvenlyBeforeAnybodyGetsMore() {
        int[][] everybody = new int[6][];
        Arrays.setAll(everybody, v -> new int[] {0, 1, 2});
        boolean[] mayLead = {true, true, true};
        Seating.Seats seats = Seating.seat(everybody, mayLead, 2, 60);
        int[] loads = new int[3];
        for (int v = 0; v < 6; v++) {
            loads[seats.lead(v)]++;
            loads[seats.members(v)[0]]++;
        }
        assertThat(loads).containsOnly(4);
    }

    @Test
    void nobodyServesMoreVisitsThanTheCapAllows() {
        int[][] onlyOne = {{0}, {0}, {0}};
        assertThat(Seating.seat(onlyOne, new boolean[] {true}, 1, 3).unfilled()).isZero();
        assertThat(Seating.seat(onlyOne, new boolean[] {true}, 1, 2).unfilled()).isEqualTo(1);
    }

    @Test
    void withoutInspectorsEverySeatStaysEmpty() {
        Seating.Seats seats = Seating.seat(new int[][] {{}, {}}, new boolean[0], 3, 60);
        assertThat(seats.unfilled()).isEqualTo(6);
        assertThat(seats.lead(1)).isEqualTo(Seating.Seats.NOBODY);
    }

    @Test
    void withoutVisitsThereIsNothingToSeat() {
        assertThat(Seating.seat(new int[0][], new boolean[] {true}, 2, 60).unfilled())
                .isZero();
    }

    /** A department's visits and entries, made up. */
    private static final class Instance {
        private final int[][] preferences;
        private final boolean[] mayLead;
        private final int team;
        private final long cap;

        Instance(int[][] preferences, boolean[] mayLead, int team, long cap) {
            this.preferences = preferences;
            this.mayLead = mayLead;
            this.team = team;
            this.cap = cap;
        }

        @Override
        public String toString() {
            return "preferences %s, may lead %s, team %d, cap %d"
                    .formatted(Arrays.deepToString(preferences), Arrays.toString(mayLead), team, cap);
        }
    }

    private static Instance anInstance(Random random) {
        int entries = 1 + random.nextInt(7);
        boolean[] mayLead = new boolean[entries];
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            mayLead[i] = random.nextInt(3) > 0;
            all.add(i);
        }
        int[][] preferences = new int[random.nextInt(9)][];
        for (int v = 0; v < preferences.length; v++) {
            Collections.shuffle(all, random);
            preferences[v] = all.subList(0, random.nextInt(entries + 1)).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return new Instance(preferences, mayLead, 1 + random.nextInt(4), 1 + random.nextInt(7));
    }
}
