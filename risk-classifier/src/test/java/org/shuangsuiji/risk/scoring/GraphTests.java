package org.shuangsuiji.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;

/** Who stands around whom, against a search that asks every edge again and again. */
class GraphTests {
    private static final int DAY = 1000;

    private record Edge(long one, long other, int from, int until) {
        boolean stands() {
            return from <= DAY && until > DAY && one != other;
        }
    }

    @RepeatedTest(200)
    void findsWhomAPlainSearchFinds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        boolean persons = random.nextBoolean();
        var graph = new Graph(DAY, persons);
        List<Edge> edges = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            long other = persons ? -1 - random.nextInt(8) : 1 + random.nextInt(15);
            int from = DAY - 3 + random.nextInt(6);
            var edge = new Edge(1 + random.nextInt(15), other, from, from + random.nextInt(8));
            edges.add(edge);
            graph.add(edge.one(), edge.other(), edge.from(), edge.until());
        }
        graph.close();
        for (long start = 1; start <= 15; start++) {
            for (int steps = 1; steps <= 3; steps++) {
                Set<Long> found = new TreeSet<>();
                graph.around(start, steps, found::add);
                assertThat(found)
                        .as("seed %d, from %d, steps %d", seed, start, steps)
                        .isEqualTo(around(start, persons ? 2 * steps : steps, edges));
            }
        }
    }

    private static Set<Long> around(long start, int hops, List<Edge> edges) {
        Set<Long> reached = new TreeSet<>(Set.of(start));
        for (int hop = 0; hop < hops; hop++) {
            Set<Long> further = new TreeSet<>(reached);
            for (Edge edge : edges) {
                if (edge.stands() && reached.contains(edge.one())) {
                    further.add(edge.other());
                }
                if (edge.stands() && reached.contains(edge.other())) {
                    further.add(edge.one());
                }
            }
            reached = further;
        }
        reached.removeIf(node -> node < 0 || node == start);
        return reached;
    }
}
