/** Tests of receiving, loading and searching, on real PostgreSQL. */
@NullMarked
package org.shuangsuiji.ingest;

import org.jspecify.annotations.NullMarked;
