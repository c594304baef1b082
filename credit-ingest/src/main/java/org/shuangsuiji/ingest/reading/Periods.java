package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the stretches of time over which sources count: a day, a month, a quarter, a half year, a year, or from–to. */
final class Periods {
    /** A stretch of time, both days in it. */
    record Period(LocalDate from, LocalDate to) {
        boolean isOneDay() {
            return from.equals(to);
        }
    }

    private static final int YEAR_MIN = 1949;
    private static final int YEAR_MAX = 2100;
    private static final String YEAR = "((?:19|20)[0-9]{2})";
    /** A day with a time of day, which says nothing more here. */
    private static final Pattern WITH_TIME = Pattern.compile("(.*[0-9日]) +[0-9]{1,2}[:时点].*");

    private static final Pattern OF_YEAR = Pattern.compile(YEAR + "(?:年|年度|全年)?");
    private static final Pattern OF_HALF = Pattern.compile(YEAR + "(?:年|年度)?(上|下)半年");
    private static final Pattern OF_QUARTER = Pattern.compile(YEAR + "(?:年|年度)?-?(?:第?([1-4一二三四])季度?|Q([1-4]))");
    private static final Pattern OF_MONTH = Pattern.compile(YEAR + "(?:[-/.年]([0-9]{1,2})月?份?|([0-9]{2}))");
    /** 2026年1-3月 */
    private static final Pattern OF_MONTHS = Pattern.compile("(" + YEAR + "年)([0-9]{1,2})月?-([0-9]{1,2}月份?)");

    private static final Pattern BETWEEN = Pattern.compile("至|到|~|—|--|-");
    private static final Pattern LATER_IN_THE_YEAR = Pattern.compile("([0-9]{1,2})月.*");
    private static final Pattern YEAR_FIRST = Pattern.compile("(" + YEAR + "年).*");
    /** The longest that any such text is; a cell of prose is none. */
    private static final int TEXT_MAX = 60;

    private Periods() {}

    /** The period that a text names; null when it names none. */
    static @Nullable Period read(String raw) {
        String told = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        if (told.length() > TEXT_MAX) {
            return null;
        }
        Matcher timed = WITH_TIME.matcher(told);
        LocalDate day = Days.read(timed.matches() ? timed.group(1) : told);
        if (day != null) {
            return new Period(day, day);
        }
        String text = told.replace(" ", "");
        Period one = one(text);
        return one != null ? one : span(text);
    }

    private static @Nullable Period one(String text) {
        LocalDate day = Days.read(text);
        if (day != null) {
            return new Period(day, day);
        }
        Matcher year = OF_YEAR.matcher(text);
        if (year.matches()) {
            return months(year.group(1), 1, 12);
        }
        Matcher half = OF_HALF.matcher(text);
        if (half.matches()) {
            return half.group(2).equals("上") ? months(half.group(1), 1, 6) : months(half.group(1), 7, 12);
        }
        Matcher quarter = OF_QUARTER.matcher(text);
        if (quarter.matches()) {
            String named = quarter.group(2) == null ? quarter.group(3) : quarter.group(2);
            int last = 3 * (Math.max("1234".indexOf(named), "一二三四".indexOf(named)) + 1);
            return months(quarter.group(1), last - 2, last);
        }
        Matcher month = OF_MONTH.matcher(text);
        if (month.matches()) {
            int number = Integer.parseInt(month.group(2) == null ? month.group(3) : month.group(2));
            return number < 1 || number > 12 ? null : months(month.group(1), number, number);
        }
        return null;
    }

    /** From one to another, wherever the text can be divided so that both sides are read. */
    private static @Nullable Period span(String text) {
        Matcher between = BETWEEN.matcher(text);
        while (between.find()) {
            Period from = one(text.substring(0, between.start()));
            Period to = one(withItsYear(text, text.substring(between.end())));
            if (from != null && to != null) {
                return to.to().isBefore(from.from()) ? null : new Period(from.from(), to.to());
            }
        }
        Matcher months = OF_MONTHS.matcher(text);
        if (months.matches()) {
            return span(months.group(1) + months.group(3) + "月至" + months.group(4));
        }
        return null;
    }

    /** 3月 behind 2026年1月至 is of that year. */
    private static String withItsYear(String whole, String end) {
        Matcher year = YEAR_FIRST.matcher(whole);
        return year.matches() && LATER_IN_THE_YEAR.matcher(end).matches() ? year.group(1) + end : end;
    }

    private static @Nullable Period months(String year, int first, int last) {
        int number = Integer.parseInt(year);
        return number < YEAR_MIN || number > YEAR_MAX
                ? null
                : new Period(
                        LocalDate.of(number, first, 1),
                        YearMonth.of(number, last).atEndOfMonth());
    }
}
