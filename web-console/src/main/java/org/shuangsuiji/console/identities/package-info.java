/** Which identities are one subject: what waits for a person, and what was decided. */
@NullMarked
package org.shuangsuiji.console.identities;

import org.jspecify.annotations.NullMarked;
