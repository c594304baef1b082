/** Grades every enterprise by versioned models, and says why. */
@NullMarked
package org.shuangsuiji.risk;

import org.jspecify.annotations.NullMarked;
