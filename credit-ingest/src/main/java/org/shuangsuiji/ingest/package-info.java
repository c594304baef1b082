/** Takes in what other bodies know about enterprises: a received file in, records or a list of faults out. */
@NullMarked
package org.shuangsuiji.ingest;

import org.jspecify.annotations.NullMarked;
