/** The frame round every console page: menu, title bar, crumbs, notices, and what forms share. */
@NullMarked
package org.shuangsuiji.console.shell;

import org.jspecify.annotations.NullMarked;
