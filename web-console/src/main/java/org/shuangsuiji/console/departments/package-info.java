/** The tree of departments, for administrators. */
@NullMarked
package org.shuangsuiji.console.departments;

import org.jspecify.annotations.NullMarked;
