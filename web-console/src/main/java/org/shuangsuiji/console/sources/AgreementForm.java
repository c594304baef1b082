package org.shuangsuiji.console.sources;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.ingest.AgreementTerms;
import org.springframework.format.annotation.DateTimeFormat;

/** What the credit office types about a confidentiality agreement. */
record AgreementForm(
        @Required @Nullable String number,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate signedOn,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate beginsOn,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate endsOn,

        @Required @Nullable String paper) {

    AgreementTerms terms() {
        return new AgreementTerms(
                Words.stripped(number),
                requireNonNull(signedOn),
                requireNonNull(beginsOn),
                requireNonNull(endsOn),
                Words.stripped(paper));
    }
}
