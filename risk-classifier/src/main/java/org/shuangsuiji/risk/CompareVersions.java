package org.shuangsuiji.risk;

import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;
import org.shuangsuiji.risk.scoring.Scores;
import org.shuangsuiji.risk.scoring.Scoring;
import org.shuangsuiji.risk.scoring.Standing;

/** Grades the same enterprises by two definitions at once and stores nothing. */
final class CompareVersions {
    private static final int RANKS = 4;

    private final EnterpriseFeed feed;

    CompareVersions(EnterpriseFeed feed) {
        this.feed = feed;
    }

    Comparison compare(ExtractionPlan plan, ModelDefinition active, ModelDefinition other, Scope scope) {
        Scoring byActive = new Scoring(plan, active);
        Scoring byOther = new Scoring(plan, other);
        Sums total = new Sums();
        feed.all(
                plan,
                scope,
                features -> sum(byActive.score(features), byOther.score(features), features),
                total::add,
                Progress.SILENT);
        return total.comparison();
    }

    private static Sums sum(Scores before, Scores after, Features features) {
        Sums sums = new Sums();
        for (int row = 0; row < features.size(); row++) {
            sums.add(before.standing(row), before.rankNumber(row), after.standing(row), after.rankNumber(row));
        }
        return sums;
    }

    /** Counts of one part, or of all. */
    private static final class Sums {
        private final long[] before = new long[RANKS + 1];
        private final long[] after = new long[RANKS + 1];
        private final long[][] moves = new long[RANKS][RANKS];

        void add(Standing standingBefore, int rankBefore, Standing standingAfter, int rankAfter) {
            if (standingBefore != Standing.NOT_COVERED) {
                before[rankBefore]++;
            }
            if (standingAfter != Standing.NOT_COVERED) {
                after[rankAfter]++;
            }
            if (rankBefore > 0 && rankAfter > 0) {
                moves[rankBefore - 1][rankAfter - 1]++;
            }
        }

        void add(Sums other) {
            for (int i = 0; i <= RANKS; i++) {
                before[i] += other.before[i];
                after[i] += other.after[i];
            }
            for (int from = 0; from < RANKS; from++) {
                for (int to = 0; to < RANKS; to++) {
                    moves[from][to] += other.moves[from][to];
                }
            }
        }

        Comparison comparison() {
            List<List<Long>> rows = new ArrayList<>();
            for (long[] row : moves) {
                rows.add(java.util.Arrays.stream(row).boxed().toList());
            }
            return new Comparison(counts(before), counts(after), rows);
        }

        private static GradeCounts counts(long[] byNumber) {
            return GradeCounts.of(byNumber[1], byNumber[2], byNumber[3], byNumber[4], byNumber[0]);
        }
    }
}
