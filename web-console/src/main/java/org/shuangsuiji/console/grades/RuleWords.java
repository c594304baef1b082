package org.shuangsuiji.console.grades;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.Bin;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.RecordFilter;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.RelatedMeasure;
import org.shuangsuiji.risk.model.Window;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what a definition obeys, so that no rule is typed twice. */
@Component
public class RuleWords {
    private final MessageSource texts;

    RuleWords(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * A bin in words.
     *
     * @param place from 0; -1 for a missing value
     * @param hit whether the value at hand fell in it
     */
    public record BinLine(int place, String range, int points, boolean hit) {}

    /** All bins of an indicator, and what a missing value earns. */
    public List<BinLine> bins(IndicatorDefinition indicator, int hit, Locale locale) {
        List<BinLine> lines = new ArrayList<>();
        List<Bin> bins = indicator.bins();
        for (int i = 0; i < bins.size(); i++) {
            Long next = i + 1 < bins.size() ? bins.get(i + 1).from() : null;
            lines.add(new BinLine(
                    i, range(bins.get(i).from(), next, locale), bins.get(i).points(), i == hit));
        }
        lines.add(new BinLine(-1, text("rule.bin.missing", locale), indicator.missingPoints(), hit == -1));
        return lines;
    }

    private String range(@Nullable Long from, @Nullable Long next, Locale locale) {
        if (from == null) {
            return next == null ? text("rule.bin.any", locale) : text("rule.bin.below", locale, number(next, locale));
        }
        if (next == null) {
            return text("rule.bin.from", locale, number(from, locale));
        }
        return next == from + 1
                ? number(from, locale)
                : text("rule.bin.between", locale, number(from, locale), number(next, locale));
    }

    /** What an indicator counts, such as: penalties, at least serious, within 36 months. */
    public String measure(Measure measure, Locale locale) {
        if (measure instanceof AttributeMeasure attribute) {
            return attribute.attribute().numeric()
                    ? text("rule.attribute." + attribute.attribute(), locale)
                    : text(
                            "rule.attribute.one-of",
                            locale,
                            text("rule.attribute." + attribute.attribute(), locale),
                            values(attribute, locale));
        }
        if (measure instanceof RecordMeasure records) {
            return text(
                    "rule.records",
                    locale,
                    text("rule.aggregation." + records.aggregation(), locale),
                    filter(records.filter(), locale),
                    window(records.window(), locale));
        }
        if (measure instanceof RelatedMeasure related) {
            String relation = text("rule.relation." + related.relation(), locale);
            if (related.depth() > 1) {
                relation = text("rule.related.steps", locale, relation, String.valueOf(related.depth()));
            }
            RecordFilter having = related.having();
            return having == null
                    ? text("rule.related", locale, relation)
                    : text(
                            "rule.related.having",
                            locale,
                            relation,
                            filter(having, locale),
                            window(related.window(), locale));
        }
        throw new IllegalArgumentException("No words for " + measure);
    }

    private String values(AttributeMeasure attribute, Locale locale) {
        return String.join(
                text("list.separator", locale),
                attribute.values().stream()
                        .map(value -> attribute.attribute() == Attribute.STATUS
                                ? text("grade.status." + value, locale)
                                : value)
                        .toList());
    }

    private String filter(RecordFilter filter, Locale locale) {
        StringBuilder words = new StringBuilder(String.join(
                text("list.separator", locale),
                filter.kinds().stream().map(kind -> kind(kind, locale)).toList()));
        if (filter.severityAtLeast() > 0) {
            words.append(text("rule.severity", locale, text("grade.severity." + filter.severityAtLeast(), locale)));
        }
        if (!filter.categories().isEmpty()) {
            words.append(
                    text("rule.categories", locale, String.join(text("list.separator", locale), filter.categories())));
        }
        return words.toString();
    }

    private String window(@Nullable Window window, Locale locale) {
        if (window == null) {
            return text("rule.window.none", locale);
        }
        return window.months() > 0
                ? text("rule.window.months", locale, String.valueOf(window.months()))
                : text("rule.window.days", locale, String.valueOf(window.days()));
    }

    public String kind(RecordKind kind, Locale locale) {
        return text("grade.kind." + kind, locale);
    }

    /** A score or contribution in hundredths, as people write it: 5.30. */
    public String hundredths(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    public String number(long value, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    private String text(String code, Locale locale, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(code, arguments, code, locale));
    }
}
