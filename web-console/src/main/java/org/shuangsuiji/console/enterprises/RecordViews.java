package org.shuangsuiji.console.enterprises;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.EnterpriseRecord;
import org.shuangsuiji.ingest.reading.Categories;
import org.shuangsuiji.ingest.reading.OwnFact;
import org.shuangsuiji.ingest.reading.PenaltyCategory;
import org.shuangsuiji.model.RecordKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts credit records into the reader's words. */
@Component
class RecordViews {
    private static final int FEN_DIGITS = 2;
    private static final int PERCENT_DIGITS = 4;
    /** Kinds that speak for an enterprise or neither for nor against it. */
    private static final Set<RecordKind> PLAIN = Set.of(
            RecordKind.PERMIT,
            RecordKind.CHANGE,
            RecordKind.FILING,
            RecordKind.CONFIRMATION,
            RecordKind.ANNUAL_REPORT,
            RecordKind.HONOUR,
            RecordKind.RELATION,
            RecordKind.PLEDGE,
            RecordKind.IP_PLEDGE,
            RecordKind.JUDGMENT,
            RecordKind.THIRD_PARTY,
            RecordKind.PUSHED_GRADE);

    private final MessageSource texts;
    private final JsonMapper json;
    private final Clock clock;

    RecordViews(MessageSource texts, JsonMapper json, Clock clock) {
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    RecordView of(EnterpriseRecord entry, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        boolean plain = PLAIN.contains(entry.kind()) && entry.severity() == null;
        return new RecordView(
                entry,
                what(entry, locale),
                facts(entry, locale),
                counts(entry, today, locale),
                !entry.countsOn(today) ? "gray" : plain ? "blue" : "orange",
                entry.knownTo() == null ? why(entry, plain, today, locale) : null);
    }

    /** The facts of its kind that a record has. */
    private List<RecordView.Fact> facts(EnterpriseRecord entry, Locale locale) {
        JsonNode details = entry.details() == null ? null : json.readTree(entry.details());
        List<RecordView.Fact> facts = new ArrayList<>();
        for (OwnFact fact : OwnFact.of(entry.kind())) {
            String value = value(entry, fact, details, locale);
            if (value != null) {
                facts.add(new RecordView.Fact(name(entry.kind(), fact, locale), value));
            }
        }
        return facts;
    }

    private String name(RecordKind kind, OwnFact fact, Locale locale) {
        return texts.getMessage("detail.%s.%s".formatted(kind.word(), fact.name()), null, locale);
    }

    private @Nullable String value(EnterpriseRecord entry, OwnFact fact, @Nullable JsonNode details, Locale locale) {
        switch (fact.name()) {
            case OwnFact.AMOUNT -> {
                return entry.amountUnknown() ? text("record.amount.unknown", locale) : money(entry.amountFen(), locale);
            }
            case OwnFact.CONFISCATED -> {
                return money(entry.confiscatedFen(), locale);
            }
            case OwnFact.QUANTITY -> {
                return entry.quantity() == null ? null : entry.quantity().toString();
            }
            case OwnFact.LICENCE -> {
                return entry.licenceNo();
            }
            default -> {
                JsonNode value = details == null ? null : details.get(fact.name());
                return value == null || value.isNull() ? null : measured(fact.measure(), value, locale);
            }
        }
    }

    private @Nullable String measured(OwnFact.Measure measure, JsonNode value, Locale locale) {
        return switch (measure) {
            case MONEY -> money(value.asLong(), locale);
            case SHARE ->
                BigDecimal.valueOf(value.asLong(), PERCENT_DIGITS)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "%";
            case PERIOD -> {
                String[] ends = value.asString().split("/", -1);
                yield ends.length == 2 ? text("record.period", locale, ends[0], ends[1]) : value.asString();
            }
            case TEXT, DAY, COUNT, YEAR -> value.asString();
        };
    }

    private @Nullable String money(@Nullable Long fen, Locale locale) {
        if (fen == null) {
            return null;
        }
        var form = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return text("record.yuan", locale, form.format(BigDecimal.valueOf(fen, FEN_DIGITS)));
    }

    private String what(EnterpriseRecord entry, Locale locale) {
        String categories = categories(entry, locale);
        String summary = entry.summary();
        if (categories == null || categories.isEmpty()) {
            return summary == null ? "" : summary;
        }
        if (summary == null) {
            return categories;
        }
        return summary.contains(categories) ? summary : categories + "：" + summary;
    }

    @Nullable
    String categories(EnterpriseRecord entry, Locale locale) {
        String codes = entry.category();
        if (codes == null) {
            return null;
        }
        return switch (entry.kind()) {
            case PENALTY ->
                Arrays.stream(PenaltyCategory.values())
                        .filter(category -> List.of(codes.split(",", -1)).contains(category.code()))
                        .map(PenaltyCategory::word)
                        .collect(Collectors.joining("、"));
            case ABNORMAL -> texts.getMessage("listing-reason." + codes, null, codes, locale);
            case PERMIT -> codes;
            default -> Categories.words(entry.kind(), codes).orElse(null);
        };
    }

    /** What one record of the register's changes says: before and after. */
    Map<String, String> changed(EnterpriseRecord entry) {
        JsonNode details = entry.details() == null ? json.createObjectNode() : json.readTree(entry.details());
        return details.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, fact -> fact.getValue()
                .asString()));
    }

    private String counts(EnterpriseRecord entry, LocalDate today, Locale locale) {
        var life = entry.life();
        if (entry.knownTo() != null) {
            return text("record.counts.former", locale);
        }
        if (entry.countsOn(today)) {
            return text("record.counts.yes", locale);
        }
        if (today.isBefore(life.eventDay())) {
            return text("record.counts.not-yet", locale);
        }
        if (isPast(life.withdrawnOn(), today)) {
            return text("record.counts.withdrawn", locale, String.valueOf(life.withdrawnOn()));
        }
        return isPast(life.repairedOn(), today)
                ? text("record.counts.repaired", locale, String.valueOf(life.repairedOn()))
                : text("record.counts.ended", locale, String.valueOf(life.endsOn()));
    }

    private static boolean isPast(@Nullable LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today);
    }

    /** How long it counts and by what; of what was withdrawn or repaired already the state says it. */
    private @Nullable String why(EnterpriseRecord entry, boolean plain, LocalDate today, Locale locale) {
        var life = entry.life();
        if (isPast(life.withdrawnOn(), today) || isPast(life.repairedOn(), today)) {
            return null;
        }
        if (isFirst(life.withdrawnOn(), life.repairedOn(), life.endsOn())) {
            return text("record.until.withdrawal", locale, String.valueOf(life.withdrawnOn()));
        }
        if (isFirst(life.repairedOn(), life.withdrawnOn(), life.endsOn())) {
            return text("record.until.repair", locale, String.valueOf(life.repairedOn()));
        }
        if (plain && entry.until() == EnterpriseRecord.Until.OPEN) {
            return text("record.until.plain", locale);
        }
        LocalDate end = entry.life().endsOn();
        String last = end == null ? "" : end.minusDays(1).toString();
        String severity = entry.severity() == null ? "" : text("record.severity." + entry.severity(), locale);
        return text("record.until." + entry.until(), locale, last, severity);
    }

    private static boolean isFirst(@Nullable LocalDate day, @Nullable LocalDate... others) {
        return day != null && Stream.of(others).allMatch(other -> other == null || !other.isBefore(day));
    }

    private String text(String key, Locale locale, String... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
