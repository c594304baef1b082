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
    record Period(LocalDate from, LocalDate to) {}

    private static final int YEAR_MIN = 1949;
    private static final int YEAR_MAX = 2100;
    private static final String YEAR = "((?:19|20)[0-9]{2})";
    private static final Pattern OF_YEAR = Pattern.compile(YEAR + "(?:年|年度|全年)?");
    private static final Pattern OF_HALF = Pattern.compile(YEAR + "年?(上|下)半年");
    private static final Pattern OF_QUARTER = Pattern.compile(YEAR + "年?-?(?:第?([1-4一二三四])季度?|Q([1-4]))");
    private static final Pattern OF_MONTH = Pattern.compile(YEAR + "(?:[-/.年]([0-9]{1,2})月?|([0-9]{2}))");
    private static final Pattern SPAN = Pattern.compile("(.+?)(?:至|到|~|—|--)(.+)");

    private Periods() {}

    /** The period that a text names; null when it names none. */
    static @Nullable Period read(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).replace(" ", "");
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
        return span(text);
    }

    private static @Nullable Period span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return null;
        }
        Period from = read(span.group(1));
        Period to = read(span.group(2));
        return from == null || to == null || to.to().isBefore(from.from()) ? null : new Period(from.from(), to.to());
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
