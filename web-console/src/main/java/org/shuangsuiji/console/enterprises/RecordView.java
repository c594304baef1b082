package org.shuangsuiji.console.enterprises;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.EnterpriseRecord;

/**
 * A credit record in the reader's words.
 *
 * @param what its categories and what it says
 * @param yuan the fine; null when there is none
 * @param counts whether it counts today, and if not why
 */
record RecordView(
        EnterpriseRecord record, String what, @Nullable BigDecimal yuan, String counts, String countsTone) {}
