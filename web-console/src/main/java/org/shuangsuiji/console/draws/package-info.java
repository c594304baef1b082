/** Draws: the ceremony with its sources, what came out of it, and the bundle that proves it. */
@NullMarked
package org.shuangsuiji.console.draws;

import org.jspecify.annotations.NullMarked;
