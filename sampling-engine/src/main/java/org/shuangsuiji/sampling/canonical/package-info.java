/** JSON in exactly one spelling (RFC 8785, numbers whole): what is not written so is refused, never repaired. */
@NullMarked
package org.shuangsuiji.sampling.canonical;

import org.jspecify.annotations.NullMarked;
