/** The ledger as auditors read and verify it. */
@NullMarked
package org.shuangsuiji.console.ledger;

import org.jspecify.annotations.NullMarked;
