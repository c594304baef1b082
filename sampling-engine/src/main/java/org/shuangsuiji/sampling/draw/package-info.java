/** The draw protocol DR-1 itself: from committed lists and public chance to visits and teams, and the proofs of both. */
@NullMarked
package org.shuangsuiji.sampling.draw;

import org.jspecify.annotations.NullMarked;
