/** Cuts a file into rows and fields with a library, for the heart that knows what they mean. */
@NullMarked
package org.shuangsuiji.ingest.file;

import org.jspecify.annotations.NullMarked;
