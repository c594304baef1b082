/** How often a source owes its records, and how late they came. */
@NullMarked
package org.shuangsuiji.ingest.duty;

import org.jspecify.annotations.NullMarked;
