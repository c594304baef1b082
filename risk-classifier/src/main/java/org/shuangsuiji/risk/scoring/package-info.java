/** From records and a day to indicator values, and from values to points, score and rank; by column, in any order. */
@NullMarked
package org.shuangsuiji.risk.scoring;

import org.jspecify.annotations.NullMarked;
