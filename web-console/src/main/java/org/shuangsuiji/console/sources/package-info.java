/** The sources (信息来源): who sends records, who answers for them, and under which confidentiality agreement. */
@NullMarked
package org.shuangsuiji.console.sources;

import org.jspecify.annotations.NullMarked;
