package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The longest time for which a dishonest act may be published, shared and used (信用修复管理办法, in force 2026-04-01):
 * three months for a minor one, a year for a general one, three years for a serious one, counted from the decision.
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

    private PublicityLimits() {}

    /** The longest time of each severity by the law of a day; empty when none is known. */
    public static Map<Severity, Period> longest(LocalDate today) {
        return LONGEST.on(today).orElse(Map.of());
    }

    /** The first day on which a decision can count no longer, whatever its source says. */
    static Optional<LocalDate> end(LocalDate decided, Severity severity, LocalDate today) {
        return Optional.ofNullable(longest(today).get(severity)).map(decided::plus);
    }
}
