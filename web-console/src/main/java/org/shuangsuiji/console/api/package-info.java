/** What systems can do: one package per thing, under {@code /api}. */
@NullMarked
package org.shuangsuiji.console.api;

import org.jspecify.annotations.NullMarked;
