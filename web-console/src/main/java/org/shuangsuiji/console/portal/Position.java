package org.shuangsuiji.console.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.publication.PublicPages;

/** Where a page of a list goes on, as it stands in an address; an address that was tampered with starts at the top. */
final class Position {
    private static final Pattern MOMENT = Pattern.compile("([0-9]{1,16})\\.([0-9]{1,18})");
    private static final Pattern RESULT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([0-9A-Z]{18})\\.([0-9]{1,18})");
    private static final long MICROS = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private Position() {}

    static PublicPages.@Nullable Moment moment(@Nullable String text) {
        Matcher match = MOMENT.matcher(text == null ? "" : text);
        if (!match.matches()) {
            return null;
        }
        long micros = Long.parseLong(match.group(1));
        return new PublicPages.Moment(
                Instant.ofEpochSecond(micros / MICROS, micros % MICROS * NANOS_PER_MICRO),
                Long.parseLong(match.group(2)));
    }

    static String of(Instant at, long id) {
        return (at.getEpochSecond() * MICROS + at.getNano() / NANOS_PER_MICRO) + "." + id;
    }

    static PublicPages.@Nullable ResultPosition result(@Nullable String text) {
        Matcher match = RESULT.matcher(text == null ? "" : text);
        return match.matches()
                ? day(match.group(1))
                        .map(day -> new PublicPages.ResultPosition(day, match.group(2), Long.parseLong(match.group(3))))
                        .orElse(null)
                : null;
    }

    static String of(PublicPages.ResultLine line) {
        return line.publishedOn() + "." + line.creditCode() + "." + line.resultId();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
