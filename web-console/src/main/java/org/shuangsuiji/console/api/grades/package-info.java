/** Grades for other systems. */
@NullMarked
package org.shuangsuiji.console.api.grades;

import org.jspecify.annotations.NullMarked;
