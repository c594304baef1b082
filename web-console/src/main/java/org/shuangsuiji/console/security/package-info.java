/** Who may come in, where they may go, and what a browser may do with our pages. */
@NullMarked
package org.shuangsuiji.console.security;

import org.jspecify.annotations.NullMarked;
