/** How ranks are shown: the grade schemes. */
@NullMarked
package org.shuangsuiji.console.schemes;

import org.jspecify.annotations.NullMarked;
