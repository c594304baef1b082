package org.shuangsuiji.risk.scoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.shuangsuiji.risk.model.Aggregation;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.RelatedMeasure;

/**
 * The indicator values of some enterprises, one column of longs per measure.
 *
 * <p>Filled with enterprises first, then with their records in any order, then closed. Each step adds, takes a maximum
 * or a minimum, so that no order can matter.
 */
public final class Features {
    /** The value is not known. */
    public static final long MISSING = Long.MIN_VALUE;

    private static final int GROWTH_MIN = 64;
    private static final long FEN_PER_YUAN = 100;

    private final ExtractionPlan plan;
    private final int day;
    private final List<Measure> measures;
    private final Gather[] gathers;
    private final LongIntMap rows;
    private int size;
    private long[] ids;
    private long[] tests;
    private long[] known;
    private int[] established;
    private long[] capital;
    private long[] addressKeys;
    private long[] legalPersonKeys;
    private int[] nextChange;
    private long[] digestHigh;
    private long[] digestLow;
    private final long[][] columns;
    private boolean closed;

    /** How a column gathers records, as a plain switch for the hot loop. */
    private enum Gather {
        NOTHING,
        COUNT,
        EXISTS,
        AMOUNT_SUM,
        AMOUNT_MAX,
        SEVERITY_MAX,
        LATEST
    }

    /**
     * @param expected how many enterprises will come, about
     */
    public Features(ExtractionPlan plan, int expected) {
        this.plan = plan;
        this.day = Days.of(plan.day());
        this.measures = plan.measures();
        this.gathers = new Gather[measures.size()];
        for (int column = 0; column < gathers.length; column++) {
            gathers[column] = plan.aggregation(column).map(Features::gather).orElse(Gather.NOTHING);
        }
        int capacity = Math.max(GROWTH_MIN, expected);
        this.rows = new LongIntMap(capacity, -1);
        this.ids = new long[capacity];
        this.tests = new long[capacity];
        this.known = new long[capacity];
        this.established = new int[capacity];
        this.capital = new long[capacity];
        this.addressKeys = new long[capacity];
        this.legalPersonKeys = new long[capacity];
        this.nextChange = new int[capacity];
        this.digestHigh = new long[capacity];
        this.digestLow = new long[capacity];
        this.columns = new long[measures.size()][capacity];
    }

    private static Gather gather(Aggregation aggregation) {
        return switch (aggregation) {
            case COUNT -> Gather.COUNT;
            case EXISTS -> Gather.EXISTS;
            case AMOUNT_SUM -> Gather.AMOUNT_SUM;
            case AMOUNT_MAX -> Gather.AMOUNT_MAX;
            case SEVERITY_MAX -> Gather.SEVERITY_MAX;
            case DAYS_SINCE -> Gather.LATEST;
        };
    }

    /**
     * An enterprise; each comes once.
     *
     * @param testBits which of the plan's tests it passes
     * @param knownBits of which of the plan's tests the attribute is known
     * @param establishedDay {@link Days#UNKNOWN} when not known
     * @param capitalFen {@link #MISSING} when not known
     */
    public void enterprise(
            long id,
            long testBits,
            long knownBits,
            int establishedDay,
            long capitalFen,
            long addressKey,
            long legalPersonKey) {
        if (size == ids.length) {
            grow();
        }
        int row = size++;
        rows.put(id, row);
        ids[row] = id;
        tests[row] = testBits;
        known[row] = knownBits;
        established[row] = establishedDay;
        capital[row] = capitalFen;
        addressKeys[row] = addressKey;
        legalPersonKeys[row] = legalPersonKey;
        nextChange[row] = Days.NEVER;
        long mixed = Mix.of(Mix.of(Mix.of(id, testBits), establishedDay), capitalFen);
        digestHigh[row] = mixed;
        digestLow[row] = Mix.of(mixed, knownBits);
    }

