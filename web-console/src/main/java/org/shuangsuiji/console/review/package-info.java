/** The reviewer's pages: what waits for a decision and how long is left, what is public, what was taken back. */
@NullMarked
package org.shuangsuiji.console.review;

import org.jspecify.annotations.NullMarked;
