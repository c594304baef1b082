/** Where the database is, who enters it as what, and how it is brought up to date. */
@NullMarked
package org.shuangsuiji.console.database;

import org.jspecify.annotations.NullMarked;
