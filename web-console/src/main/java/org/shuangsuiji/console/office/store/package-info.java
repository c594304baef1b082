/** How the office's books are kept in schema office; nobody outside imports it. */
@NullMarked
package org.shuangsuiji.console.office.store;

import org.jspecify.annotations.NullMarked;
