package org.shuangsuiji.sampling;

import java.time.Duration;

/**
 * The office's settings for draws.
 *
 * @param notice how long before the first source is due a commitment must be published (DR-1 §4)
 */
public record DrawSettings(Duration notice) {
    public DrawSettings {
        if (notice.isNegative()) {
            throw new IllegalArgumentException("shuangsuiji.draw.notice is not negative; got " + notice);
        }
    }
}
