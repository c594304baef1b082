/** The first start: the main job on an invented district, through the same use cases as a user's click. */
@NullMarked
package org.shuangsuiji.console.demo;

import org.jspecify.annotations.NullMarked;
