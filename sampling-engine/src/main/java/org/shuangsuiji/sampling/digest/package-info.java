/** The digests DR-1 allows (SHA-256, SM3), HMAC over them, and the RFC 6962 tree; bytes in, bytes out. */
@NullMarked
package org.shuangsuiji.sampling.digest;

import org.jspecify.annotations.NullMarked;
