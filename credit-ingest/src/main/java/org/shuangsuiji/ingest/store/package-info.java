/** What talks to the database and the disk: deliveries, stages, the merge, and the search. */
@NullMarked
package org.shuangsuiji.ingest.store;

import org.jspecify.annotations.NullMarked;
