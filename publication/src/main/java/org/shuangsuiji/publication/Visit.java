package org.shuangsuiji.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One drawn enterprise that one department visits, with its team, its items and what was found.
 *
 * @param basis legal basis, as shown at the door
 * @param address where to go
 * @param result the current version of the result, draft or submitted
 * @param history all versions and their reviews, the newest first
 */
public record Visit(
        long visitId,
        long campaignId,
        long drawId,
        long departmentId,
        String departmentPath,
        String departmentName,
        String campaignNumber,
        String campaignName,
        String basis,
        long enterpriseId,
        String creditCode,
        String enterpriseName,
        @Nullable String address,
        LocalDate starts,
        LocalDate ends,
        VisitState state,
        @Nullable Instant registeredAt,
        List<Member> team,
        List<Item> items,
        @Nullable EnteredResult result,
        List<EnteredResult> history,
        @Nullable Publication publication) {

    public Visit {
        team = List.copyOf(team);
        items = List.copyOf(items);
        history = List.copyOf(history);
    }

    /** The reviewer's reason, while the visit is with the team again, also once they keep a draft. */
    public Optional<String> returnedBecause() {
        return lastReview().filter(review -> !review.passed()).map(EnteredResult.Review::reason);
    }

    /** Why the publication was withdrawn, until a corrected result is handed in. */
    public Optional<String> withdrawnBecause() {
        return lastReview().filter(EnteredResult.Review::passed).flatMap(passed -> Optional.ofNullable(publication)
                .map(Publication::withdrawnReason));
    }

    /** What the reviewer decided on what was handed in last, while the team may enter a result. */
    private Optional<EnteredResult.Review> lastReview() {
        return state.enterable()
                ? history.stream().filter(EnteredResult::submitted).findFirst().map(EnteredResult::review)
                : Optional.empty();
    }

    /** One inspector of the team. */
    public record Member(long inspectorId, String staffNo, String name, boolean lead) {}

    /** One item to inspect. */
    public record Item(int seq, long itemId, String name, String content) {}

    /**
     * The last publication of the result, standing or withdrawn.
     *
     * @param publishedBy name of who published it, or the account where nobody has it any more
     */
    public record Publication(
            long publicationId,
            LocalDate publishedOn,
            Instant publishedAt,
            String publishedBy,
            LocalDate due,
            boolean provisional,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason) {}

    /** The version that the next one has to name, so that nobody overwrites what another has just entered. */
    public int resultVersion() {
        return result == null ? 0 : result.version();
    }

    public Set<Long> teamIds() {
        return team.stream().map(Member::inspectorId).collect(Collectors.toSet());
    }

    public boolean overdue(LocalDate today) {
        return state.enterable() && ends.isBefore(today);
    }
}
