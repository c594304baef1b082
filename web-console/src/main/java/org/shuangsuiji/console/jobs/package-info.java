/** Long work: list, detail, live progress, stop. */
@NullMarked
package org.shuangsuiji.console.jobs;

import org.jspecify.annotations.NullMarked;
