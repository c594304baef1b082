/** The public portal: what anybody reads without signing in; it knows schema pub and nothing else. */
@NullMarked
package org.shuangsuiji.console.portal;

import org.jspecify.annotations.NullMarked;
