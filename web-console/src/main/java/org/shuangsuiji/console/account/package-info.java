/** A person's own account: password and language. */
@NullMarked
package org.shuangsuiji.console.account;

import org.jspecify.annotations.NullMarked;
