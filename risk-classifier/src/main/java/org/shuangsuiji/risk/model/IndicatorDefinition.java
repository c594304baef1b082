package org.shuangsuiji.risk.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One indicator: what it measures, the points a value earns, and its weight in the score.
 *
 * @param code in the style of the national list, for example {@code R030301}
 * @param basis the law or document that speaks of it, in Chinese
 * @param unit the unit of the value
 * @param missingPoints the points of a value that is not known
 * @param note what a reader should know about its limits
 */
public record IndicatorDefinition(
        String code,
        Dimension dimension,
        Words name,
        String basis,
        Words unit,
        Measure measure,
        Direction direction,
        List<Bin> bins,
        int missingPoints,
        int weight,
        @Nullable Words note) {
    public static final int POINTS_MAX = 100;
    public static final int WEIGHT_MAX = 1000;
    /** More bins than anybody reads; their number has to fit a byte beside the mark of a missing value. */
    public static final int BINS_MAX = 50;

    public IndicatorDefinition {
        bins = List.copyOf(bins);
    }

    public IndicatorDefinition withWeight(int newWeight) {
        return new IndicatorDefinition(
                code, dimension, name, basis, unit, measure, direction, bins, missingPoints, newWeight, note);
    }

    /** The same bins with other points, in the order of the bins. */
    public IndicatorDefinition withPoints(List<Integer> points, int newMissingPoints) {
        if (points.size() != bins.size()) {
            throw new IllegalArgumentException(
                    "Indicator %s has %d bins; got points for %d".formatted(code, bins.size(), points.size()));
        }
        List<Bin> changed = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            changed.add(new Bin(bins.get(i).from(), points.get(i)));
        }
        return new IndicatorDefinition(
                code, dimension, name, basis, unit, measure, direction, changed, newMissingPoints, weight, note);
    }

    int pointsHighest() {
        return Math.max(missingPoints, bins.stream().mapToInt(Bin::points).max().orElse(0));
    }

    void check(Faults all) {
        Faults faults = all.of(code);
        if (!code.matches("[A-Z][A-Z0-9]{2,19}")) {
            faults.add("code", "code-form", code);
        }
        if (name.blank() || unit.blank()) {
            faults.add("name", "words-wanted");
        }
        if (basis.isBlank()) {
            faults.add("basis", "basis-wanted");
        }
        if (weight < 0 || weight > WEIGHT_MAX) {
            faults.add("weight", "weight-range", weight, WEIGHT_MAX);
        }
        measure.check(faults);
        checkBins(faults);
        checkDirection(faults);
    }

    private void checkBins(Faults faults) {
        if (bins.isEmpty() || bins.size() > BINS_MAX) {
            faults.add("bins", "bins-number", bins.size(), BINS_MAX);
            return;
        }
        if (bins.get(0).from() != null) {
            faults.add("bins", "first-bin-is-open");
        }
        for (int i = 1; i < bins.size(); i++) {
            Long from = bins.get(i).from();
            Long before = bins.get(i - 1).from();
            if (from == null || (before != null && from <= before)) {
                faults.add("bins", "bins-ascend", i + 1);
            }
        }
        for (Bin bin : bins) {
            if (bin.points() < 0 || bin.points() > POINTS_MAX) {
                faults.add("points", "points-range", bin.points(), POINTS_MAX);
            }
        }
        if (missingPoints < 0 || missingPoints > POINTS_MAX) {
            faults.add("points", "points-range", missingPoints, POINTS_MAX);
        }
    }

    /** A further record against an enterprise must never improve its rank, whatever somebody types into a draft. */
    private void checkDirection(Faults faults) {
        Direction natural = measure.natural();
        if (natural != Direction.FREE && direction != natural) {
            faults.add("direction", "direction-natural", natural);
        }
        if (!direction.admits(bins)) {
            faults.add("points", "points-against-direction", direction);
        }
        boolean missingMeansNone =
                measure instanceof RecordMeasure records && records.aggregation() == Aggregation.DAYS_SINCE;
        if (missingMeansNone
                && natural == Direction.BETTER_WHEN_MORE
                && bins.stream().anyMatch(bin -> bin.points() < missingPoints)) {
            faults.add("points", "none-better-than-some");
        }
    }
}
