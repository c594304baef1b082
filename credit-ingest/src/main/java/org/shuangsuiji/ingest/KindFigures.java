package org.shuangsuiji.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.duty.Lateness;
import org.shuangsuiji.ingest.duty.Obligation;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.WorkingCalendar;

/**
 * How a source does with one kind of record.
 *
 * @param duty what it owes today; absent where it sends without owing
 * @param owes the same with the rules that held before; absent like the duty
 * @param due when the next delivery is owed; absent where only an event makes one due
 * @param daysOverdue working days since it was due; 0 while it is not overdue
 * @param lateness of what it told of in the last twelve months and since it was first owed, by the rule of each day;
 *     absent where it was nothing, or where no single event has a limit
 * @param value how many enterprises in its area have such a record; absent while nobody counted
 * @param months the last twelve months in which it sent something, the latest first
 */
public record KindFigures(
        RecordKind kind,
        @Nullable DutyRow duty,
        @Nullable Obligation owes,
        WorkingCalendar.@Nullable Deadline due,
        int daysOverdue,
        @Nullable Last last,
        @Nullable Lateness lateness,
        @Nullable Value value,
        List<Month> months) {

    /** The last delivery that was taken in. */
    public record Last(long deliveryId, Instant receivedAt) {}

    /**
     * Of how many trading enterprises of an area there is a record.
     *
     * @param countedAt as of when
     */
    public record Value(long enterprises, long holding, Instant countedAt) {

        public long without() {
            return enterprises - holding;
        }

        /** Whether a larger share than this has none; compared as counted, not as rounded for a page. */
        boolean moreWithout(BigDecimal percent) {
            return BigDecimal.valueOf(without())
                            .movePointRight(2)
                            .compareTo(percent.multiply(BigDecimal.valueOf(enterprises)))
                    > 0;
        }

        /** The share without any, in percent; absent where there is no enterprise. */
        public Optional<BigDecimal> percentWithout() {
            return percent(without(), enterprises);
        }
    }

    /**
     * What was sent in a month.
     *
     * @param first the first day of the month
     */
    public record Month(LocalDate first, long deliveries, long rows, long faults, long flagged) {

        /** The share of rows that were refused, in percent; absent where there was no row. */
        public Optional<BigDecimal> percentFaults() {
            return percent(faults, rows);
        }
    }

    public long rows() {
        return months.stream().mapToLong(Month::rows).sum();
    }

    public long faults() {
        return months.stream().mapToLong(Month::faults).sum();
    }

    public long flagged() {
        return months.stream().mapToLong(Month::flagged).sum();
    }

    /** The share of rows of all these months that were refused, in percent; absent where there was no row. */
    public Optional<BigDecimal> percentFaults() {
        return percent(faults(), rows());
    }

    private static Optional<BigDecimal> percent(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }
}
