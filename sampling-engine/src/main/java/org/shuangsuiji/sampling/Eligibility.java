package org.shuangsuiji.sampling;

import java.time.LocalDate;
import java.util.List;
import org.shuangsuiji.model.Department;

/**
 * The question whom a campaign may draw, as the database is asked.
 *
 * @param today the day it is asked on: no visit that is still to come counts on an earlier one
 */
public record Eligibility(Department department, CampaignTerms terms, LocalDate today) {

    /** Patterns of which one must fit the region; those without a region are asked about where the department brought them. */
    public List<String> regionPatterns() {
        List<String> prefixes =
                terms.regions().isEmpty() ? List.of(department.region().prefix()) : terms.regions();
        return prefixes.stream().map(prefix -> prefix + "%").toList();
    }
}
