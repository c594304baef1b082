package org.shuangsuiji.publication.notice;

import java.time.LocalDate;

/**
 * A planned inspection as announced (计划公告): exactly what the public may see of it before the draw.
 *
 * @param targeted whether filters narrow the objects (定向)
 * @param frameSize how many enterprises the committed list has; the rule of the draw says so as well
 */
public record PublicCampaign(
        long campaignId,
        String number,
        String name,
        String departmentName,
        String itemName,
        boolean targeted,
        LocalDate starts,
        LocalDate ends,
        int frameSize) {}
