package org.shuangsuiji.console.enterprises;

import org.jspecify.annotations.Nullable;

/**
 * One change of an enterprise's registration in the reader's words.
 *
 * @param day on which the register changed, or on which the office learned what a registration now says
 * @param told whether a record of the change (变更登记) tells it
 * @param deliveryOpens whether the reader may open the delivery
 */
record HistoryLine(
        String day,
        boolean told,
        String what,
        @Nullable String before,
        @Nullable String after,
        long deliveryId,
        boolean deliveryOpens) {}
