package org.shuangsuiji.sampling;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shuangsuiji.sampling.digest.Digest;

/** Terms of a campaign of which a test changes what it is about. */
final class Terms {
    private CampaignTerms terms;

    private Terms(CampaignTerms terms) {
        this.terms = terms;
    }

    static Terms of(CampaignTerms terms) {
        return new Terms(terms);
    }

    CampaignTerms build() {
        return terms;
    }

    Terms digest(Digest digest) {
        return with(digest, terms.rates(), terms.sources(), terms.starts(), terms.ends(), terms.gradeModelId());
    }

    Terms rates(List<CampaignRate> rates) {
        return with(terms.digest(), rates, terms.sources(), terms.starts(), terms.ends(), terms.gradeModelId());
    }

    Terms sources(List<CampaignSource> sources) {
        return with(terms.digest(), terms.rates(), sources, terms.starts(), terms.ends(), terms.gradeModelId());
    }

    Terms period(LocalDate starts, LocalDate ends) {
        return with(terms.digest(), terms.rates(), terms.sources(), starts, ends, terms.gradeModelId());
    }

    /** One stratum for all, so that the draw is open. */
    Terms ungraded(CampaignRate rate) {
        return with(terms.digest(), List.of(rate), terms.sources(), terms.starts(), terms.ends(), null);
    }

    Terms filters(List<String> regions, List<String> sections) {
        return with(terms.departmentId(), regions, sections, terms.team(), terms.cap());
    }

    Terms department(long department) {
        return with(department, terms.regions(), terms.sections(), terms.team(), terms.cap());
    }

    Terms team(int team, int cap) {
        return with(terms.departmentId(), terms.regions(), terms.sections(), team, cap);
    }

    private Terms with(long department, List<String> regions, List<String> sections, int team, int cap) {
        terms = new CampaignTerms(
                terms.name(),
                department,
                terms.itemId(),
                terms.starts(),
                terms.ends(),
                regions,
                sections,
                terms.statuses(),
                terms.subjectKinds(),
                terms.gradeModelId(),
                terms.ungradedReason(),
                terms.rates(),
                terms.digest(),
                team,
                cap,
                terms.reserveRatio(),
                terms.takeFloor(),
                terms.sources());
        return this;
    }

    private Terms with(
            Digest digest,
            List<CampaignRate> rates,
            List<CampaignSource> sources,
            LocalDate starts,
            LocalDate ends,
            Long model) {
        terms = new CampaignTerms(
                terms.name(),
                terms.departmentId(),
                terms.itemId(),
                starts,
                ends,
                terms.regions(),
                terms.sections(),
                terms.statuses(),
                Set.copyOf(terms.subjectKinds()),
                model,
                model == null ? "本事项不涉及信用风险分类" : null,
                rates,
                digest,
                terms.team(),
                terms.cap(),
                terms.reserveRatio(),
                terms.takeFloor(),
                sources);
        return this;
    }
}
