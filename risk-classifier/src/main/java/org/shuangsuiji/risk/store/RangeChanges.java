package org.shuangsuiji.risk.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.shuangsuiji.risk.Regrades;
import org.shuangsuiji.risk.scoring.Days;
import org.shuangsuiji.risk.scoring.Features;
import org.shuangsuiji.risk.scoring.Scores;
import org.shuangsuiji.risk.scoring.Scoring;
import org.shuangsuiji.risk.scoring.Standing;

/** What a run changes about the enterprises of one range, encoded and ready to be written. */
final class RangeChanges {
    private static final String COPY_ASSESSMENTS = """
            copy risk.assessment (model_id, enterprise_id, run_id, version_id, state, rank, score, bins, input_digest,
                as_of, next_change, assessed_at) from stdin (format binary)
            """;
    private static final int FIELDS = 12;
    private static final int BYTES_BESIDE_BINS = 160;
    private static final byte[] GRADED = ascii(Standing.GRADED);
    private static final byte[] NOT_YET_GRADABLE = ascii(Standing.NOT_YET_GRADABLE);
    private static final byte[] NOT_COVERED = ascii(Standing.NOT_COVERED);

    private final CopyBuffer fresh = new CopyBuffer();
    private final Ids superseded = new Ids();
    private final Ids movedIds = new Ids();
    private final Ids movedDays = new Ids();
    private final long[] byNumber = new long[5];
    private final long enterprises;
    private long notCovered;
    private long digestHigh;
    private long digestLow;

    private RangeChanges(long enterprises) {
        this.enterprises = enterprises;
    }

    private static byte[] ascii(Standing standing) {
        return standing.name().getBytes(StandardCharsets.US_ASCII);
    }

    static RangeChanges between(
            Regrades.Request request, long runId, Scoring scoring, Features features, CurrentGrades current) {
        Scores scores = scoring.score(features);
        RangeChanges changes = new RangeChanges(features.size());
        for (int row = 0; row < features.size(); row++) {
            changes.consider(row, request, runId, features, scores, current);
        }
        for (long gone : current.strangers()) {
            changes.superseded.add(gone);
        }
        return changes;
    }

    private void consider(
            int row, Regrades.Request request, long runId, Features features, Scores scores, CurrentGrades current) {
        Standing standing = scores.standing(row);
        if (standing == Standing.NOT_COVERED) {
            notCovered++;
            // who was never graded and is not to be graded leaves no trace
            if (!current.present(row)) {
                return;
            }
        } else {
            byNumber[scores.rankNumber(row)]++;
        }
        long versionId = request.model().versionId();
        int rankNumber = standing == Standing.NOT_COVERED ? -1 : scores.rankNumber(row);
        int bins = row * scores.indicators();
        long hash = CopyRows.hash(scores.bins(), bins, scores.indicators());
        if (current.same(
                row,
                versionId,
                rankNumber,
                scores.score(row),
                features.digestHigh(row),
                features.digestLow(row),
                hash)) {
            if (current.nextChange(row) != features.nextChange(row)) {
                movedIds.add(features.id(row));
                movedDays.add(features.nextChange(row));
            }
            return;
        }
        if (current.present(row)) {
            superseded.add(features.id(row));
        }
        digest(features.id(row), rankNumber, scores.score(row), hash, features, row);
        fresh.row(FIELDS, BYTES_BESIDE_BINS + scores.indicators());
        fresh.putLong(request.model().modelId());
        fresh.putLong(features.id(row));
        fresh.putLong(runId);
        fresh.putLong(versionId);
        byte[] state = state(standing);
        fresh.putBytes(state, 0, state.length);
        if (standing == Standing.GRADED) {
            fresh.putShort(rankNumber);
        } else {
            fresh.none();
        }
        fresh.putInt(scores.score(row));
        fresh.putBytes(scores.bins(), bins, scores.indicators());
        fresh.putTwoLongs(features.digestHigh(row), features.digestLow(row));
        fresh.putDay(Days.of(request.day()));
        fresh.putDay(features.nextChange(row));
        fresh.putInstant(request.at());
    }

    private static byte[] state(Standing standing) {
        return switch (standing) {
            case GRADED -> GRADED;
            case NOT_YET_GRADABLE -> NOT_YET_GRADABLE;
            case NOT_COVERED -> NOT_COVERED;
        };
    }

    private void digest(long id, int rankNumber, int score, long hash, Features features, int row) {
        long mixed = spread(id ^ spread(((long) score << 8) + rankNumber));
        mixed = spread(mixed ^ hash ^ features.digestHigh(row));
        digestHigh += mixed;
        digestLow += spread(mixed ^ features.digestLow(row));
    }

    private static long spread(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 32);
    }

    /** Ends what is superseded, adds what is new, and moves the next day of what stayed. */
    void write(Connection connection, long modelId, Instant at) throws SQLException {
        if (superseded.size() > 0) {
            String sql = """
                    update risk.assessment a set superseded_at = ?
                    from unnest(?::bigint[]) as gone (enterprise_id)
                    where a.model_id = ? and a.enterprise_id = gone.enterprise_id and a.superseded_at is null
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                statement.setObject(2, superseded.toArray());
                statement.setLong(3, modelId);
                statement.executeUpdate();
            }
        }
        if (movedIds.size() > 0) {
            String sql = """
                    update risk.assessment a
                    set next_change = case when moved.day = ? then null else date '1970-01-01' + moved.day::int end
                    from unnest(?::bigint[], ?::bigint[]) as moved (enterprise_id, day)
                    where a.model_id = ? and a.enterprise_id = moved.enterprise_id and a.superseded_at is null
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, Days.NEVER);
                statement.setObject(2, movedIds.toArray());
                statement.setObject(3, movedDays.toArray());
                statement.setLong(4, modelId);
                statement.executeUpdate();
            }
        }
        if (fresh.rows() > 0) {
            fresh.copyTo(connection, COPY_ASSESSMENTS);
        }
    }

    long enterprises() {
        return enterprises;
    }

    long changed() {
        return fresh.rows();
    }

    long byNumber(int number) {
        return byNumber[number];
    }

    long notCovered() {
        return notCovered;
    }

    long digestHigh() {
        return digestHigh;
    }

    long digestLow() {
        return digestLow;
    }

    /** A growing array of longs. */
    private static final class Ids {
        private long[] values = new long[64];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
