/** The list of matters of credit supervision (信用监管事项清单): drafts, versions, and the time to report changes. */
@NullMarked
package org.shuangsuiji.console.matters;

import org.jspecify.annotations.NullMarked;
