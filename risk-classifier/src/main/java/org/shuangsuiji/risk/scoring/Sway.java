package org.shuangsuiji.risk.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Aggregation;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.Bin;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.RelatedMeasure;
import org.shuangsuiji.risk.model.Veto;

/**
 * Whether the rank of an enterprise could be another if one kind of record said anything that it can say.
 *
 * <p>Told from what is stored of an assessment, without its records: the score less the points of the indicators fed by
 * the kind stays, and so does each veto asked of another indicator. Each indicator fed by the kind may then take any value
 * it can take, for itself, and any veto asked of it follows its value. The least and the most that can come of that are two
 * ranks; where neither is another than the stored one, nothing can. Values that depend on each other (a count of three
 * years and of one) are taken as free, so that the answer is never too small and may be a little too large. A veto of
 * another indicator that begins inside a bin is taken as either, as far as the stored rank leaves it open.
 *
 * <p>Whether an enterprise is covered stays as it is. A graded one stays graded, unless only a veto of the kind made it so;
 * one not yet gradable could be graded by its registration, or by a veto of the kind with the highest rank.
 */
public final class Sway {
    private static final int RANKS = Rank.values().length;
    private static final int NONE = Integer.MAX_VALUE;

    private final ModelDefinition definition;
    private final boolean registration;
    private final List<IndicatorDefinition> indicators;
    /** By indicator; absent for one that the kind does not feed. */
    private final Fed[] fed;

    private final int[] vetoIndicators;
    private final boolean gradesAlone;

    private Sway(ModelDefinition definition, RecordKind kind) {
        this.definition = definition;
        this.registration = kind == RecordKind.REGISTRATION;
        this.indicators = definition.indicators();
        this.fed = indicators.stream()
                .map(indicator ->
                        feeds(kind, indicator.measure()) ? new Fed(indicator, definition, registration) : null)
                .toArray(Fed[]::new);
        this.vetoIndicators = definition.vetoes().stream()
                .mapToInt(veto -> indicators.indexOf(
                        definition.indicator(veto.indicator()).orElseThrow()))
                .toArray();
        this.gradesAlone = Arrays.stream(fed).anyMatch(each -> each != null && each.floorMost == RANKS);
    }

    public static Sway of(ModelDefinition definition, RecordKind kind) {
        return new Sway(definition, kind);
    }

    /** Whether the values of this measure come from records of this kind. */
    static boolean feeds(RecordKind kind, Measure measure) {
        if (measure instanceof RecordMeasure records) {
            return records.filter().kinds().contains(kind);
        }
        if (measure instanceof RelatedMeasure related) {
            // who is related is told by records of relations, or read from registrations
            return kind == (related.relation().told() ? RecordKind.RELATION : RecordKind.REGISTRATION)
                    || (related.having() != null && related.having().kinds().contains(kind));
        }
        return kind == RecordKind.REGISTRATION;
    }

    /**
     * Whether the rank could be another.
     *
     * @param rank the stored one; 0 when the enterprise is not yet gradable
     * @param score in hundredths
     * @param bins one for each indicator of the definition, as {@link Scores#bin}
     * @param registered whether a registration was received
     */
    public boolean couldMove(int rank, int score, byte[] bins, boolean registered) {
        if (bins.length != fed.length) {
            throw new IllegalArgumentException(
                    "The definition has %d indicators; got %d bins".formatted(fed.length, bins.length));
        }
        if (rank == 0) {
            return registration || gradesAlone;
        }
        int rest = score;
        boolean any = false;
        for (int i = 0; i < fed.length; i++) {
            if (moves(i, bins)) {
                rest -= contribution(i, bins[i]);
                any = true;
            }
        }
        return any && (couldMove(rank, score, rest, bins) || couldLapse(bins, registered));
    }

