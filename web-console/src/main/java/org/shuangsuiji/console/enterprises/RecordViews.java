package org.shuangsuiji.console.enterprises;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.EnterpriseRecord;
import org.shuangsuiji.ingest.reading.Categories;
import org.shuangsuiji.ingest.reading.PenaltyCategory;
import org.shuangsuiji.model.RecordKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts credit records into the reader's words. */
@Component
class RecordViews {
    private static final int FEN_DIGITS = 2;

    private final MessageSource texts;
    private final Clock clock;

    RecordViews(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    RecordView of(EnterpriseRecord entry, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        Long fen = entry.amountFen();
        return new RecordView(
                entry,
                what(entry, locale),
                fen == null ? null : BigDecimal.valueOf(fen, FEN_DIGITS),
                counts(entry, today, locale),
                !entry.countsOn(today) ? "gray" : entry.kind() == RecordKind.PERMIT ? "blue" : "orange");
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

    private @Nullable String categories(EnterpriseRecord entry, Locale locale) {
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

    private String counts(EnterpriseRecord entry, LocalDate today, Locale locale) {
        var life = entry.life();
        if (entry.knownTo() != null) {
            return text("former", null, locale);
        }
        if (entry.countsOn(today)) {
            return text("yes", null, locale);
        }
        if (today.isBefore(life.eventDay())) {
            return text("not-yet", null, locale);
        }
        if (life.withdrawnOn() != null) {
            return text("withdrawn", life.withdrawnOn(), locale);
        }
        return life.repairedOn() != null
                ? text("repaired", life.repairedOn(), locale)
                : text("ended", life.endsOn(), locale);
    }

    private String text(String word, @Nullable LocalDate day, Locale locale) {
        return texts.getMessage("record.counts." + word, new Object[] {String.valueOf(day)}, locale);
    }
}
