/** The accounts of people, for administrators. */
@NullMarked
package org.shuangsuiji.console.people;

import org.jspecify.annotations.NullMarked;
