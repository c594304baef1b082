/** Deliveries for systems: send a file, ask what became of it, fetch the refused rows. */
@NullMarked
package org.shuangsuiji.console.api.deliveries;

import org.jspecify.annotations.NullMarked;
