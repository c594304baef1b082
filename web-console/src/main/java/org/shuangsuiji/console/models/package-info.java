/** Models and their versions: looked at, drafted, compared, approved. */
@NullMarked
package org.shuangsuiji.console.models;

import org.jspecify.annotations.NullMarked;
