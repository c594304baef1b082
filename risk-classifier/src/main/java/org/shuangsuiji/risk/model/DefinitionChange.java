package org.shuangsuiji.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.model.Rank;

/**
 * What somebody changed in a draft; a code that is absent keeps what it had.
 *
 * @param weights weight by indicator
 * @param points points by indicator, in the order of its bins
 * @param missingPoints points of a missing value by indicator
 * @param vetoRanks rank by veto
 */
public record DefinitionChange(
        Map<String, Integer> weights,
        Map<String, List<Integer>> points,
        Map<String, Integer> missingPoints,
        Thresholds thresholds,
        Map<String, Rank> vetoRanks) {

    public DefinitionChange {
        weights = Map.copyOf(weights);
        points = Map.copyOf(points);
        missingPoints = Map.copyOf(missingPoints);
        vetoRanks = Map.copyOf(vetoRanks);
    }

    public static DefinitionChange ofWeights(ModelDefinition definition, Map<String, Integer> weights) {
        return new DefinitionChange(weights, Map.of(), Map.of(), definition.thresholds(), Map.of());
    }

    public ModelDefinition appliedTo(ModelDefinition definition) {
        List<IndicatorDefinition> indicators = new ArrayList<>();
        for (IndicatorDefinition indicator : definition.indicators()) {
            List<Integer> kept = indicator.bins().stream().map(Bin::points).toList();
            indicators.add(indicator
                    .withWeight(weights.getOrDefault(indicator.code(), indicator.weight()))
                    .withPoints(
                            points.getOrDefault(indicator.code(), kept),
                            missingPoints.getOrDefault(indicator.code(), indicator.missingPoints())));
        }
        List<Veto> vetoes = definition.vetoes().stream()
                .map(veto -> veto.withRank(vetoRanks.getOrDefault(veto.code(), veto.rank())))
                .toList();
        return definition.with(indicators, thresholds, vetoes);
    }
}
