package org.shuangsuiji.console.api.grades;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.grades.GradeWords;
import org.shuangsuiji.ingest.Enterprise;
import org.shuangsuiji.ingest.Enterprises;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.Assessment;
import org.shuangsuiji.risk.GradeReport;
import org.shuangsuiji.risk.Grades;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The current grades of one enterprise, by its credit code; internal, and each read is noted. */
@RestController
class GradeApi {
    private final Grades grades;
    private final Enterprises enterprises;
    private final Models models;
    private final GradeWords words;

    GradeApi(Grades grades, Enterprises enterprises, Models models, GradeWords words) {
        this.grades = grades;
        this.enterprises = enterprises;
        this.models = models;
        this.words = words;
    }

    /** An enterprise with what each model says of it. */
    record EnterpriseGrades(@Nullable String creditCode, String name, List<Grade> grades) {}

    /**
     * What one model says.
     *
     * @param standing GRADED, NOT_YET_GRADABLE or NOT_COVERED
     * @param rank 1 (lowest risk) to 4 (highest); absent when not graded
     */
    record Grade(
            String model,
            int version,
            String standing,
            @Nullable Integer rank,
            @Nullable String letter,
            String label,
            BigDecimal score,
            LocalDate asOf,
            @Nullable LocalDate nextChange,
            Instant assessedAt) {}

    @GetMapping("/api/grades/{creditCode}")
    EnterpriseGrades grades(@PathVariable String creditCode, Actor actor, Locale locale) {
        GradeReport.Subject subject = grades.subject(subjectCode(creditCode, actor), actor);
        List<ModelSheet> sheets = models.list(actor);
        List<Grade> current = grades.current(subject.id(), GradeReads.Purpose.API, actor).stream()
                .flatMap(assessment -> sheets.stream()
                        .filter(sheet -> sheet.id() == assessment.modelId())
                        .map(sheet -> grade(sheet, assessment, locale)))
                .toList();
        return new EnterpriseGrades(subject.creditCode(), subject.name(), current);
    }

    /** A code that turned out to be another of a subject's is answered with that subject and its code. */
    private String subjectCode(String creditCode, Actor actor) {
        return enterprises
                .byCode(creditCode, actor.scope())
                .map(Enterprise::sameAs)
                .map(id -> codeOf(id, creditCode, actor))
                .orElse(creditCode);
    }

    private @Nullable String codeOf(long subjectId, String asked, Actor actor) {
        try {
            return enterprises.get(subjectId, actor.scope()).creditCode();
        } catch (Refusal beyond) {
            throw Refusal.absent("enterprise", asked);
        }
    }

    private Grade grade(ModelSheet model, Assessment assessment, Locale locale) {
        GradeWords.Badge badge =
                words.badge(model.schemeCode(), assessment.standing(), assessment.rankOrNull(), locale);
        return new Grade(
                model.code(),
                assessment.versionNumber(),
                assessment.standing().name(),
                badge.rank() == 0 ? null : badge.rank(),
                badge.rank() == 0 ? null : badge.letter(),
                badge.word(),
                BigDecimal.valueOf(assessment.score(), 2),
                assessment.asOf(),
                assessment.nextChange(),
                assessment.assessedAt());
    }
}
