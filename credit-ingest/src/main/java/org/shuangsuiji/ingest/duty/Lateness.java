package org.shuangsuiji.ingest.duty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.shuangsuiji.model.WorkingCalendar;

/**
 * How many working days passed between the events and the days on which the office learned of them.
 *
 * @param inTime how many came within the limit
 * @param median the days that half of them took at most
 * @param worst the days of the last
 * @param provisional whether a day lay in a year whose holidays are not announced
 */
public record Lateness(long records, long inTime, int median, int worst, boolean provisional) {

    /** So many records about one day, learned on another. */
    public record Learned(LocalDate event, LocalDate learned, long records) {}

    /**
     * Counted from the day after the event; absent where there was none with a limit.
     *
     * @param limitOn the working days within which an event of a day had to be told; absent where it had no limit
     */
    public static Optional<Lateness> of(
            List<Learned> all, Function<LocalDate, Optional<Integer>> limitOn, WorkingCalendar calendar) {
        var byDays = new TreeMap<Integer, Long>();
        boolean provisional = false;
        long inTime = 0;
        for (Learned each : all) {
            Optional<Integer> limit = limitOn.apply(each.event());
            if (limit.isEmpty()) {
                continue;
            }
            int days = Math.max(0, calendar.between(each.event(), each.learned()));
            byDays.merge(days, each.records(), Long::sum);
            inTime += days <= limit.get() ? each.records() : 0;
            provisional |= !calendar.years().contains(each.event().getYear())
                    || !calendar.years().contains(each.learned().getYear());
        }
        long records = sum(byDays.values());
        if (records == 0) {
            return Optional.empty();
        }
        return Optional.of(new Lateness(records, inTime, median(byDays, records), byDays.lastKey(), provisional));
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static int median(Map<Integer, Long> byDays, long records) {
        long seen = 0;
        for (Map.Entry<Integer, Long> each : byDays.entrySet()) {
            seen += each.getValue();
            if (2 * seen >= records) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("There is no median of nothing");
    }

    /** The share in time in percent, one decimal. */
    public BigDecimal percentInTime() {
        return BigDecimal.valueOf(inTime)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(records), 1, RoundingMode.HALF_UP);
    }
}
