package org.shuangsuiji.publication.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.model.RowContent;

/**
 * One line of a result notice (结果公告): exactly what the public may see of what a visit found in one item. The note,
 * the inspectors, and how the enterprise came to be drawn stay inside.
 *
 * @param categories codes of those result categories that may be published
 * @param resultText the same in words
 */
public record PublicResult(
        String creditCode,
        String enterpriseName,
        long campaignId,
        String campaignNumber,
        String campaignName,
        String departmentName,
        int seq,
        String itemName,
        List<String> categories,
        String resultText,
        LocalDate inspectedOn) {

    public PublicResult {
        categories = List.copyOf(categories);
    }

    /** What the ledger binds of it: all that the public sees. */
    public RowContent row() {
        return RowContent.empty()
                .told("unit", creditCode)
                .told("name", enterpriseName)
                .told("campaign", campaignId)
                .told("number", campaignNumber)
                .told("campaignName", campaignName)
                .told("department", departmentName)
                .told("place", seq)
                .told("item", itemName)
                .told("categories", categories)
                .told("result", resultText)
                .told("inspectedOn", inspectedOn);
    }

    /** The parts of a visit that a notice repeats in each line. */
    public record Heading(
            String creditCode,
            String enterpriseName,
            long campaignId,
            String campaignNumber,
            String campaignName,
            String departmentName,
            LocalDate inspectedOn) {}

    /**
     * The lines of a notice: one for each item with a category that may be published.
     *
     * @param itemNames the names of the items by their place, the first item at index 0
     */
    public static List<PublicResult> lines(
            Heading heading, List<String> itemNames, List<Finding> findings, CategorySet set) {
        List<PublicResult> lines = new ArrayList<>();
        for (Finding finding : findings) {
            var open = new OverallResult(set.pick(finding.categories()).stream()
                    .filter(Category::publishable)
                    .toList());
            if (!open.categories().isEmpty()) {
                lines.add(new PublicResult(
                        heading.creditCode(),
                        heading.enterpriseName(),
                        heading.campaignId(),
                        heading.campaignNumber(),
                        heading.campaignName(),
                        heading.departmentName(),
                        finding.seq(),
                        itemNames.get(finding.seq() - 1),
                        open.codes(),
                        open.text(),
                        heading.inspectedOn()));
            }
        }
        return lines;
    }
}
