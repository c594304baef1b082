/** The schema sampling in PostgreSQL; nobody outside the module looks in here. */
@NullMarked
package org.shuangsuiji.sampling.store;

import org.jspecify.annotations.NullMarked;
