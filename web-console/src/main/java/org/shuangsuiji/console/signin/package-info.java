/** Signing in, and coming back to a form that was typed too long. */
@NullMarked
package org.shuangsuiji.console.signin;

import org.jspecify.annotations.NullMarked;
