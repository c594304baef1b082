/** What the invented district promises to its users. */
@NullMarked
package org.shuangsuiji.console.demo.district;

import org.jspecify.annotations.NullMarked;