    private boolean couldMove(int rank, int score, int rest, byte[] bins) {
        int floors = told(bins, true, false);
        int ceilings = told(bins, false, false);
        int ownFloors = told(bins, true, true);
        int ownCeilings = told(bins, false, true);
        int scored = scoreRank(score);
        for (int floor = 1; floor <= RANKS; floor++) {
            for (int ceiling = 1; ceiling <= RANKS; ceiling++) {
                if (has(floors, floor)
                        && has(ceilings, ceiling)
                        && explains(rank, scored, floor, ceiling, ownFloors, ownCeilings)
                        && (least(rest, floor, ceiling, bins) < rank || most(rest, floor, ceiling, bins) > rank)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether these vetoes of others, with some of the kind's own that its bins admit, give the stored rank. */
    private static boolean explains(int rank, int scored, int floor, int ceiling, int ownFloors, int ownCeilings) {
        for (int own = 1; own <= RANKS; own++) {
            for (int low = 1; low <= RANKS; low++) {
                if (has(ownFloors, own)
                        && has(ownCeilings, low)
                        && Math.max(Math.max(floor, own), Math.min(Math.min(ceiling, low), scored)) == rank) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Which floors, or ceilings, the bins admit, as a bit for each rank. */
    private int told(byte[] bins, boolean floors, boolean own) {
        int sure = floors ? 1 : RANKS;
        int open = 0;
        for (int v = 0; v < vetoIndicators.length; v++) {
            Veto veto = definition.vetoes().get(v);
            int i = vetoIndicators[v];
            if ((veto.effect() == Veto.Effect.FLOOR) != floors
                    || moves(i, bins) != own
                    || bins[i] == Scores.MISSING_BIN) {
                continue;
            }
            int number = veto.rank().number();
            if (lowest(i, bins[i]) >= veto.from()) {
                sure = floors ? Math.max(sure, number) : Math.min(sure, number);
            } else if (above(i, bins[i]) > veto.from()) {
                open |= 1 << number;
            }
        }
        int beyond = floors ? -1 << sure : (1 << sure) - 1;
        return 1 << sure | (open & beyond);
    }

    /** The lowest rank that any values of the kind's indicators give. */
    private int least(int rest, int floor, int ceiling, byte[] bins) {
        int least = RANKS;
        for (int own = 1; own <= RANKS; own++) {
            long score = rest;
            int low = ceiling;
            for (int i = 0; i < fed.length && score < NONE; i++) {
                if (moves(i, bins)) {
                    score += fed[i].leastUnder[own];
                    low = Math.min(low, fed[i].ceilingUnder[own]);
                }
            }
            if (score < NONE) {
                least = Math.min(least, Math.max(Math.max(floor, own), Math.min(low, scoreRank((int) score))));
            }
        }
        return least;
    }

    /** The highest of them. */
    private int most(int rest, int floor, int ceiling, byte[] bins) {
        int most = floor;
        for (int own = 1; own <= RANKS; own++) {
            int score = rest;
            boolean possible = true;
            for (int i = 0; i < fed.length; i++) {
                if (moves(i, bins)) {
                    possible &= fed[i].mostOver[own] >= 0;
                    score += fed[i].mostOver[own];
                    most = Math.max(most, fed[i].floorMost);
                }
            }
            if (possible) {
                most = Math.max(most, Math.min(Math.min(ceiling, own), scoreRank(score)));
            }
        }
        return most;
    }

    /** Whether too little is known to grade it, but for a veto of the kind that need not stay. */
    private boolean couldLapse(byte[] bins, boolean registered) {
        if (registration || (told(bins, true, true) & 1 << RANKS) == 0 || told(bins, true, false) == 1 << RANKS) {
            return false;
        }
        int known = 0;
        for (int i = 0; i < bins.length; i++) {
            if (indicators.get(i).measure() instanceof AttributeMeasure && bins[i] != Scores.MISSING_BIN) {
                known++;
            }
        }
        return (definition.coverage().registrationWanted() && !registered)
                || known < definition.coverage().attributesKnownMin();
    }

    /** Without an address or a legal representative nobody is related, whatever records say. */
    private boolean moves(int indicator, byte[] bins) {
        return fed[indicator] != null
                && (registration
                        || bins[indicator] != Scores.MISSING_BIN
                        || !(indicators.get(indicator).measure() instanceof RelatedMeasure));
    }

    private int contribution(int indicator, byte bin) {
        IndicatorDefinition of = indicators.get(indicator);
        return of.weight()
                * (bin == Scores.MISSING_BIN
                        ? of.missingPoints()
                        : of.bins().get(bin).points());
    }

    private long lowest(int indicator, byte bin) {
        Long from = indicators.get(indicator).bins().get(bin).from();
        return from == null ? Fed.LEAST : Math.max(Fed.LEAST, from);
    }

    private long above(int indicator, byte bin) {
        List<Bin> bins = indicators.get(indicator).bins();
        long beyond = Fed.beyond(indicators.get(indicator).measure());
        Long next = bin + 1 < bins.size() ? bins.get(bin + 1).from() : null;
        return next == null ? beyond : Math.min(next, beyond);
    }

    private int scoreRank(int score) {
        return definition.thresholds().rankOf(score).number();
    }

    private static boolean has(int ranks, int rank) {
        return (ranks >>> rank & 1) == 1;
    }

    /** What an indicator can give, by the highest floor or the lowest ceiling that one would bear with it. */
    private static final class Fed {
        /** Nothing that is counted is less than nothing. */
        private static final long LEAST = 0;

        /** The least points with a floor of at most that rank; {@link #NONE} when there is no such value. */
        private final int[] leastUnder = new int[RANKS + 1];
        /** The lowest ceiling of such a value. */
        private final int[] ceilingUnder = new int[RANKS + 1];
        /** The most points with a ceiling of at least that rank; negative when there is no such value. */
        private final int[] mostOver = new int[RANKS + 1];

        private int floorMost = 1;

        Fed(IndicatorDefinition indicator, ModelDefinition definition, boolean registration) {
            Arrays.fill(leastUnder, NONE);
            Arrays.fill(ceilingUnder, RANKS);
            Arrays.fill(mostOver, -1);
            List<Veto> vetoes = definition.vetoes().stream()
                    .filter(veto -> veto.indicator().equals(indicator.code()))
                    .toList();
            for (long value : values(indicator, vetoes)) {
                take(value, indicator, vetoes);
            }
            if (canMiss(indicator.measure(), registration)) {
                take(Features.MISSING, indicator, vetoes);
            }
        }

        /** One value of each stretch in which neither the bin nor a veto changes. */
        private static Set<Long> values(IndicatorDefinition indicator, List<Veto> vetoes) {
            Set<Long> values = new TreeSet<>();
            values.add(LEAST);
            indicator.bins().forEach(bin -> {
                if (bin.from() != null) {
                    values.add(bin.from());
                }
            });
            vetoes.forEach(veto -> values.add(veto.from()));
            values.removeIf(value -> value < LEAST || value >= beyond(indicator.measure()));
            return values;
        }

        private void take(long value, IndicatorDefinition indicator, List<Veto> vetoes) {
            int floor = 1;
            int ceiling = RANKS;
            for (Veto veto : vetoes) {
                if (Scoring.applies(veto, value)) {
                    if (veto.effect() == Veto.Effect.FLOOR) {
                        floor = Math.max(floor, veto.rank().number());
                    } else {
                        ceiling = Math.min(ceiling, veto.rank().number());
                    }
                }
            }
            int points = value == Features.MISSING
                    ? indicator.missingPoints()
                    : indicator
                            .bins()
                            .get(Scoring.binOf(value, Scoring.edges(indicator)))
                            .points();
            int contribution = points * indicator.weight();
            floorMost = Math.max(floorMost, floor);
            for (int rank = floor; rank <= RANKS; rank++) {
                leastUnder[rank] = Math.min(leastUnder[rank], contribution);
                ceilingUnder[rank] = Math.min(ceilingUnder[rank], ceiling);
            }
            for (int rank = 1; rank <= ceiling; rank++) {
                mostOver[rank] = Math.max(mostOver[rank], contribution);
            }
        }

        /** The first number that the measure never reaches. */
        static long beyond(Measure measure) {
            if (measure.truth()) {
                return 2;
            }
            boolean severity =
                    measure instanceof RecordMeasure records && records.aggregation() == Aggregation.SEVERITY_MAX;
            return severity ? 4 : Long.MAX_VALUE;
        }

        /** Whether there may be no value at all. */
        private static boolean canMiss(Measure measure, boolean registration) {
            if (measure instanceof RecordMeasure records) {
                return records.aggregation() == Aggregation.DAYS_SINCE;
            }
            return registration
                    && !(measure instanceof AttributeMeasure attribute
                            && attribute.attribute() == Attribute.REGISTERED);
        }
    }
}
