/** The words of the law and the office that two or more modules share, and the doors between the modules. */
@NullMarked
package org.shuangsuiji.model;

import org.jspecify.annotations.NullMarked;
