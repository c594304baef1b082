package org.shuangsuiji.sampling;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of the list of campaigns as pages show it. */
public record CampaignRow(
        long id,
        String number,
        String name,
        long departmentId,
        String departmentName,
        String itemName,
        Item.Category category,
        LocalDate starts,
        LocalDate ends,
        boolean graded,
        Campaign.State state,
        Instant stateAt,
        @Nullable Long drawId,
        @Nullable Long frameSize,
        @Nullable Long take,
        @Nullable Integer visits) {}
