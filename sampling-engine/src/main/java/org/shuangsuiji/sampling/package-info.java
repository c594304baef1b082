/** The face of the sampling engine: what an office does with items, plans, campaigns and draws. */
@NullMarked
package org.shuangsuiji.sampling;

import org.jspecify.annotations.NullMarked;
