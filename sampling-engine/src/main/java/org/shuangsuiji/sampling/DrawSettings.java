package org.shuangsuiji.sampling;

import java.time.Duration;

/**
 * The office's settings for draws.
 *
 * @param notice how long before the first source is due a commitment must be published (DR-1 §4)
 * @param correction how long after the last value a mistyped one can still be put right before the draw completes
 *     itself (DR-1 §1, 3)
 */
public record DrawSettings(Duration notice, Duration correction) {
    public DrawSettings {
        if (notice.isNegative()) {
            throw new IllegalArgumentException("shuangsuiji.draw.notice is not negative; got " + notice);
        }
        if (correction.isNegative()) {
            throw new IllegalArgumentException("shuangsuiji.draw.correction is not negative; got " + correction);
        }
    }
}
