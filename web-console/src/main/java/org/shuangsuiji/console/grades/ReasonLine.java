package org.shuangsuiji.console.grades;

import java.util.List;
import org.shuangsuiji.console.grades.RuleWords.BinLine;
import org.shuangsuiji.risk.GradeReport.RecordText;

/**
 * One indicator of one enterprise, in words.
 *
 * @param value with its unit; a dash when not known
 * @param caution what the value leaves out; empty for nothing
 * @param contribution points times weight, as a decimal number
 * @param width of its bar; {@link Bar#WHOLE} is the score from which the highest risk begins
 * @param note what a reader should know about the indicator; empty for nothing
 */
record ReasonLine(
        String code,
        String dimension,
        String name,
        String note,
        String basis,
        String value,
        String caution,
        List<BinLine> bins,
        int points,
        int weight,
        String contribution,
        int width,
        List<RecordLine> records) {

    /**
     * A record behind the value.
     *
     * @param until the first day on which it stops counting for the indicator; empty when none is known
     */
    record RecordLine(RecordText record, String until) {}
}
