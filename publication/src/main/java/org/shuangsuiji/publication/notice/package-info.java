/** What a result may say and what of it, of a campaign and of a draw may become public. */
@NullMarked
package org.shuangsuiji.publication.notice;

import org.jspecify.annotations.NullMarked;
