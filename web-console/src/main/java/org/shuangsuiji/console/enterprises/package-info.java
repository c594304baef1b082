/** The register: search for an enterprise, and one enterprise with its credit records. */
@NullMarked
package org.shuangsuiji.console.enterprises;

import org.jspecify.annotations.NullMarked;
