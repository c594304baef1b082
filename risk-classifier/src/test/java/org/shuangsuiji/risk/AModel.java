package org.shuangsuiji.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Aggregation;
import org.shuangsuiji.risk.model.Bin;
import org.shuangsuiji.risk.model.Coverage;
import org.shuangsuiji.risk.model.Dimension;
import org.shuangsuiji.risk.model.Direction;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.RecordFilter;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.Thresholds;
import org.shuangsuiji.risk.model.Veto;
import org.shuangsuiji.risk.model.Window;
import org.shuangsuiji.risk.model.Words;

/** Small valid models for the tests. */
public final class AModel {
    private AModel() {}

    public static Measure count(RecordFilter filter, @Nullable Window window) {
        return new RecordMeasure(Aggregation.COUNT, filter, window);
    }

    /** A valid model whose only indicator has this measure. */
    public static ModelDefinition measuring(Measure measure) {
        Direction direction = measure.natural() == Direction.FREE ? Direction.FREE : measure.natural();
        List<Bin> bins = direction == Direction.BETTER_WHEN_MORE
                ? List.of(new Bin(null, 60), new Bin(5L, 0))
                : List.of(new Bin(null, 0), new Bin(1L, 60));
        return of(List.of(indicator("R010001", measure, direction, bins, 0, 100)), List.of());
    }

    public static IndicatorDefinition indicator(
            String code, Measure measure, Direction direction, List<Bin> bins, int missing, int weight) {
        return new IndicatorDefinition(
                code,
                Dimension.SUPERVISION,
                new Words("指标" + code, "Indicator " + code),
                "《测试办法》第一条",
                new Words("次", "times"),
                measure,
                direction,
                bins,
                missing,
                weight,
                null);
    }

    public static ModelDefinition of(List<IndicatorDefinition> indicators, List<Veto> vetoes) {
        return new ModelDefinition(
                new Words("测试模型", "Test model"),
                new Words("只用于测试", "For tests only"),
                new Coverage(
                        new TreeSet<>(Set.of("ACTIVE", "SUSPENDED", "REVOKED")),
                        new TreeSet<>(Set.of("ENTERPRISE", "INDIVIDUAL", "COOPERATIVE")),
                        true,
                        0),
                indicators,
                new Thresholds(1000, 2000, 3000),
                vetoes);
    }

    /** Penalties earn 10 points each, up to four; a listing for dishonesty is a floor of rank four. */
    public static ModelDefinition ofPenalties() {
        List<Bin> tens = new ArrayList<>(List.of(new Bin(null, 0)));
        for (long n = 1; n <= 4; n++) {
            tens.add(new Bin(n, (int) n * 10));
        }
        return of(
                List.of(
                        indicator(
                                "R030301",
                                count(RecordFilter.of(RecordKind.PENALTY), Window.ofMonths(36)),
                                Direction.WORSE_WHEN_MORE,
                                tens,
                                0,
                                100),
                        indicator(
                                "R030201",
                                new RecordMeasure(Aggregation.EXISTS, RecordFilter.of(RecordKind.DISHONESTY), null),
                                Direction.WORSE_WHEN_MORE,
                                List.of(new Bin(null, 0), new Bin(1L, 0)),
                                0,
                                0)),
                List.of(new Veto(
                        "V01",
                        new Words("严重违法失信", "Serious dishonesty"),
                        "总局令第44号",
                        "R030201",
                        1,
                        Veto.Effect.FLOOR,
                        Rank.FOUR)));
    }

    /** The model that an office starts with. */
    public static ModelDefinition general() {
        return DefinitionText.general();
    }
}
