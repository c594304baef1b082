/** The item list (随机抽查事项清单): what may be inspected, in revisions that never change once published. */
@NullMarked
package org.shuangsuiji.console.items;

import org.jspecify.annotations.NullMarked;
