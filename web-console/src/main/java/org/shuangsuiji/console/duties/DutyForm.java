package org.shuangsuiji.console.duties;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.ingest.Duty;
import org.shuangsuiji.ingest.DutyTerms;
import org.shuangsuiji.model.RecordKind;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the credit office types about a duty.
 *
 * @param source the word of a source, or of a department that never sent anything
 */
record DutyForm(
        @Required @Nullable String source,

        @Required @Nullable RecordKind kind,

        @Required @Nullable RhythmWord rhythm,

        @Required @Nullable Integer days,

        @Required @Nullable String basis,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate beginsOn,

        long version) {

    /** The words of the rhythms, in the order in which a form offers them. */
    enum RhythmWord {
        EACH_EVENT,
        MONTHLY,
        QUARTERLY,
        YEARLY
    }

    static DutyForm of(Duty duty, String source, LocalDate beginsOn) {
        DutyTerms terms = duty.terms();
        return new DutyForm(
                source,
                terms.kind(),
                RhythmWord.valueOf(terms.rhythm()),
                terms.days(),
                terms.basis(),
                beginsOn,
                duty.version());
    }

    DutyTerms terms(long sourceId) {
        return new DutyTerms(
                sourceId,
                requireNonNull(kind),
                Words.stripped(basis),
                requireNonNull(rhythm).name(),
                requireNonNull(days),
                requireNonNull(beginsOn));
    }
}