    /**
     * A record.
     *
     * @param untilDay the first day on which it no longer counts, whatever the reason; {@link Days#NEVER} without one
     * @param severity 0 when it has none
     * @param amountFen 0 when it has none
     * @return whether its enterprise is among these
     */
    public boolean record(
            long enterpriseId, int kind, int eventDay, int untilDay, int severity, long amountFen, int categorySets) {
        int row = rows.get(enterpriseId);
        if (row < 0) {
            return false;
        }
        if (untilDay <= day || untilDay <= eventDay) {
            return true;
        }
        if (eventDay > day) {
            waitFor(row, kind, eventDay, severity, categorySets);
            return true;
        }
        long amount = Math.max(0, amountFen);
        boolean counts = false;
        for (int column : plan.columnsByKind[kind]) {
            RecordRule rule = plan.rules[column];
            if (!rule.admits(severity, categorySets)) {
                continue;
            }
            int until = rule.countsUntil(eventDay, untilDay);
            if (until == RecordRule.NOT_COUNTED) {
                continue;
            }
            counts = true;
            if (until < nextChange[row]) {
                nextChange[row] = until;
            }
            long[] values = columns[column];
            switch (gathers[column]) {
                case COUNT -> values[row]++;
                case EXISTS -> values[row] = 1;
                case AMOUNT_SUM -> values[row] = addWithoutOverflow(values[row], amount);
                case AMOUNT_MAX -> values[row] = Math.max(values[row], amount);
                case SEVERITY_MAX -> values[row] = Math.max(values[row], severity);
                // days before 1970 are negative; shifted by one day more than the earliest, 0 stays "none"
                case LATEST -> values[row] = Math.max(values[row], shifted(eventDay));
                case NOTHING -> throw new IllegalStateException("Column %d takes no records".formatted(column));
            }
        }
        if (counts) {
            digest(row, enterpriseId, kind, eventDay, untilDay, severity, amount, categorySets);
        }
        return true;
    }

    /** What no column counts stays out, so that the digest changes on no other days than those foretold. */
    private void digest(
            int row,
            long enterpriseId,
            int kind,
            int eventDay,
            int untilDay,
            int severity,
            long amount,
            int categorySets) {
        long mixed = Mix.of(Mix.of(Mix.of(Mix.of(Mix.of(kind, eventDay), untilDay), severity), amount), categorySets);
        digestHigh[row] += mixed;
        digestLow[row] += Mix.of(mixed, enterpriseId);
    }

    private void waitFor(int row, int kind, int eventDay, int severity, int categorySets) {
        for (int column : plan.columnsByKind[kind]) {
            if (plan.rules[column].admits(severity, categorySets)) {
                nextChange[row] = Math.min(nextChange[row], eventDay);
            }
        }
    }

    private static long shifted(int eventDay) {
        return (long) eventDay - Integer.MIN_VALUE;
    }

    /** Amounts are never negative, so that stopping at the largest number is the same in any order. */
    private static long addWithoutOverflow(long sum, long amount) {
        return sum > Long.MAX_VALUE - amount ? Long.MAX_VALUE : sum + amount;
    }

    /** No more records come: columns turn from what was gathered into values. */
    public Features close(Relations relations) {
        if (closed) {
            throw new IllegalStateException("These features are closed already");
        }
        closed = true;
        for (int column = 0; column < columns.length; column++) {
            Measure measure = measures.get(column);
            if (measure instanceof AttributeMeasure attribute) {
                closeAttribute(column, attribute);
            } else if (measure instanceof RecordMeasure records) {
                closeRecords(column, records.aggregation());
            } else if (measure instanceof RelatedMeasure) {
                closeRelated(column, relations);
            }
        }
        return this;
    }

    private void closeAttribute(int column, AttributeMeasure measure) {
        if (measure.attribute() == Attribute.AGE_YEARS) {
            closeAge(column);
            return;
        }
        long[] values = columns[column];
        if (measure.attribute() == Attribute.CAPITAL_YUAN) {
            for (int row = 0; row < size; row++) {
                values[row] = capital[row] == MISSING ? MISSING : Math.floorDiv(capital[row], FEN_PER_YUAN);
            }
            return;
        }
        int test = plan.testIndex(measure.test());
        for (int row = 0; row < size; row++) {
            values[row] = (known[row] >>> test & 1) == 0 ? MISSING : tests[row] >>> test & 1;
        }
    }

