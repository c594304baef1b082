/** The one application: console, phone, portal and API, each screen in a package of its own. */
@NullMarked
package org.shuangsuiji.console;

import org.jspecify.annotations.NullMarked;
