package org.shuangsuiji.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.AModel;

class ModelDefinitionTests {
    private static final RecordFilter PENALTIES = RecordFilter.of(RecordKind.PENALTY);

    private static List<String> faults(IndicatorDefinition indicator) {
        return AModel.of(
                        List.of(
                                indicator,
                                AModel.measuring(AModel.count(PENALTIES, null))
                                        .indicators()
                                        .get(0)),
                        List.of())
                .faults()
                .stream()
                .map(fault -> fault.where() + " " + fault.code())
                .toList();
    }

    private static IndicatorDefinition counting(Direction direction, List<Bin> bins, int weight) {
        return AModel.indicator("R030301", AModel.count(PENALTIES, Window.ofMonths(36)), direction, bins, 0, weight);
    }

    private static IndicatorDefinition measuring(Measure measure) {
        return AModel.indicator("R030301", measure, measure.natural(), List.of(new Bin(null, 50)), 0, 10);
    }

    @Test
    void theGeneralModelMakesSense() {
        ModelDefinition general = AModel.general();
        assertThat(general.faults()).isEmpty();
        assertThat(general.indicators()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(general.indicators().stream()
                        .map(IndicatorDefinition::dimension)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Dimension.values());
        assertThat(general.weightsTogether()).isEqualTo(100);
        assertThat(general.note().zh()).contains("默认");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        IndicatorDefinition bad =
                counting(Direction.BETTER_WHEN_MORE, List.of(new Bin(0L, -1), new Bin(5L, 101), new Bin(5L, 3)), 1001);
        assertThat(faults(bad))
                .contains(
                        "R030301.weight weight-range",
                        "R030301.bins first-bin-is-open",
                        "R030301.bins bins-ascend",
                        "R030301.points points-range",
                        "R030301.direction direction-natural",
                        "R030301.points points-against-direction");
    }

    @Test
    void weightsAndPointsMayReachTheirLimitsButNotPassThem() {
        List<Bin> bins = List.of(new Bin(null, 0), new Bin(1L, 100));
        assertThat(faults(counting(Direction.WORSE_WHEN_MORE, bins, 1000))).isEmpty();
        assertThat(faults(counting(Direction.WORSE_WHEN_MORE, bins, 1001))).isNotEmpty();
        assertThat(faults(counting(Direction.WORSE_WHEN_MORE, bins, 0))).isEmpty();
        assertThat(faults(counting(Direction.WORSE_WHEN_MORE, bins, -1))).isNotEmpty();
        assertThat(faults(counting(Direction.WORSE_WHEN_MORE, List.of(new Bin(null, 0), new Bin(1L, 101)), 10)))
                .isNotEmpty();
    }

    @Test
    void pointsMayNotFallWhileRecordsAgainstAnEnterpriseGrow() {
        assertThat(faults(counting(Direction.WORSE_WHEN_MORE, List.of(new Bin(null, 10), new Bin(1L, 9)), 10)))
                .containsExactly("R030301.points points-against-direction");
        assertThat(faults(counting(Direction.WORSE_WHEN_MORE, List.of(new Bin(null, 10), new Bin(1L, 10)), 10)))
                .isEmpty();
    }

    @Test
    void noPenaltyAtAllMayNotCostMoreThanAnOldOne() {
        Measure since = new RecordMeasure(Aggregation.DAYS_SINCE, PENALTIES, null);
        List<Bin> bins = List.of(new Bin(null, 90), new Bin(365L, 20));
        assertThat(faults(AModel.indicator("R030301", since, Direction.BETTER_WHEN_MORE, bins, 20, 5)))
                .isEmpty();
        assertThat(faults(AModel.indicator("R030301", since, Direction.BETTER_WHEN_MORE, bins, 21, 5)))
                .containsExactly("R030301.points none-better-than-some");
    }

    @Test
    void measuresThatCannotBeFedAreRefused() {
        assertThat(faults(measuring(AModel.count(RecordFilter.of(RecordKind.REGISTRATION), null))))
                .contains("R030301.measure registration-is-no-record");
        assertThat(faults(measuring(AModel.count(new RecordFilter(Set.of(), 0, new TreeSet<>()), null))))
                .contains("R030301.measure kinds-wanted");
        assertThat(faults(measuring(AModel.count(PENALTIES.severityAtLeast(4), null))))
                .contains("R030301.measure severity-range");
        assertThat(faults(measuring(AModel.count(PENALTIES, new Window(12, 30)))))
                .contains("R030301.measure window-range");
        assertThat(faults(measuring(AModel.count(PENALTIES, new Window(121, 0)))))
                .contains("R030301.measure window-range");
        assertThat(faults(measuring(AModel.count(PENALTIES.categories("a,b"), null))))
                .contains("R030301.measure category-form");
        assertThat(faults(
                        measuring(new RecordMeasure(Aggregation.AMOUNT_SUM, RecordFilter.of(RecordKind.PERMIT), null))))
                .contains("R030301.measure amount-of-penalties-only");
        assertThat(faults(measuring(AttributeMeasure.oneOf(Attribute.STATUS, "SLEEPING"))))
                .contains("R030301.measure value-unknown");
        assertThat(faults(measuring(AttributeMeasure.number(Attribute.SECTION))))
                .contains("R030301.measure values-wanted");
        assertThat(faults(measuring(AttributeMeasure.oneOf(Attribute.AGE_YEARS, "3"))))
                .contains("R030301.measure values-unwanted");
        assertThat(faults(measuring(new RelatedMeasure(Relation.SAME_ADDRESS, null, Window.ofMonths(1)))))
                .contains("R030301.measure window-without-records");
    }

    @Test
    void thresholdsAscendAndCanBeReached() {
        ModelDefinition model = AModel.ofPenalties();
        assertThat(faults(model, new Thresholds(1000, 1000, 3000))).containsExactly("thresholds-ascend");
        assertThat(faults(model, new Thresholds(0, 1000, 3000))).containsExactly("thresholds-ascend");
        assertThat(faults(model, new Thresholds(1, 2, 4000))).isEmpty();
        assertThat(faults(model, new Thresholds(1, 2, 4001))).containsExactly("thresholds-out-of-reach");
    }

    private static List<String> faults(ModelDefinition model, Thresholds thresholds) {
        return model.with(model.indicators(), thresholds, model.vetoes()).faults().stream()
                .map(Fault::code)
                .toList();
    }

    @Test
    void aVetoNamesAnIndicatorAndMovesARank() {
        ModelDefinition model = AModel.ofPenalties();
        Veto veto = model.vetoes().get(0);
        assertThat(vetoFaults(veto.withRank(Rank.ONE))).containsExactly("veto-without-effect");
        assertThat(vetoFaults(new Veto("V01", veto.name(), veto.basis(), "R999999", 1, Veto.Effect.FLOOR, Rank.TWO)))
                .containsExactly("veto-indicator-unknown");
        assertThat(vetoFaults(new Veto("V01", veto.name(), veto.basis(), "R030301", 1, Veto.Effect.CEILING, Rank.TWO)))
                .as("a further penalty would lower the rank")
                .containsExactly("veto-against-direction");
    }

    private static List<String> vetoFaults(Veto veto) {
        ModelDefinition model = AModel.ofPenalties();
        return model.with(model.indicators(), model.thresholds(), List.of(veto)).faults().stream()
                .map(Fault::code)
                .toList();
    }

    @Test
    void aModelWithoutIndicatorsOrWithTheSameCodeTwiceIsRefused() {
        assertThat(AModel.of(List.of(), List.of()).faults().stream().map(Fault::code))
                .contains("indicators-number", "weights-all-zero");
        List<IndicatorDefinition> twice = new ArrayList<>(AModel.ofPenalties().indicators());
        twice.add(twice.get(0));
        assertThat(AModel.of(twice, List.of()).faults().stream().map(Fault::code))
                .contains("code-twice");
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        ModelDefinition model = AModel.ofPenalties();
        ModelDefinition changed = new DefinitionChange(
                        Map.of("R030301", 50),
                        Map.of("R030301", List.of(0, 5, 10, 15, 20)),
                        Map.of(),
                        new Thresholds(1, 2, 3),
                        Map.of("V01", Rank.THREE))
                .appliedTo(model);
        assertThat(changed.indicators().get(0).weight()).isEqualTo(50);
        assertThat(changed.indicators().get(0).bins()).extracting(Bin::points).containsExactly(0, 5, 10, 15, 20);
        assertThat(changed.indicators().get(1)).isEqualTo(model.indicators().get(1));
        assertThat(changed.vetoes().get(0).rank()).isEqualTo(Rank.THREE);
        assertThat(DefinitionChange.ofWeights(model, Map.of()).appliedTo(model)).isEqualTo(model);
    }
}
