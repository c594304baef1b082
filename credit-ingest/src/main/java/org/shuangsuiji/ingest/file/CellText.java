package org.shuangsuiji.ingest.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says, as text; or why nobody can rely on what it says.
 *
 * @param fault names the text below {@code fault.}; null when the cell can be read
 */
record CellText(String text, @Nullable String fault, List<String> args) {
    static final CellText EMPTY = new CellText("", null, List.of());

    /** A spreadsheet keeps 15 digits of a number; from this on some are lost. */
    private static final BigDecimal DIGITS_LOST_FROM = BigDecimal.TEN.pow(15);

    private static final int DIGITS_SURE = 15;
    private static final int DIGITS_MAX = 17;
    private static final int LENGTH_MAX = 400;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    /** 29 February 1900, which spreadsheets count and no calendar has. */
    private static final int DAY_OF_NO_CALENDAR = 60;

    private static final double DAYS_MAX = 2_958_465;

    static CellText of(String text) {
        return text.isEmpty() ? EMPTY : new CellText(text, null, List.of());
    }

    static CellText fault(String found, String code, Object... args) {
        return new CellText(
                found, code, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }

    /** A number as the shortest decimal that means it, never with an exponent. */
    static CellText number(String raw) {
        BigDecimal exact = exact(raw);
        if (exact == null) {
            return fault(raw, "cell-number-unreadable", raw);
        }
        if (exact.abs().compareTo(DIGITS_LOST_FROM) >= 0) {
            return fault(raw, "cell-digits-lost", DIGITS_SURE);
        }
        double value = exact.doubleValue();
        BigDecimal shortest = exact;
        for (int digits = DIGITS_SURE; digits <= DIGITS_MAX; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        return of(value == 0 ? "0" : shortest.stripTrailingZeros().toPlainString());
    }

    /** A number that its format shows as a day or a time. */
    static CellText day(String raw, NumberForm form, boolean from1904) {
        BigDecimal exact = exact(raw);
        if (exact == null) {
            return fault(raw, "cell-number-unreadable", raw);
        }
        double value = exact.doubleValue();
        if (value < 0 || value >= DAYS_MAX + 1) {
            return fault(raw, "cell-day-out-of-range", raw);
        }
        int days = (int) value;
        int seconds = (int) Math.round((value - days) * SECONDS_OF_DAY);
        if (seconds == SECONDS_OF_DAY) {
            seconds = 0;
            days++;
        }
        if (days == 0 && !from1904) {
            return of(LocalTime.ofSecondOfDay(seconds).toString());
        }
        if (days == DAY_OF_NO_CALENDAR && !from1904) {
            return fault(raw, "cell-day-of-no-calendar");
        }
        LocalDate day = from1904
                ? FIRST_OF_1904.plusDays(days)
                : BEFORE_1900.plusDays(days < DAY_OF_NO_CALENDAR ? days : days - 1L);
        if (form == NumberForm.MONTH) {
            return of(day.toString().substring(0, "2026-03".length()));
        }
        return of(seconds == 0 ? day.toString() : day + " " + LocalTime.ofSecondOfDay(seconds));
    }

    private static @Nullable BigDecimal exact(String raw) {
        if (raw.length() > LENGTH_MAX) {
            return null;
        }
        try {
            return new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
