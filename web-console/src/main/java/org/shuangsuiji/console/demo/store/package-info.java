/** Counts what the first start led to. */
@NullMarked
package org.shuangsuiji.console.demo.store;

import org.jspecify.annotations.NullMarked;
