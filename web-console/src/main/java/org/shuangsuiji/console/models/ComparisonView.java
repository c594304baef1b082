package org.shuangsuiji.console.models;

import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.console.grades.CountLine;
import org.shuangsuiji.console.grades.GradeWords.Badge;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.Comparison;

/**
 * A comparison as a page shows it.
 *
 * @param moves one line per rank of now, one number per rank of then
 */
record ComparisonView(CountLine before, CountLine after, List<MoveLine> moves, long worse, long better) {

    /** Where the enterprises of one rank go. */
    record MoveLine(Badge from, List<Move> to) {}

    /** How many go there, and whether that is up, down or neither. */
    record Move(long enterprises, String direction) {}

    static ComparisonView of(Comparison comparison, List<Badge> ranks, String nameBefore, String nameAfter) {
        List<MoveLine> lines = new ArrayList<>();
        for (Rank from : Rank.values()) {
            List<Move> moves = new ArrayList<>();
            for (Rank to : Rank.values()) {
                int step = to.number() - from.number();
                moves.add(new Move(comparison.moved(from, to), step == 0 ? "same" : step > 0 ? "worse" : "better"));
            }
            lines.add(new MoveLine(ranks.get(from.number() - 1), moves));
        }
        return new ComparisonView(
                CountLine.of(null, nameBefore, comparison.before()),
                CountLine.of(null, nameAfter, comparison.after()),
                lines,
                comparison.worse(),
                comparison.better());
    }
}
