/** What the pages of lists, campaigns and draws have in common: words to choose from, lists typed in a line, faults. */
@NullMarked
package org.shuangsuiji.console.planning;

import org.jspecify.annotations.NullMarked;
