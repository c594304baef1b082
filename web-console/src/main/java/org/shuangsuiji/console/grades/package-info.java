/** Where the enterprises stand: distribution, lists, and why one stands where it stands. */
@NullMarked
package org.shuangsuiji.console.grades;

import org.jspecify.annotations.NullMarked;
