/** What a model says: indicators, points, weights, thresholds and vetoes, and whether they make sense together. */
@NullMarked
package org.shuangsuiji.risk.model;

import org.jspecify.annotations.NullMarked;
