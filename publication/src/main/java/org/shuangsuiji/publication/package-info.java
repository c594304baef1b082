/** Visits, what was found, its review and publicity: the use cases that the console calls. */
@NullMarked
package org.shuangsuiji.publication;

import org.jspecify.annotations.NullMarked;
