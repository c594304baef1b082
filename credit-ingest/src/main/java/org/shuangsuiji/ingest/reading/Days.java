package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ways in which files write a day: 2026-03-31, 2026/3/31, 2026.3.31, 20260331, 2026年3月31日, with or without a time. */
final class Days {
    private static final int YEAR_MIN = 1800;
    private static final int YEAR_MAX = 9999;
    private static final int UNLIMITED_FROM = 2099;
    private static final long MINUTES_OF_DAY = 24 * 60L;
    /** China has one time, eight hours ahead of UTC. */
    private static final long CHINA_AHEAD = 8 * 60L;
    /** A time of day with its offset from UTC: 16:00:00Z, 0:00:00.000+0800, 00:00+08. */
    private static final Pattern TIME = Pattern.compile(
            "[ T]([01]?[0-9]|2[0-3]):?([0-5][0-9])(?::?[0-9]{2}(?:\\.[0-9]*)?)? ?(?:[Zz]|([+-])([0-9]{2})(?::?([0-9]{2}))?)");
    /** What a spreadsheet shows of a day in a column that is not formatted as days, with a time behind the point. */
    private static final Pattern SPREADSHEET = Pattern.compile("([0-9]{5})(?:\\.[0-9]+)?");
    /** By the count that all spreadsheets but old ones of the Mac begin with; it has a 29th of February 1900. */
    private static final LocalDate BEFORE_SPREADSHEETS = LocalDate.of(1899, 12, 30);

    private static final Pattern MONTH = Pattern.compile("(?:18|19|20)[0-9]{2}[-/.年](?:0?[1-9]|1[0-2])月?");
    /** The last day of what has no end (长期). */
    static final LocalDate UNLIMITED = LocalDate.of(YEAR_MAX, 12, 31);

    private Days() {}

    /** The day, or null when the text is none that we can read. */
    static @Nullable LocalDate read(String text) {
        int length = text.length();
        int[] parts = new int[3];
        int found = 0;
        int i = 0;
        if (length >= 8 && allDigits(text, 8)) {
            return legalDay(day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)), text, 8);
        }
        while (found < 3 && i < length) {
            int from = i;
            while (i < length && isDigit(text.charAt(i)) && i - from < 4) {
                i++;
            }
            if (i == from || (found == 0 ? i - from != 4 : i - from > 2)) {
                return null;
            }
            parts[found++] = number(text, from, i);
            if (found < 3 && (i >= length || !separates(text.charAt(i++), found))) {
                return null;
            }
        }
        if (found < 3) {
            return null;
        }
        if (i < length && text.charAt(i) == '日') {
            i++;
        }
        return legalDay(day(parts[0], parts[1], parts[2]), text, i);
    }

    /**
     * The day here, by what follows it: nothing or a time leaves it as it is, a time with an offset may not, as
     * 2026-05-31T16:00:00Z is the first of June in China; null when something else follows.
     */
    private static @Nullable LocalDate legalDay(@Nullable LocalDate day, String text, int from) {
        if (day == null || from == text.length()) {
            return day;
        }
        Matcher time = TIME.matcher(text).region(from, text.length());
        if (!time.matches()) {
            return isTime(text, from) ? day : null;
        }
        long minutes = 60L * Integer.parseInt(time.group(1)) + Integer.parseInt(time.group(2));
        long ahead = 60L * part(time.group(4)) + part(time.group(5));
        if ("-".equals(time.group(3))) {
            ahead = -ahead;
        }
        LocalDate here = day.plusDays(Math.floorDiv(minutes - ahead + CHINA_AHEAD, MINUTES_OF_DAY));
        return here.getYear() > YEAR_MAX ? UNLIMITED : here;
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The day that a number most likely means in a spreadsheet; null when it is none. Likely only, so nobody takes it. */
    static @Nullable LocalDate ofSpreadsheet(String text) {
        Matcher number = SPREADSHEET.matcher(folded(text));
        return number.matches() ? BEFORE_SPREADSHEETS.plusDays(Long.parseLong(number.group(1))) : null;
    }

    /** Whether it is a month of a year, of which the day is missing. */
    static boolean isMonth(String text) {
        return MONTH.matcher(folded(text)).matches();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Whether the day stands for "without end": 长期 is written 2099-12-31 or 9999-12-31. */
    static boolean isUnlimited(LocalDate day) {
        return day.getYear() >= UNLIMITED_FROM;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    private static boolean separates(char c, int found) {
        return c == '-' || c == '/' || c == '.' || c == (found == 1 ? '年' : '月');
    }

    /** A time of day may follow; where it tells no offset, it carries nothing that the law counts. */
    private static boolean isTime(String text, int from) {
        char first = text.charAt(from);
        if (first != ' ' && first != 'T') {
            return false;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && c != ':' && c != '.' && c != '+' && c != 'Z') {
                return false;
            }
        }
        return true;
    }

    private static boolean allDigits(String text, int to) {
        for (int i = 0; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
