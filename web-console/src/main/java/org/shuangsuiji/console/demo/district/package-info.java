/** The invented district of the demo and of the measurements: a seed and a day in, deliveries as CSV out. */
@NullMarked
package org.shuangsuiji.console.demo.district;

import org.jspecify.annotations.NullMarked;
