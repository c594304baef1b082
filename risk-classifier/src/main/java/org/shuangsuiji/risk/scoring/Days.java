package org.shuangsuiji.risk.scoring;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as numbers since 1970-01-01, the way the columns keep them. */
public final class Days {
    /** After every day: a record without an end. */
    public static final int NEVER = Integer.MAX_VALUE;
    /** A day that is not known. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    private Days() {}

    public static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    public static int orNever(@Nullable LocalDate day) {
        return day == null ? NEVER : of(day);
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    public static Optional<LocalDate> dateUnlessNever(int day) {
        return day == NEVER ? Optional.empty() : Optional.of(date(day));
    }
}
