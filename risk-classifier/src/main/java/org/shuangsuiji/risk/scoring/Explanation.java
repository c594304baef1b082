package org.shuangsuiji.risk.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.Veto;

/**
 * Why one enterprise stands where it stands, told by the functions that graded it.
 *
 * @param scoreRank the rank by score alone, before floors and ceilings
 * @param nextChange the next day on which time alone could change something
 */
public record Explanation(
        Standing standing,
        Optional<Rank> rank,
        int score,
        Rank scoreRank,
        List<Reason> reasons,
        List<Veto> vetoes,
        Optional<LocalDate> nextChange) {

    /**
     * One indicator.
     *
     * @param value empty when it is not known
     * @param bin the place of the bin from 0, or -1 for a missing value
     * @param contribution points times weight, in hundredths
     * @param records those behind the value, of the enterprise's own
     */
    public record Reason(
            IndicatorDefinition indicator,
            OptionalLong value,
            int bin,
            int points,
            int contribution,
            List<Behind> records) {}

    /**
     * A record behind a value.
     *
     * @param until the first day on which it stops counting for this indicator
     */
    public record Behind(long recordId, Optional<LocalDate> until) {}

    /**
     * Explains the one enterprise in these features.
     *
     * @param records all its records
     */
    public static Explanation of(Scoring scoring, Features features, List<CountedRecord> records) {
        if (features.size() != 1) {
            throw new IllegalArgumentException(
                    "An explanation is about one enterprise; got %d".formatted(features.size()));
        }
        Scores scores = scoring.score(features);
        List<Reason> reasons = new ArrayList<>();
        List<IndicatorDefinition> indicators = scoring.definition().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            int column = scoring.column(i);
            long value = features.value(column, 0);
            byte bin = scores.bin(0, i);
            reasons.add(new Reason(
                    indicators.get(i),
                    value == Features.MISSING ? OptionalLong.empty() : OptionalLong.of(value),
                    bin,
                    scoring.points(i, bin),
                    scoring.contribution(i, bin),
                    behind(features.plan(), column, records)));
        }
        List<Veto> vetoes = scoring.definition().vetoes().stream()
                .filter(veto -> applies(veto, scoring, features))
                .toList();
        return new Explanation(
                scores.standing(0),
                scores.rank(0),
                scores.score(0),
                scoring.definition().thresholds().rankOf(scores.score(0)),
                reasons,
                vetoes,
                Days.dateUnlessNever(features.nextChange(0)));
    }

    private static boolean applies(Veto veto, Scoring scoring, Features features) {
        int column = features.plan()
                .column(scoring.definition()
                        .indicator(veto.indicator())
                        .orElseThrow()
                        .measure());
        return Scoring.applies(veto, features.value(column, 0));
    }

    private static List<Behind> behind(ExtractionPlan plan, int column, List<CountedRecord> records) {
        List<Behind> behind = new ArrayList<>();
        for (CountedRecord record : records) {
            if (plan.counts(column, record)) {
                int until = plan.rules[column].countsUntil(record.eventDay(), record.untilDay());
                behind.add(new Behind(record.recordId(), Days.dateUnlessNever(until)));
            }
        }
        return behind;
    }
}
