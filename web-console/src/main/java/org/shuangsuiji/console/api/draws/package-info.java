/** Draws for other systems: the full bundle, for clients that may check it. */
@NullMarked
package org.shuangsuiji.console.api.draws;

import org.jspecify.annotations.NullMarked;
