package org.shuangsuiji.console.campaigns;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.SubjectKind;
import org.shuangsuiji.sampling.SubjectStatus;
import org.springframework.format.annotation.DateTimeFormat;

/** Step 1: what is inspected, when, and among whom. */
record ScopeForm(
        @Required @Nullable String name,

        @Required @Nullable Long departmentId,

        @Required @Nullable Long itemId,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate starts,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate ends,

        @Nullable String regions,

        @Nullable Set<String> sections,

        @Required @Nullable Set<SubjectStatus> statuses,

        @Required @Nullable Set<SubjectKind> subjectKinds,

        @Nullable Long gradeModelId,

        @Nullable String ungradedReason,

        int lockVersion) {

    static ScopeForm of(CampaignTerms terms, int lockVersion, Words words, Locale locale) {
        return new ScopeForm(
                terms.name(),
                terms.departmentId(),
                terms.itemId(),
                terms.starts(),
                terms.ends(),
                words.join(terms.regions(), locale),
                new TreeSet<>(terms.sections()),
                new TreeSet<>(terms.statuses()),
                new TreeSet<>(terms.subjectKinds()),
                terms.gradeModelId(),
                terms.ungradedReason(),
                lockVersion);
    }

    /** The terms of a new campaign: this scope, and for the rest what an office usually starts from. */
    CampaignTerms terms() {
        return CampaignTerms.usual(
                Words.stripped(name),
                requireNonNull(departmentId),
                requireNonNull(itemId),
                requireNonNull(starts),
                requireNonNull(ends),
                regionList(),
                sectionList(),
                requireNonNull(statuses),
                requireNonNull(subjectKinds),
                gradeModelId,
                reason());
    }

    CampaignTerms terms(CampaignTerms former) {
        return former.withScope(terms());
    }

    private List<String> regionList() {
        return Words.split(regions);
    }

    private List<String> sectionList() {
        return List.copyOf(requireNonNullElse(sections, Set.of()));
    }

    private @Nullable String reason() {
        return gradeModelId != null || Words.stripped(ungradedReason).isEmpty() ? null : Words.stripped(ungradedReason);
    }
}
