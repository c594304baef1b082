package org.shuangsuiji.console.grades;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.grades.GradeWords.Badge;
import org.shuangsuiji.risk.Assessment;
import org.shuangsuiji.risk.GradeReport;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.Thresholds;
import org.shuangsuiji.risk.model.Veto;
import org.shuangsuiji.risk.model.Words;
import org.shuangsuiji.risk.scoring.Explanation;
import org.shuangsuiji.risk.scoring.Standing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the report about one enterprise into words. */
@Component
class ReportView {
    private final GradeWords words;
    private final RuleWords rules;
    private final MessageSource texts;

    ReportView(GradeWords words, RuleWords rules, MessageSource texts) {
        this.words = words;
        this.rules = rules;
        this.texts = texts;
    }

    /** A veto that applies. */
    record VetoLine(String code, String name, String basis, String indicator, Badge rank, boolean floor) {}

    /** What was said before, or is said now. */
    record HistoryLine(
            Badge badge,
            String score,
            int version,
            LocalDate asOf,
            Instant assessedAt,
            @Nullable Instant supersededAt) {}

    /** An enterprise that shares something. */
    record RelatedLine(String relation, long enterpriseId, String name) {}

    /**
     * The page.
     *
     * @param kept what is kept; absent when the enterprise was never graded
     * @param upToDate whether what is kept says the same
     * @param thresholds the scores from which rank two, three and four begin
     */
    record Page(
            GradeReport.Subject subject,
            String region,
            String section,
            String status,
            long modelId,
            String modelName,
            int versionNumber,
            long versionId,
            LocalDate day,
            Badge badge,
            Badge byScore,
            String score,
            List<String> thresholds,
            @Nullable LocalDate nextChange,
            boolean upToDate,
            @Nullable HistoryLine kept,
            List<VetoLine> vetoes,
            List<ReasonLine> reasons,
            List<RelatedLine> related,
            List<HistoryLine> history) {}

    Page of(GradeReport report, Locale locale) {
        Explanation why = report.why();
        String scheme = report.model().schemeCode();
        Thresholds thresholds = report.version().definition().thresholds();
        int whole = Math.max(1, thresholds.rankFourFrom());
        return new Page(
                report.subject(),
                words.region(report.subject().region(), locale),
                words.section(report.subject().section(), locale),
                text("grade.status." + report.subject().status(), locale),
                report.model().id(),
                words.name(report.model(), locale),
                report.version().number(),
                report.version().id(),
                report.day(),
                words.badge(scheme, why.standing(), why.rank().orElse(null), locale),
                words.badge(scheme, why.scoreRank(), locale),
                rules.hundredths(why.score()),
                List.of(
                        rules.hundredths(thresholds.rankTwoFrom()),
                        rules.hundredths(thresholds.rankThreeFrom()),
                        rules.hundredths(thresholds.rankFourFrom())),
                why.nextChange().orElse(null),
                report.upToDate()
                        || (why.standing() == Standing.NOT_COVERED
                                && report.current().isEmpty()),
                report.current().map(kept -> history(kept, scheme, locale)).orElse(null),
                why.vetoes().stream()
                        .map(veto -> veto(veto, report, scheme, locale))
                        .toList(),
                why.reasons().stream()
                        .map(reason -> reason(reason, report, whole, locale))
                        .toList(),
                report.related().stream()
                        .map(other -> new RelatedLine(
                                text("rule.relation." + other.relation(), locale), other.enterpriseId(), other.name()))
                        .toList(),
                report.history().stream()
                        .map(former -> history(former, scheme, locale))
                        .toList());
    }

    private VetoLine veto(Veto veto, GradeReport report, String scheme, Locale locale) {
        String indicator = report.version()
                .definition()
                .indicator(veto.indicator())
                .map(IndicatorDefinition::name)
                .map(name -> words.of(name, locale))
                .orElse(veto.indicator());
        return new VetoLine(
                veto.code(),
                words.of(veto.name(), locale),
                veto.basis(),
                indicator,
                words.badge(scheme, veto.rank(), locale),
                veto.effect() == Veto.Effect.FLOOR);
    }

    private ReasonLine reason(Explanation.Reason reason, GradeReport report, int whole, Locale locale) {
        IndicatorDefinition indicator = reason.indicator();
        Words note = indicator.note();
        List<ReasonLine.RecordLine> records = new ArrayList<>();
        for (Explanation.Behind behind : reason.records()) {
            records.add(new ReasonLine.RecordLine(
                    Objects.requireNonNull(report.records().get(behind.recordId())),
                    behind.until().map(LocalDate::toString).orElse("")));
        }
        return new ReasonLine(
                indicator.code(),
                text("rule.dimension." + indicator.dimension(), locale),
                words.of(indicator.name(), locale),
                note == null ? "" : words.of(note, locale),
                indicator.basis(),
                reason.value().isPresent()
                        ? value(indicator, reason.value().getAsLong(), locale)
                        : text("rule.bin.missing", locale),
                caution(indicator, records, locale),
                rules.bins(indicator, reason.bin(), locale),
                reason.points(),
                indicator.weight(),
                rules.hundredths(reason.contribution()),
                Math.min(Bar.WHOLE, reason.contribution() * Bar.WHOLE / whole),
                records);
    }

    /** A sum or maximum of fines knows nothing of those whose amount is unknown, and must not pretend to. */
    private String caution(IndicatorDefinition indicator, List<ReasonLine.RecordLine> records, Locale locale) {
        boolean ofAmounts = indicator.measure() instanceof RecordMeasure measure
                && measure.aggregation().needsAmount();
        long unknown = records.stream()
                .filter(behind -> behind.record().amountUnknown())
                .count();
        return ofAmounts && unknown > 0 ? text("grade.why.amounts-unknown", locale, unknown) : "";
    }

    private String value(IndicatorDefinition indicator, long value, Locale locale) {
        if (indicator.measure().truth()) {
            return text(value == 0 ? "shell.no" : "shell.yes", locale);
        }
        return rules.number(value, locale) + " " + words.of(indicator.unit(), locale);
    }

    private HistoryLine history(Assessment assessment, String scheme, Locale locale) {
        return new HistoryLine(
                words.badge(scheme, assessment.standing(), assessment.rankOrNull(), locale),
                rules.hundredths(assessment.score()),
                assessment.versionNumber(),
                assessment.asOf(),
                assessment.assessedAt(),
                assessment.supersededAt());
    }

    private String text(String code, Locale locale, Object... args) {
        return Objects.requireNonNull(texts.getMessage(code, args, code, locale));
    }
}
