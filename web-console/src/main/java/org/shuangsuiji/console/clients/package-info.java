/** Systems with a key for the API, for administrators. */
@NullMarked
package org.shuangsuiji.console.clients;

import org.jspecify.annotations.NullMarked;
