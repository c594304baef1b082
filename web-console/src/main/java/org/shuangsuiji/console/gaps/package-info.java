/** What sources owe and the office does not have (数据缺口), the gravest first. */
@NullMarked
package org.shuangsuiji.console.gaps;

import org.jspecify.annotations.NullMarked;
