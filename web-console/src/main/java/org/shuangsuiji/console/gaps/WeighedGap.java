package org.shuangsuiji.console.gaps;

import org.shuangsuiji.ingest.GapRow;
import org.shuangsuiji.risk.SwayCounts;

/** A gap beside the number of enterprises whose grade it could change. */
record WeighedGap(GapRow gap, SwayCounts.Count count) {}
