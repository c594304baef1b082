package org.shuangsuiji.risk.scoring;

import java.util.List;
import java.util.stream.IntStream;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.Veto;

/** From indicator values to points, score and rank, by one definition; the same for one enterprise and for a million. */
public final class Scoring {
    private final ModelDefinition definition;
    private final List<IndicatorDefinition> indicators;
    private final int[] columns;
    private final long[][] edges;
    private final int[][] contributions;
    private final int[] missingContributions;
    private final int statusTest;
    private final int subjectTest;
    private final int[] attributeColumns;
    private final int[] vetoColumns;

    public Scoring(ExtractionPlan plan, ModelDefinition definition) {
        this.definition = definition;
        this.indicators = definition.indicators();
        this.columns =
                indicators.stream().mapToInt(i -> plan.column(i.measure())).toArray();
        this.edges = indicators.stream().map(Scoring::edges).toArray(long[][]::new);
        this.contributions = indicators.stream()
                .map(i -> i.bins().stream()
                        .mapToInt(bin -> bin.points() * i.weight())
                        .toArray())
                .toArray(int[][]::new);
        this.missingContributions = indicators.stream()
                .mapToInt(i -> i.missingPoints() * i.weight())
                .toArray();
        this.statusTest = plan.testIndex(definition.coverage().statusTest());
        this.subjectTest = plan.testIndex(definition.coverage().subjectTest());
        this.attributeColumns = IntStream.range(0, indicators.size())
                .filter(i -> indicators.get(i).measure() instanceof AttributeMeasure)
                .map(i -> columns[i])
                .toArray();
        this.vetoColumns = definition.vetoes().stream()
                .mapToInt(veto -> plan.column(
                        definition.indicator(veto.indicator()).orElseThrow().measure()))
                .toArray();
    }

    static long[] edges(IndicatorDefinition indicator) {
        return indicator.bins().stream()
                .skip(1)
                .mapToLong(bin -> {
                    Long from = bin.from();
                    if (from == null) {
                        throw new IllegalArgumentException(
                                "Indicator %s has a further bin without a bound".formatted(indicator.code()));
                    }
                    return from;
                })
                .toArray();
    }

    /** Which bin a value falls in: a bound belongs to the bin above it. */
    static int binOf(long value, long[] edges) {
        int bin = 0;
        while (bin < edges.length && value >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    public Scores score(Features features) {
        Scores scores = new Scores(features.size(), indicators.size());
        for (int i = 0; i < columns.length; i++) {
            scoreColumn(i, features, scores);
        }
        for (int row = 0; row < features.size(); row++) {
            rank(row, features, scores);
        }
        return scores;
    }

    private void scoreColumn(int indicator, Features features, Scores scores) {
        int column = columns[indicator];
        long[] bounds = edges[indicator];
        int[] weighted = contributions[indicator];
        int missing = missingContributions[indicator];
        for (int row = 0; row < features.size(); row++) {
            long value = features.value(column, row);
            if (value == Features.MISSING) {
                scores.add(row, indicator, Scores.MISSING_BIN, missing);
            } else {
                int bin = binOf(value, bounds);
                scores.add(row, indicator, (byte) bin, weighted[bin]);
            }
        }
    }

    private void rank(int row, Features features, Scores scores) {
        if (!features.passes(statusTest, row) || !features.passes(subjectTest, row)) {
            scores.notCovered(row);
            return;
        }
        Rank rank = definition.thresholds().rankOf(scores.score(row));
        Rank floor = Rank.ONE;
        Rank ceiling = Rank.FOUR;
        for (int i = 0; i < vetoColumns.length; i++) {
            Veto veto = definition.vetoes().get(i);
            if (applies(veto, features.value(vetoColumns[i], row))) {
                if (veto.effect() == Veto.Effect.FLOOR) {
                    floor = floor.orWorse(veto.rank());
                } else {
                    ceiling = ceiling.orBetter(veto.rank());
                }
            }
        }
        // What is worst already needs no further knowledge; everything else does.
        if (floor != Rank.FOUR && !enoughKnown(row, features)) {
            scores.notYetGradable(row);
            return;
        }
        scores.grade(row, rank.orBetter(ceiling).orWorse(floor));
    }

    static boolean applies(Veto veto, long value) {
        return value != Features.MISSING && value >= veto.from();
    }

    private boolean enoughKnown(int row, Features features) {
        if (definition.coverage().registrationWanted() && !features.passes(ExtractionPlan.REGISTERED, row)) {
            return false;
        }
        int known = 0;
        for (int column : attributeColumns) {
            if (features.value(column, row) != Features.MISSING) {
                known++;
            }
        }
        return known >= definition.coverage().attributesKnownMin();
    }

    /** Kept for {@link Explanation}, which tells the same story for one row. */
    int contribution(int indicator, byte bin) {
        return bin == Scores.MISSING_BIN ? missingContributions[indicator] : contributions[indicator][bin];
    }

    int column(int indicator) {
        return columns[indicator];
    }

    int points(int indicator, byte bin) {
        IndicatorDefinition of = indicators.get(indicator);
        return bin == Scores.MISSING_BIN
                ? of.missingPoints()
                : of.bins().get(bin).points();
    }

    ModelDefinition definition() {
        return definition;
    }
}
