/** The working calendar: known years and their special days. */
@NullMarked
package org.shuangsuiji.console.calendar;

import org.jspecify.annotations.NullMarked;
