/** The start page: for each role what it needs first. */
@NullMarked
package org.shuangsuiji.console.home;

import org.jspecify.annotations.NullMarked;
