/** Acts of one module that another has to follow at once: both in one transaction, behind one button. */
@NullMarked
package org.shuangsuiji.console.joining;

import org.jspecify.annotations.NullMarked;
