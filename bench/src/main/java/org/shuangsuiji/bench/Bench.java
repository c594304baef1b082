package org.shuangsuiji.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.demo.district.District;

/**
 * Runs the measurements and prints one table.
 *
 * <pre>java -Xmx2g -jar bench/target/bench-*-exec.jar [--sizes=100000,1000000] [--only=ingest,regrade,draw] [--seed=N] [--out=FILE]</pre>
 */
public final class Bench {
    private static final int WARM_UP = 20_000;
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private Bench() {}

    /** What was asked for. */
    private record Wish(
            List<Integer> sizes,
            Set<String> only,
            long seed,
            @Nullable Path out) {

        static Wish of(String[] arguments) {
            List<Integer> sizes = new ArrayList<>(List.of(100_000, 1_000_000));
            Set<String> only = new TreeSet<>(Set.of("ingest", "regrade", "draw"));
            long seed = 20_261_122;
            Path out = null;
            for (String argument : arguments) {
                String value = argument.substring(argument.indexOf('=') + 1);
                if (argument.startsWith("--sizes=")) {
                    sizes = words(value).stream().map(Integer::valueOf).toList();
                } else if (argument.startsWith("--only=")) {
                    only = new TreeSet<>(words(value));
                } else if (argument.startsWith("--seed=")) {
                    seed = Long.parseLong(value);
                } else if (argument.startsWith("--out=")) {
                    out = Path.of(value);
                } else {
                    throw new IllegalArgumentException(
                            "Expected --sizes=, --only=, --seed= or --out=; found '%s'".formatted(argument));
                }
            }
            return new Wish(sizes, only, seed, out);
        }

        private static List<String> words(String list) {
            return List.of(list.split(",", -1));
        }
    }

    public static void main(String[] arguments) throws Exception {
        Wish wish = Wish.of(arguments);
        try (Office office = Office.open()) {
            // a program just started is slow at first; figures are about one that runs
            measure(office, Report.silent(), new District(wish.seed(), WARM_UP, LocalDate.now(CLOCK)), wish.only());
        }
        @Nullable Report report = null;
        for (int size : wish.sizes()) {
            // a database of its own for each size, so that no figure stands on what another left
            try (Office office = Office.open()) {
                if (report == null) {
                    String postgres = "PostgreSQL " + office.text("show server_version");
                    report = new Report("%s; seed %d"
                            .formatted(Machine.here(postgres, CLOCK).line(), wish.seed()));
                }
                measure(office, report, new District(wish.seed(), size, LocalDate.now(CLOCK)), wish.only());
            }
        }
        if (report != null && wish.out() != null) {
            report.writeTo(wish.out());
        }
    }

    private static void measure(Office office, Report report, District district, Set<String> only) throws Exception {
        int size = district.enterprises();
        var ingest = new IngestBench(office, report);
        if (only.contains("ingest")) {
            ingest.run(district);
        } else {
            ingest.onlyLoad(district);
        }
        if (only.contains("regrade") || only.contains("draw")) {
            long model = new RegradeBench(office, report, CLOCK).run(size);
            if (only.contains("draw")) {
                new DrawBench(office, report, CLOCK).run(size, model);
            }
        }
    }
}
