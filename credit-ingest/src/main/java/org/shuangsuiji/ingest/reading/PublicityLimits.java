package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The longest time for which a dishonest act may be published, shared and used (信用修复管理办法, in force 2026-04-01):
 * three months for a minor one, a year for a general one, three years for a serious one, counted from the decision; and
 * the least, before which it is not repaired: three months for a general one, a year for a serious one. A minor one is
 * repaired as soon as the duty is fulfilled.
 *
 * <p>The law of the day of use governs, so the parameter is looked up on the day the file is read, not on the day of
 * the decision. Before 2026-04-01 no limit is known here and none is applied.
 */
public final class PublicityLimits {
    /** The law gives no longer time for any act; so it is for an act whose gravity nobody can tell. */
    public static final Severity GRAVEST = Severity.SERIOUS;

    static final Dated<Map<Severity, Period>> LONGEST = new Dated<>(
            "longest publicity",
            new TreeMap<>(Map.of(
                    LocalDate.of(2026, 4, 1),
                    Map.of(
                            Severity.MINOR, Period.ofMonths(3),
                            Severity.GENERAL, Period.ofYears(1),
                            Severity.SERIOUS, Period.ofYears(3)))));

    static final Dated<Map<Severity, Period>> LEAST = new Dated<>(
            "least publicity",
            new TreeMap<>(Map.of(
                    LocalDate.of(2026, 4, 1),
                    Map.of(Severity.GENERAL, Period.ofMonths(3), Severity.SERIOUS, Period.ofYears(1)))));

    /**
     * How long a subject stands on the list of the seriously dishonest in market supervision before the body that listed it
     * has to remove it (市场监督管理严重违法失信名单管理办法, 总局令第44号, in force 2021-09-01).
     */
    static final Dated<Period> LISTED =
            new Dated<>("longest listing", new TreeMap<>(Map.of(LocalDate.of(2021, 9, 1), Period.ofYears(3))));

    private PublicityLimits() {}

    /** The first day on which a listing can count no longer, whether or not its source told of the removal. */
    static Optional<LocalDate> listingEnd(LocalDate listed, LocalDate today) {
        return LISTED.on(today).map(listed::plus);
    }

    /** The longest time of each severity by the law of a day; empty when none is known. */
    public static Map<Severity, Period> longest(LocalDate today) {
        return LONGEST.on(today).orElse(Map.of());
    }

    /** The first day on which a decision can count no longer, whatever its source says. */
    static Optional<LocalDate> end(LocalDate decided, Severity severity, LocalDate today) {
        return Optional.ofNullable(longest(today).get(severity)).map(decided::plus);
    }

    /**
     * Whether a repair lies before the least time of publicity by the law of its day. It counts all the same, as who
     * decided it may know better.
     */
    static boolean isEarly(LocalDate repaired, LocalDate decided, @Nullable Severity severity) {
        Period least =
                severity == null ? null : LEAST.on(repaired).orElse(Map.of()).get(severity);
        return least != null && repaired.isBefore(decided.plus(least));
    }
}
