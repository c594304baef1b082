/** The inspector's pages for the phone: my visits, what was found; and the office's list of all visits. */
@NullMarked
package org.shuangsuiji.console.visits;

import org.jspecify.annotations.NullMarked;
