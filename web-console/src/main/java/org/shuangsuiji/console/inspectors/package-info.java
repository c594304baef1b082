/** The directory of inspectors (执法检查人员名录库) and their recusals (回避). */
@NullMarked
package org.shuangsuiji.console.inspectors;

import org.jspecify.annotations.NullMarked;
