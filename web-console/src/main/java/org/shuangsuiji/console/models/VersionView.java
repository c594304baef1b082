package org.shuangsuiji.console.models;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.grades.GradeWords;
import org.shuangsuiji.console.grades.GradeWords.Badge;
import org.shuangsuiji.console.grades.RuleWords;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.VersionSheet;
import org.shuangsuiji.risk.VersionState;
import org.shuangsuiji.risk.model.Dimension;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.Veto;
import org.shuangsuiji.risk.model.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a model version into words. */
@Component
class VersionView {
    private final GradeWords words;
    private final RuleWords rules;
    private final MessageSource texts;

    VersionView(GradeWords words, RuleWords rules, MessageSource texts) {
        this.words = words;
        this.rules = rules;
        this.texts = texts;
    }

    /** The page about one version. */
    record Page(
            long id,
            long modelId,
            int number,
            VersionState state,
            String name,
            String note,
            String draftedBy,
            Instant draftedAt,
            @Nullable String reason,
            @Nullable Instant submittedAt,
            @Nullable String returnReason,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable LocalDate effectiveFrom,
            @Nullable Instant retiredAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawReason,
            String digest,
            int lock,
            List<Group> groups,
            int indicators,
            int weightsTogether,
            String scoreHighest,
            List<ThresholdLine> thresholds,
            List<VetoLine> vetoes) {

        public boolean open() {
            return state == VersionState.DRAFT || state == VersionState.SUBMITTED || state == VersionState.APPROVED;
        }
    }

    /** The indicators of one dimension. */
    record Group(String dimension, int weight, List<IndicatorLine> indicators) {}

    /** One indicator; the field names lead to what was typed in a form. */
    record IndicatorLine(
            String code,
            String name,
            String note,
            String basis,
            String unit,
            String measure,
            int weight,
            String weightField,
            List<BinField> bins) {}

    /** One bin with the name of its field. */
    record BinField(String range, int points, String field) {}

    /** From which score a rank begins. */
    record ThresholdLine(Badge rank, String from, String field) {}

    /** A fact that decides whatever the score says. */
    record VetoLine(
            String code,
            String name,
            String basis,
            String indicator,
            long from,
            boolean floor,
            Badge rank,
            String field) {}

    Page of(VersionSheet sheet, ModelSheet model, Locale locale) {
        return of(sheet, sheet.definition(), model, locale);
    }

    /** The same with these numbers, which need not be the saved ones. */
    Page of(VersionSheet sheet, ModelDefinition definition, ModelSheet model, Locale locale) {
        List<Group> groups = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<IndicatorDefinition> own = definition.indicators().stream()
                    .filter(indicator -> indicator.dimension() == dimension)
                    .toList();
            if (!own.isEmpty()) {
                groups.add(new Group(
                        text("rule.dimension." + dimension, locale),
                        own.stream().mapToInt(IndicatorDefinition::weight).sum(),
                        own.stream().map(indicator -> line(indicator, locale)).toList()));
            }
        }
        return new Page(
                sheet.id(),
                sheet.modelId(),
                sheet.number(),
                sheet.state(),
                words.of(definition.name(), locale),
                words.of(definition.note(), locale),
                sheet.draftedBy(),
                sheet.draftedAt(),
                sheet.reason(),
                sheet.submittedAt(),
                sheet.returnReason(),
                sheet.approvedBy(),
                sheet.approvedAt(),
                sheet.effectiveFrom(),
                sheet.retiredAt(),
                sheet.withdrawnBy(),
                sheet.withdrawnAt(),
                sheet.withdrawReason(),
                sheet.digest(),
                sheet.lock(),
                groups,
                definition.indicators().size(),
                definition.weightsTogether(),
                rules.hundredths(definition.scoreHighest()),
                List.of(
                        threshold(model, Rank.TWO, definition.thresholds().rankTwoFrom(), locale),
                        threshold(model, Rank.THREE, definition.thresholds().rankThreeFrom(), locale),
                        threshold(model, Rank.FOUR, definition.thresholds().rankFourFrom(), locale)),
                definition.vetoes().stream()
                        .map(veto -> veto(veto, definition, model, locale))
                        .toList());
    }

    private IndicatorLine line(IndicatorDefinition indicator, Locale locale) {
        Words note = indicator.note();
        String code = indicator.code();
        return new IndicatorLine(
                code,
                words.of(indicator.name(), locale),
                note == null ? "" : words.of(note, locale),
                indicator.basis(),
                words.of(indicator.unit(), locale),
                rules.measure(indicator.measure(), locale),
                indicator.weight(),
                DraftForm.weight(code),
                rules.bins(indicator, -2, locale).stream()
                        .map(bin -> new BinField(
                                bin.range(),
                                bin.points(),
                                bin.place() < 0 ? DraftForm.missing(code) : DraftForm.points(code, bin.place())))
                        .toList());
    }

    private ThresholdLine threshold(ModelSheet model, Rank rank, int from, Locale locale) {
        return new ThresholdLine(
                words.badge(model.schemeCode(), rank, locale), rules.hundredths(from), DraftForm.threshold(rank));
    }

    private VetoLine veto(Veto veto, ModelDefinition definition, ModelSheet model, Locale locale) {
        return new VetoLine(
                veto.code(),
                words.of(veto.name(), locale),
                veto.basis(),
                definition
                        .indicator(veto.indicator())
                        .map(indicator -> words.of(indicator.name(), locale))
                        .orElse(veto.indicator()),
                veto.from(),
                veto.effect() == Veto.Effect.FLOOR,
                words.badge(model.schemeCode(), veto.rank(), locale),
                DraftForm.veto(veto.code()));
    }

    private String text(String code, Locale locale) {
        return Objects.requireNonNull(texts.getMessage(code, null, code, locale));
    }
}
