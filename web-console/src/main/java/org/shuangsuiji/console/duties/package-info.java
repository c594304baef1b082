/** The table of duties (责任分工表): who owes which kind of record, and how often. */
@NullMarked
package org.shuangsuiji.console.duties;

import org.jspecify.annotations.NullMarked;
