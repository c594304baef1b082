package org.shuangsuiji.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one may rely on the gaps that are known.
 *
 * @param since the look that is the longest ago; absent where nobody looked, or nothing is owed
 * @param toCome whether somebody who owes still has to be looked at
 */
public record GapLook(@Nullable Instant since, boolean toCome) {}
