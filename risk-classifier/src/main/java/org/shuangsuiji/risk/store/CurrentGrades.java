package org.shuangsuiji.risk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.shuangsuiji.risk.scoring.Features;

/** What is kept now about the enterprises of some features, by their rows. */
final class CurrentGrades {
    private static final int NONE = -2;
    private static final int NOT_COVERED = -1;

    private final boolean[] present;
    private final long[] versionIds;
    private final int[] ranks;
    private final int[] scores;
    private final long[] digestHigh;
    private final long[] digestLow;
    private final long[] binsHash;
    private final int[] nextChange;
    private long[] strangers = new long[16];
    private int strangerCount;

    private CurrentGrades(int rows) {
        present = new boolean[rows];
        versionIds = new long[rows];
        ranks = new int[rows];
        scores = new int[rows];
        digestHigh = new long[rows];
        digestLow = new long[rows];
        binsHash = new long[rows];
        nextChange = new int[rows];
        Arrays.fill(ranks, NONE);
    }

    /**
     * Reads the current assessments of a model.
     *
     * @param which a condition on {@code a}
     */
    static CurrentGrades read(Connection connection, long modelId, String which, Features features)
            throws SQLException {
        String sql = """
                copy (
                    select a.enterprise_id, a.version_id,
                           (case a.state when 'NOT_COVERED' then -1 else coalesce(a.rank, 0) end)::int2,
                           a.score, a.input_digest, a.bins, a.next_change
                    from risk.assessment a
                    where a.model_id = %d and a.superseded_at is null and %s
                ) to stdout (format binary)
                """.formatted(modelId, which);
        CurrentGrades current = new CurrentGrades(features.size());
        try (CopyRows rows = new CopyRows(connection, sql)) {
            while (rows.next()) {
                long id = rows.longOr(0);
                int row = features.row(id);
                if (row < 0) {
                    current.stranger(id);
                    continue;
                }
                current.present[row] = true;
                current.versionIds[row] = rows.longOr(0);
                current.ranks[row] = rows.shortOr((short) 0);
                current.scores[row] = rows.intOr(0);
                long[] digest = rows.digest();
                current.digestHigh[row] = digest[0];
                current.digestLow[row] = digest[1];
                current.binsHash[row] = rows.bytesHash();
                current.nextChange[row] = rows.dayOrNever();
            }
        }
        return current;
    }

    private void stranger(long id) {
        if (strangerCount == strangers.length) {
            strangers = Arrays.copyOf(strangers, strangerCount * 2);
        }
        strangers[strangerCount++] = id;
    }

    /** Enterprises with a grade that are not in the register any more. */
    long[] strangers() {
        return Arrays.copyOf(strangers, strangerCount);
    }

    boolean present(int row) {
        return present[row];
    }

    boolean notCovered(int row) {
        return ranks[row] == NOT_COVERED;
    }

    int nextChange(int row) {
        return nextChange[row];
    }

    boolean same(int row, long versionId, int rankNumber, int score, long high, long low, long hashOfBins) {
        return present[row]
                && versionIds[row] == versionId
                && ranks[row] == rankNumber
                && scores[row] == score
                && digestHigh[row] == high
                && digestLow[row] == low
                && binsHash[row] == hashOfBins;
    }
}
