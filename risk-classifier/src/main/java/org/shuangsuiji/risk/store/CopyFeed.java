package org.shuangsuiji.risk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.EnterpriseFeed;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;
import org.shuangsuiji.risk.scoring.Relations;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Reads the whole register by ranges of ids, one range per thread at a time, all from one snapshot of the database.
 *
 * <p>Memory holds as many ranges as there are threads, and one whose results are being collected; the size of a range
 * follows the heap.
 */
@Component
class CopyFeed implements EnterpriseFeed {
    private static final int THREADS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final int ROWS_MIN = 20_000;
    private static final int ROWS_MAX = 250_000;
    /** What the results of an enterprise take beside its columns, for those who keep them. */
    private static final int RESULT_BYTES = 220;

    private final DataSource dataSource;

    CopyFeed(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work with the columns of one range, on the connection that read them. */
    @FunctionalInterface
    interface RangeWork<T> {
        T apply(Connection connection, Features features, IdRange range) throws SQLException;
    }

    /** Ids from the first, which belongs to it, up to the second, which does not. */
    record IdRange(long from, long to) {
        String on(String column) {
            return "%1$s >= %2$d and %1$s < %3$d".formatted(column, from, to);
        }
    }

    @Override
    public <T> void all(
            ExtractionPlan plan, Scope scope, Function<Features, T> work, Consumer<T> collect, Progress progress) {
        run(plan, scope, (connection, features, range) -> work.apply(features), collect, progress);
    }

    <T> void run(ExtractionPlan plan, Scope scope, RangeWork<T> work, Consumer<T> collect, Progress progress) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, CopyFeed::thread);
        try (Connection holder = dataSource.getConnection()) {
            Snapshot snapshot = Snapshot.hold(holder);
            try {
                List<IdRange> ranges = ranges(holder, plan, scope);
                progress.stage("stage.relations", 0);
                Relations relations = relations(plan, snapshot, threads);
                progress.stopIfAsked();
                progress.stage("stage.grade", ranges.size());
                var extract = new Extract(plan);
                String inScope = inScope(scope);
                List<Callable<T>> tasks = new ArrayList<>();
                for (IdRange range : ranges) {
                    tasks.add(() -> snapshot.read(
                            dataSource,
                            connection -> work.apply(
                                    connection,
                                    extract.features(
                                            connection,
                                            range.on("e.enterprise_id") + inScope,
                                            range.on("r.enterprise_id"),
                                            expected(range),
                                            relations),
                                    range)));
                }
                inTurn(threads, tasks, collect, progress);
            } finally {
                holder.rollback();
                holder.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The register could not be read", e);
        } finally {
            stop(threads);
        }
    }

    /** Waits for readers that were interrupted, so that none uses the snapshot of a run that has ended. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A reader of the register did not stop within ten seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "grader");
        thread.setDaemon(true);
        return thread;
    }

    private static int expected(IdRange range) {
        return Math.toIntExact(Math.min(ROWS_MAX, range.to() - range.from()));
    }

    private static String inScope(Scope scope) {
        return scope.regionPrefix().isEmpty() ? "" : " and " + InScope.literal(scope);
    }

    private Relations relations(ExtractionPlan plan, Snapshot snapshot, ExecutorService threads) {
        Relations relations = new Relations(plan);
        if (plan.relations().isEmpty()) {
            return relations.close();
        }
        var extract = new Extract(plan);
        // the two fill different maps, so that they may run side by side
        List<Callable<Boolean>> tasks = List.of(
                () -> snapshot.read(dataSource, connection -> {
                    extract.living(connection, "true", relations);
                    extract.edges(connection, "true", relations);
                    return true;
                }),
                () -> snapshot.read(dataSource, connection -> {
                    extract.relatedRecords(connection, "true", relations);
                    return true;
                }));
        inTurn(threads, tasks, done -> {}, Progress.SILENT);
        return relations.close();
    }

    /** Keeps the threads busy, and never more finished parts in memory than one. */
    private static <T> void inTurn(
            ExecutorService threads, List<Callable<T>> tasks, Consumer<T> collect, Progress progress) {
        CompletionService<T> running = new ExecutorCompletionService<>(threads);
        int started = 0;
        int done = 0;
        while (done < tasks.size()) {
            while (started < tasks.size() && started - done < THREADS + 1) {
                running.submit(tasks.get(started++));
            }
            collect.accept(result(running));
            done++;
            progress.done(done);
            progress.stopIfAsked();
        }
    }

    private static <T> T result(CompletionService<T> running) {
        try {
            Future<T> next = running.take();
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new DataAccessResourceFailureException("The register could not be read", e.getCause());
        }
    }

    private static List<IdRange> ranges(Connection connection, ExtractionPlan plan, Scope scope) throws SQLException {
        String sql = "select coalesce(min(e.enterprise_id), 0), coalesce(max(e.enterprise_id), -1), count(*)"
                + " from ingest.read_enterprise e where true" + inScope(scope);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            long first = rows.getLong(1);
            long last = rows.getLong(2);
            long count = rows.getLong(3);
            List<IdRange> ranges = new ArrayList<>();
            if (count == 0) {
                return ranges;
            }
            long parts = Math.max(1, (count + rowsPerRange(plan) - 1) / rowsPerRange(plan));
            if (count > ROWS_MIN) {
                parts = Math.max(parts, THREADS);
            }
            long width = (last - first) / parts + 1;
            for (long from = first; from <= last; from += width) {
                ranges.add(new IdRange(from, Math.min(from + width, last + 1)));
            }
            return ranges;
        }
    }

    private static long rowsPerRange(ExtractionPlan plan) {
        long budget = Runtime.getRuntime().maxMemory() / 4 / (THREADS + 1);
        long rows = budget / (plan.bytesPerEnterprise() + RESULT_BYTES);
        return Math.max(ROWS_MIN, Math.min(ROWS_MAX, rows));
    }
}
