/** Campaigns (抽查任务): planned step by step, with counts before anything is frozen. */
@NullMarked
package org.shuangsuiji.console.campaigns;

import org.jspecify.annotations.NullMarked;
