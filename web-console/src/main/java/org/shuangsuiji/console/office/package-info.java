/** People, departments, calendar, ledger and jobs: what every office has before it inspects anybody. */
@NullMarked
package org.shuangsuiji.console.office;

import org.jspecify.annotations.NullMarked;
