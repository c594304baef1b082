/** The tables of schemas publication and pub. */
@NullMarked
package org.shuangsuiji.publication.store;

import org.jspecify.annotations.NullMarked;
