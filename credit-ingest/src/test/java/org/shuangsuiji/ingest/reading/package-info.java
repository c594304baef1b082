/** Tests of the reading of files; the zoo beside them holds one malformed file per fault. */
@NullMarked
package org.shuangsuiji.ingest.reading;

import org.jspecify.annotations.NullMarked;
