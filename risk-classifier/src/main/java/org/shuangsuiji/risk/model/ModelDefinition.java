package org.shuangsuiji.risk.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuangsuiji.model.Rank;

/**
 * All that a version of a model says.
 *
 * @param note what a reader should know about the model as a whole, such as where its weights come from
 */
public record ModelDefinition(
        Words name,
        Words note,
        Coverage coverage,
        List<IndicatorDefinition> indicators,
        Thresholds thresholds,
        List<Veto> vetoes) {
    /** Scores are counted in hundredths of a point. */
    private static final int HUNDREDTHS = 2;

    private static final int INDICATORS_MAX = 120;
    /** A feed answers all questions about an enterprise in the bits of one long, for two versions compared at once. */
    private static final int TESTS_MAX = 24;
    /** The same for a record, in one int. */
    private static final int CATEGORY_SETS_MAX = 14;

    public ModelDefinition {
        indicators = List.copyOf(indicators);
        vetoes = List.copyOf(vetoes);
    }

    public Optional<IndicatorDefinition> indicator(String code) {
        return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** The highest score that is possible, in hundredths. */
    public int scoreHighest() {
        return indicators.stream().mapToInt(i -> i.weight() * i.pointsHighest()).sum();
    }

    public int weightsTogether() {
        return indicators.stream().mapToInt(IndicatorDefinition::weight).sum();
    }

    public ModelDefinition with(
            List<IndicatorDefinition> newIndicators, Thresholds newThresholds, List<Veto> newVetoes) {
        return new ModelDefinition(name, note, coverage, newIndicators, newThresholds, newVetoes);
    }

    /** Everything that makes no sense; empty for a definition that may grade. */
    public List<Fault> faults() {
        Faults faults = new Faults();
        if (name.blank() || note.blank()) {
            faults.add("name", "words-wanted");
        }
        checkCoverage(faults);
        checkIndicators(faults);
        checkThresholds(faults);
        checkVetoes(faults);
        return faults.found();
    }

    private void checkCoverage(Faults faults) {
        if (coverage.statuses().isEmpty() || coverage.subjectKinds().isEmpty()) {
            faults.add("coverage", "coverage-empty");
        }
        new AttributeMeasure(Attribute.STATUS, coverage.statuses()).check(faults.of("coverage"));
        new AttributeMeasure(Attribute.SUBJECT_KIND, coverage.subjectKinds()).check(faults.of("coverage"));
        long attributes = indicators.stream()
                .filter(i -> i.measure() instanceof AttributeMeasure)
                .count();
        if (coverage.attributesKnownMin() < 0 || coverage.attributesKnownMin() > attributes) {
            faults.add("coverage", "known-range", coverage.attributesKnownMin(), attributes);
        }
    }

    private void checkIndicators(Faults faults) {
        if (indicators.isEmpty() || indicators.size() > INDICATORS_MAX) {
            faults.add("indicators", "indicators-number", indicators.size(), INDICATORS_MAX);
        }
        Set<String> codes = new HashSet<>();
        Set<AttributeTest> tests = new HashSet<>();
        Set<Set<String>> categories = new HashSet<>();
        for (IndicatorDefinition indicator : indicators) {
            indicator.check(faults);
            if (!codes.add(indicator.code())) {
                faults.of(indicator.code()).add("code", "code-twice", indicator.code());
            }
            if (indicator.measure() instanceof AttributeMeasure measure) {
                tests.add(measure.test());
            } else if (indicator.measure() instanceof RecordMeasure measure) {
                categories.add(measure.filter().categories());
            } else if (indicator.measure() instanceof RelatedMeasure measure && measure.having() != null) {
                categories.add(measure.having().categories());
            }
        }
        if (tests.size() > TESTS_MAX) {
            faults.add("indicators", "tests-number", tests.size(), TESTS_MAX);
        }
        if (categories.size() > CATEGORY_SETS_MAX) {
            faults.add("indicators", "category-sets-number", categories.size(), CATEGORY_SETS_MAX);
        }
        if (indicators.stream().noneMatch(i -> i.weight() > 0)) {
            faults.add("indicators", "weights-all-zero");
        }
    }

    private void checkThresholds(Faults faults) {
        if (thresholds.rankTwoFrom() < 1
                || thresholds.rankThreeFrom() <= thresholds.rankTwoFrom()
                || thresholds.rankFourFrom() <= thresholds.rankThreeFrom()) {
            faults.add("thresholds", "thresholds-ascend");
        } else if (thresholds.rankFourFrom() > scoreHighest()) {
            faults.add(
                    "thresholds",
                    "thresholds-out-of-reach",
                    BigDecimal.valueOf(thresholds.rankFourFrom(), HUNDREDTHS),
                    BigDecimal.valueOf(scoreHighest(), HUNDREDTHS));
        }
    }

    private void checkVetoes(Faults all) {
        Map<String, Veto> byCode = new HashMap<>();
        for (Veto veto : vetoes) {
            Faults faults = all.of(veto.code());
            if (byCode.put(veto.code(), veto) != null || !veto.code().matches("[A-Z][A-Z0-9]{1,19}")) {
                faults.add("code", "code-twice", veto.code());
            }
            if (veto.name().blank() || veto.basis().isBlank()) {
                faults.add("name", "words-wanted");
            }
            boolean floor = veto.effect() == Veto.Effect.FLOOR;
            if (veto.rank() == (floor ? Rank.ONE : Rank.FOUR)) {
                faults.add("rank", "veto-without-effect", veto.rank());
            }
            Optional<IndicatorDefinition> indicator = indicator(veto.indicator());
            if (indicator.isEmpty()) {
                faults.add("indicator", "veto-indicator-unknown", veto.indicator());
            } else if (indicator.get().direction()
                    == (floor ? Direction.BETTER_WHEN_MORE : Direction.WORSE_WHEN_MORE)) {
                faults.add("indicator", "veto-against-direction", veto.indicator());
            }
        }
    }
}
