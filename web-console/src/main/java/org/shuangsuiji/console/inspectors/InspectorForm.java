package org.shuangsuiji.console.inspectors;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.sampling.Inspector;
import org.shuangsuiji.sampling.InspectorTerms;
import org.springframework.format.annotation.DateTimeFormat;

/** What a planner types about an inspector. */
record InspectorForm(
        @Required @Nullable String staffNo,

        @Required @Nullable String name,

        @Required @Nullable Long departmentId,

        @Required @Nullable String certificateNo,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate validUntil,

        @Nullable String scopes,

        @Nullable String regions,

        Inspector.@Nullable State state,

        int lockVersion) {

    static InspectorForm of(Inspector inspector, Words words, Locale locale) {
        InspectorTerms terms = inspector.terms();
        return new InspectorForm(
                terms.staffNo(),
                terms.name(),
                terms.departmentId(),
                terms.certificateNo(),
                terms.validUntil(),
                words.join(terms.scopes(), locale),
                words.join(terms.regions(), locale),
                inspector.state(),
                inspector.lockVersion());
    }

    InspectorTerms terms() {
        return new InspectorTerms(
                Words.stripped(staffNo),
                Words.stripped(name),
                requireNonNull(departmentId),
                Words.stripped(certificateNo),
                requireNonNull(validUntil),
                Words.split(scopes),
                Words.split(regions),
                state != Inspector.State.INACTIVE);
    }
}
