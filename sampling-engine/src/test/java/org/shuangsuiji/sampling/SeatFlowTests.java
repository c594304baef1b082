package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow of seats beside a search that tries every seating. */
class SeatFlowTests {

    private record Person(boolean lead, BitSet places) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 11, 36})
    void everySeatFindsSomebodyExactlyWhenThereIsASeating(long seed) {
        Random random = new Random(seed);
        int seatings = 0;
        for (int round = 0; round < 400; round++) {
            int places = 1 + random.nextInt(3);
            long[] visits =
                    IntStream.range(0, places).mapToLong(i -> random.nextInt(4)).toArray();
            int team = 2 + random.nextInt(2);
            int cap = 1 + random.nextInt(3);
            List<Person> persons = IntStream.range(0, 2 + random.nextInt(4))
                    .mapToObj(i -> new Person(random.nextInt(3) > 0, anyOf(places, random)))
                    .toList();
            List<SeatFlow.Crowd> crowds = persons.stream()
                    .map(person -> new SeatFlow.Crowd(1, person.lead(), person.places()))
                    .toList();
            boolean seated = SeatFlow.shortage(visits, crowds, team, cap).isEmpty();
            assertThat(seated)
                    .as("round %d: visits %s, team %d, cap %d, %s", round, List.of(visits), team, cap, persons)
                    .isEqualTo(seatable(visitsOneByOne(visits), persons, new int[persons.size()], team, cap));
            seatings += seated ? 1 : 0;
        }
        assertThat(seatings).as("some of either").isBetween(40, 360);
    }

    private static BitSet anyOf(int places, Random random) {
        BitSet some = new BitSet();
        IntStream.range(0, places).filter(place -> random.nextBoolean()).forEach(some::set);
        return some;
    }

    private static List<Integer> visitsOneByOne(long[] visits) {
        List<Integer> each = new ArrayList<>();
        for (int place = 0; place < visits.length; place++) {
            for (long i = 0; i < visits[place]; i++) {
                each.add(place);
            }
        }
        return each;
    }

    private static boolean seatable(List<Integer> visits, List<Person> persons, int[] load, int team, int cap) {
        if (visits.isEmpty()) {
            return true;
        }
        int place = visits.get(0);
        List<Integer> rest = visits.subList(1, visits.size());
        for (int chosen = 0; chosen < 1 << persons.size(); chosen++) {
            BitSet sitting = BitSet.valueOf(new long[] {chosen});
            boolean fit = sitting.cardinality() == team
                    && sitting.stream().allMatch(i -> persons.get(i).places().get(place) && load[i] < cap)
                    && sitting.stream().anyMatch(i -> persons.get(i).lead());
            if (fit) {
                sitting.stream().forEach(i -> load[i]++);
                boolean all = seatable(rest, persons, load, team, cap);
                sitting.stream().forEach(i -> load[i]--);
                if (all) {
                    return true;
                }
            }
        }
        return false;
    }
}
