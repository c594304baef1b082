/** What the grader reads from and writes to PostgreSQL. */
@NullMarked
package org.shuangsuiji.risk.store;

import org.jspecify.annotations.NullMarked;
