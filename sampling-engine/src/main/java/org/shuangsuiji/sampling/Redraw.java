package org.shuangsuiji.sampling;

import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands to the redrawing of ended draws (DR-1 §1, 3), all of one department.
 *
 * @param former the ended campaign that it draws anew
 * @param reason why
 * @param successor the campaign, not cancelled, that draws its own ended draw anew
 */
public record Redraw(
        @Nullable Side former,
        @Nullable String reason,
        @Nullable Side successor) {

    /**
     * A campaign on the other side of a redraw.
     *
     * @param drawId its draw; null while it is only planned
     */
    public record Side(
            long campaignId,
            String number,
            String name,
            @Nullable Long drawId) {}
}
