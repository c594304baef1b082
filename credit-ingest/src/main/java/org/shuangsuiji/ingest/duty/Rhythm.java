package org.shuangsuiji.ingest.duty;

import java.util.Optional;

/** How often records are owed. */
public sealed interface Rhythm permits WithinDays, ByDay {
    /** The word of {@link WithinDays}; {@link Period} has the others. */
    String EACH_EVENT = "EACH_EVENT";

    /** The word in the database and in message keys. */
    String word();

    /** Working days after an event, or the day of a period. */
    int days();

    /** The working days within which an event has to be told; absent where it may wait for the next delivery. */
    Optional<Integer> limit();

    static Rhythm of(String word, int days) {
        return word.equals(EACH_EVENT) ? new WithinDays(days) : new ByDay(Period.valueOf(word), days);
    }

    /** How many days this kind of rhythm may name at most. */
    static int daysMax(String word) {
        return word.equals(EACH_EVENT)
                ? WithinDays.DAYS_MAX
                : Period.valueOf(word).daysMax();
    }
}
