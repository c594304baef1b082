/** What all pages share: layout, menu, language, refusals, error pages and forms that run once. */
@NullMarked
package org.shuangsuiji.console.shell;

import org.jspecify.annotations.NullMarked;
