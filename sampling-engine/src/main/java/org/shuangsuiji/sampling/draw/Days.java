package org.shuangsuiji.sampling.draw;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Days and instants in their one spelling. */
final class Days {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text, DAY);
            return isWritable(day.getYear()) && day(day).equals(text) ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static Optional<Instant> instant(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text, SECOND);
            Instant instant = time.toInstant(ZoneOffset.UTC);
            return isWritable(time.getYear()) && instant(instant).equals(text)
                    ? Optional.of(instant)
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String instant(Instant instant) {
        return SECOND.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Whole seconds of a year with four digits are what the form can hold. */
    static boolean isWritable(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))
                && isWritable(instant.atOffset(ZoneOffset.UTC).getYear());
    }

    static boolean isWritable(LocalDate day) {
        return isWritable(day.getYear());
    }

    private static boolean isWritable(int year) {
        return year >= 1 && year <= 9999;
    }
}
