/** Received files: upload, progress, what became of the rows, and why some were refused. */
@NullMarked
package org.shuangsuiji.console.deliveries;

import org.jspecify.annotations.NullMarked;
