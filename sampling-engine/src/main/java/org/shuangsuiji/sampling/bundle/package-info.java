/** A full bundle as a folder or a zip: read within limits, verified whole, written the same way each time. */
@NullMarked
package org.shuangsuiji.sampling.bundle;

import org.jspecify.annotations.NullMarked;
