/** What the first start promises to whoever looks. */
@NullMarked
package org.shuangsuiji.console.demo;

import org.jspecify.annotations.NullMarked;
