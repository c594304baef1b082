/** The directory of enterprises that are evaluated (评价企业名录), month by month. */
@NullMarked
package org.shuangsuiji.console.directory;

import org.jspecify.annotations.NullMarked;
