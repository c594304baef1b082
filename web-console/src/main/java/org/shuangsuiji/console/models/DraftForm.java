package org.shuangsuiji.console.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.model.Bin;
import org.shuangsuiji.risk.model.DefinitionChange;
import org.shuangsuiji.risk.model.Fault;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.Thresholds;
import org.shuangsuiji.risk.model.Veto;
import org.springframework.util.MultiValueMap;

/**
 * The numbers of a draft as somebody typed them: one field for each weight, each bin, each threshold and each veto.
 *
 * @param typed by name of the field, whatever was typed
 * @param wrong the names of those that are not numbers, or numbers too large to be read
 */
record DraftForm(Map<String, String> typed, List<String> wrong) {
    private static final int HUNDREDTHS = 2;

    static String weight(String code) {
        return "weight." + code;
    }

    static String points(String code, int bin) {
        return "points." + code + "." + bin;
    }

    static String missing(String code) {
        return "missing." + code;
    }

    static String threshold(Rank rank) {
        return "threshold." + rank.number();
    }

    static String veto(String code) {
        return "veto." + code;
    }

    static boolean isVeto(String name) {
        return name.startsWith("veto.");
    }

    /** What a definition says, as the form would show it. */
    static DraftForm of(ModelDefinition definition) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (IndicatorDefinition indicator : definition.indicators()) {
            typed.put(weight(indicator.code()), String.valueOf(indicator.weight()));
            List<Bin> bins = indicator.bins();
            for (int i = 0; i < bins.size(); i++) {
                typed.put(
                        points(indicator.code(), i), String.valueOf(bins.get(i).points()));
            }
            typed.put(missing(indicator.code()), String.valueOf(indicator.missingPoints()));
        }
        Thresholds thresholds = definition.thresholds();
        typed.put(threshold(Rank.TWO), hundredths(thresholds.rankTwoFrom()));
        typed.put(threshold(Rank.THREE), hundredths(thresholds.rankThreeFrom()));
        typed.put(threshold(Rank.FOUR), hundredths(thresholds.rankFourFrom()));
        for (Veto veto : definition.vetoes()) {
            typed.put(veto(veto.code()), String.valueOf(veto.rank().number()));
        }
        return new DraftForm(typed, List.of());
    }

    /** What was sent, for the fields that this definition has; a field that is absent keeps its number. */
    static DraftForm read(MultiValueMap<String, String> sent, ModelDefinition definition) {
        Map<String, String> typed = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        of(definition).typed().forEach((name, present) -> {
            String text = sent.getFirst(name);
            String value = text == null ? present : text.strip();
            typed.put(name, value);
            if (!isNumber(name, value)) {
                wrong.add(name);
            }
        });
        return new DraftForm(typed, wrong);
    }

    private static boolean isNumber(String name, String value) {
        if (name.startsWith("threshold.")) {
            return value.matches("-?[0-9]{1,6}(\\.[0-9]{1,2})?");
        }
        return isVeto(name) ? value.matches("[1-4]") : value.matches("-?[0-9]{1,6}");
    }

    public String value(String name) {
        String value = typed.get(name);
        if (value == null) {
            throw new IllegalArgumentException("This form has no field " + name);
        }
        return value;
    }

    public boolean isWrong(String name) {
        return wrong.contains(name);
    }

    boolean isTooLarge(String name) {
        return isWrong(name) && value(name).matches("-?[0-9]{7,}(\\.[0-9]{1,2})?");
    }

    /**
     * What breaks a rule although it can be read, told together with what cannot. Where anything of an indicator or veto
     * cannot be read, or the whole is asked about, the answer has to wait for the missing numbers.
     */
    List<Fault> faultsBesideWrong(ModelDefinition definition) {
        if (wrong.isEmpty()) {
            return List.of();
        }
        Map<String, String> readable = new LinkedHashMap<>(typed);
        Map<String, String> kept = of(definition).typed();
        wrong.forEach(name -> readable.replace(name, String.valueOf(kept.get(name))));
        Set<String> waiting =
                wrong.stream().map(name -> name.split("\\.", -1)[1]).collect(Collectors.toSet());
        return new DraftForm(readable, List.of())
                .change(definition).appliedTo(definition).faults().stream()
                        .filter(fault -> {
                            String thing = thingOf(fault.where());
                            return !thing.equals("model") && !waiting.contains(thing);
                        })
                        .toList();
    }

    /** What the definition says, as the form would show it, for each field in which something else was typed. */
    Map<String, String> otherwise(ModelDefinition definition) {
        Map<String, String> kept = of(definition).typed();
        Map<String, String> others = new LinkedHashMap<>();
        kept.forEach((name, value) -> {
            if (isWrong(name) || new BigDecimal(value(name)).compareTo(new BigDecimal(value)) != 0) {
                others.put(name, value);
            }
        });
        return others;
    }

    /** The definition with the numbers of this form; nothing while one of them cannot be read or an indicator refuses it. */
    Optional<ModelDefinition> tried(ModelDefinition definition) {
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        ModelDefinition tried = change(definition).appliedTo(definition);
        return tried.faults().stream().anyMatch(fault -> tried.indicator(thingOf(fault.where()))
                        .isPresent())
                ? Optional.empty()
                : Optional.of(tried);
    }

    /** What the form changes; all its fields must be numbers. */
    DefinitionChange change(ModelDefinition definition) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        Map<String, List<Integer>> points = new LinkedHashMap<>();
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (IndicatorDefinition indicator : definition.indicators()) {
            String code = indicator.code();
            weights.put(code, Integer.valueOf(value(weight(code))));
            List<Integer> ofBins = new ArrayList<>();
            for (int i = 0; i < indicator.bins().size(); i++) {
                ofBins.add(Integer.valueOf(value(points(code, i))));
            }
            points.put(code, ofBins);
            missing.put(code, Integer.valueOf(value(missing(code))));
        }
        Map<String, Rank> vetoes = new LinkedHashMap<>();
        for (Veto veto : definition.vetoes()) {
            vetoes.put(veto.code(), Rank.of(Integer.parseInt(value(veto(veto.code())))));
        }
        Thresholds thresholds = new Thresholds(
                fromHundredths(value(threshold(Rank.TWO))),
                fromHundredths(value(threshold(Rank.THREE))),
                fromHundredths(value(threshold(Rank.FOUR))));
        return new DefinitionChange(weights, points, missing, thresholds, vetoes);
    }

    /** The name of the field that a fault is about, or nothing when it is about the whole. */
    static String fieldOf(String where, ModelDefinition definition) {
        String thing = thingOf(where);
        String part = where.substring(thing.length() + 1);
        if (thing.equals("model")) {
            return part.equals("thresholds") ? threshold(Rank.TWO) : "";
        }
        if (definition.indicator(thing).isPresent()) {
            return part.equals("weight") ? weight(thing) : points(thing, 0);
        }
        return definition.vetoes().stream().anyMatch(veto -> veto.code().equals(thing)) ? veto(thing) : "";
    }

    private static String thingOf(String where) {
        return where.substring(0, where.lastIndexOf('.'));
    }

    private static String hundredths(int value) {
        return BigDecimal.valueOf(value, HUNDREDTHS).toPlainString();
    }

    private static int fromHundredths(String text) {
        return new BigDecimal(text).movePointRight(HUNDREDTHS).intValueExact();
    }
}
