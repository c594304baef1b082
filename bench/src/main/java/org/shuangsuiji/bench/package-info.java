/** Measures what the product does beside what a peer does with the same data, in the same run, on the same machine. */
@NullMarked
package org.shuangsuiji.bench;

import org.jspecify.annotations.NullMarked;
