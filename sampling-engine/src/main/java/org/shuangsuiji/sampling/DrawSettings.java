package org.shuangsuiji.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.shuangsuiji.sampling.draw.Fallback;

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

    /** From when a fallback counts as silent: it had as long to speak as a commitment has to stand. */
    Instant silentFrom(Fallback fallback) {
        return fallback.due().plus(notice);
    }

    /**
     * When a draw completes itself: the time for corrections after the last value, and once more after a correction,
     * but never later than twice that time after all values were known, however often they are put right.
     *
     * @param first when each source was entered first
     * @param all when anything was entered, corrections included
     */
    public Instant completesAt(List<Instant> first, List<Instant> all) {
        Instant known = Collections.max(first);
        Instant prolonged = Collections.max(all).plus(correction);
        Instant latest = known.plus(correction.multipliedBy(2));
        return prolonged.isBefore(latest) ? prolonged : latest;
    }

    /** The same of what was entered of all sources of a draw. */
    Instant completesAt(List<SourceEntry> entries) {
        return completesAt(
                entries.stream()
                        .filter(entry -> entry.revision() == SourceEntry.FIRST)
                        .map(SourceEntry::enteredAt)
                        .toList(),
                entries.stream().map(SourceEntry::enteredAt).toList());
    }
}