    private void closeAge(int column) {
        LocalDate today = plan.day();
        for (int row = 0; row < size; row++) {
            if (established[row] == Days.UNKNOWN) {
                columns[column][row] = MISSING;
                continue;
            }
            if (established[row] > day) {
                columns[column][row] = MISSING;
                nextChange[row] = Math.min(nextChange[row], established[row]);
                continue;
            }
            LocalDate born = Days.date(established[row]);
            long age = ChronoUnit.YEARS.between(born, today);
            columns[column][row] = age;
            OptionalLong edge = plan.edgeAbove(column, age);
            if (edge.isPresent()) {
                nextChange[row] = Math.min(nextChange[row], dayOfAge(born, edge.getAsLong()));
            }
        }
    }

    /** The first day on which so many years are complete; for 29 February that is 1 March in most years. */
    private static int dayOfAge(LocalDate born, long years) {
        LocalDate anniversary = born.plusYears(years);
        return Days.of(anniversary.getDayOfMonth() < born.getDayOfMonth() ? anniversary.plusDays(1) : anniversary);
    }

    private void closeRecords(int column, Aggregation aggregation) {
        long[] values = columns[column];
        if (aggregation.needsAmount()) {
            for (int row = 0; row < size; row++) {
                values[row] /= FEN_PER_YUAN;
            }
        } else if (aggregation == Aggregation.DAYS_SINCE) {
            for (int row = 0; row < size; row++) {
                if (values[row] == 0) {
                    values[row] = MISSING;
                    continue;
                }
                int latest = (int) (values[row] + Integer.MIN_VALUE);
                values[row] = (long) day - latest;
                OptionalLong edge = plan.edgeAbove(column, values[row]);
                if (edge.isPresent()) {
                    nextChange[row] = (int) Math.min(nextChange[row], latest + edge.getAsLong());
                }
            }
        }
    }

    private void closeRelated(int column, Relations relations) {
        long[] values = columns[column];
        for (int row = 0; row < size; row++) {
            boolean living = (tests[row] >>> ExtractionPlan.LIVING & 1) == 1;
            values[row] = relations.others(column, ids[row], living, addressKeys[row], legalPersonKeys[row]);
            int next = relations.nextChange(column, ids[row], addressKeys[row], legalPersonKeys[row]);
            nextChange[row] = Math.min(nextChange[row], next);
            long mixed = Mix.of(column, values[row]);
            digestHigh[row] += mixed;
            digestLow[row] += Mix.of(mixed, ids[row]);
        }
    }

    private void grow() {
        int capacity = size + size / 2;
        ids = Arrays.copyOf(ids, capacity);
        tests = Arrays.copyOf(tests, capacity);
        known = Arrays.copyOf(known, capacity);
        established = Arrays.copyOf(established, capacity);
        capital = Arrays.copyOf(capital, capacity);
        addressKeys = Arrays.copyOf(addressKeys, capacity);
        legalPersonKeys = Arrays.copyOf(legalPersonKeys, capacity);
        nextChange = Arrays.copyOf(nextChange, capacity);
        digestHigh = Arrays.copyOf(digestHigh, capacity);
        digestLow = Arrays.copyOf(digestLow, capacity);
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Arrays.copyOf(columns[column], capacity);
        }
    }

    public ExtractionPlan plan() {
        return plan;
    }

    public int size() {
        return size;
    }

    public long id(int row) {
        return ids[row];
    }

    /** The row of an enterprise, or -1 when it is not among these. */
    public int row(long enterpriseId) {
        return rows.get(enterpriseId);
    }

    /** The value of a column, or {@link #MISSING}. */
    public long value(int column, int row) {
        return columns[column][row];
    }

    /** The next day on which time alone could change a value, or {@link Days#NEVER}. */
    public int nextChange(int row) {
        return nextChange[row];
    }

    /** First half of the digest of the facts that counted. */
    public long digestHigh(int row) {
        return digestHigh[row];
    }

    /** Second half of the digest of the facts that counted. */
    public long digestLow(int row) {
        return digestLow[row];
    }

    boolean passes(int test, int row) {
        return (tests[row] >>> test & 1) == 1;
    }
}
