package org.shuangsuiji.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.AModel;
import org.shuangsuiji.risk.model.Aggregation;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.Bin;
import org.shuangsuiji.risk.model.Direction;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.RecordFilter;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.RelatedMeasure;
import org.shuangsuiji.risk.model.Relation;
import org.shuangsuiji.risk.model.Veto;
import org.shuangsuiji.risk.model.Words;

class SwayTests {
    private static final byte MISSING = Scores.MISSING_BIN;
    private static final int MODELS = 1500;

    private final Random random = seeded();

    private static Random seeded() {
        long seed = Long.getLong("shuangsuiji.test.seed", System.nanoTime());
        System.out.println("SwayTests: -Dshuangsuiji.test.seed=" + seed);
        return new Random(seed);
    }

    @Test
    void penaltiesMoveWhomTheirPointsCanCarryOverAThreshold() {
        Sway penalties = Sway.of(AModel.ofPenalties(), RecordKind.PENALTY);
        assertThat(penalties.couldMove(1, 0, new byte[] {0, 0}, true)).isTrue();
        assertThat(penalties.couldMove(4, 4000, new byte[] {4, 0}, true)).isTrue();
        assertThat(penalties.couldMove(4, 0, new byte[] {0, 1}, true))
                .as("on the list of dishonesty it stays highest whatever penalties say")
                .isFalse();
        assertThat(Sway.of(AModel.ofPenalties(), RecordKind.DISHONESTY).couldMove(4, 4000, new byte[] {4, 0}, true))
                .as("and with four penalties it is highest whatever that list says")
                .isFalse();
        assertThat(Sway.of(AModel.ofPenalties(), RecordKind.PERMIT).couldMove(1, 0, new byte[] {0, 0}, true))
                .as("no indicator asks for permits")
                .isFalse();
    }

    @Test
    void theMostPointsHaveToReachTheThreshold() {
        Measure counted = AModel.count(RecordFilter.of(RecordKind.PENALTY), null);
        for (int most : List.of(9, 10)) {
            var indicator = AModel.indicator(
                    "R01", counted, Direction.WORSE_WHEN_MORE, List.of(new Bin(null, 0), new Bin(1L, most)), 0, 100);
            assertThat(Sway.of(AModel.of(List.of(indicator), List.of()), RecordKind.PENALTY)
                            .couldMove(1, 0, new byte[] {0}, true))
                    .as("at most %d points, rank two from 10", most)
                    .isEqualTo(most == 10);
        }
    }

    @Test
    void whoIsNotYetGradableWaitsForItsRegistrationOrForTheHighestVeto() {
        ModelDefinition model = AModel.ofPenalties();
        assertThat(Sway.of(model, RecordKind.REGISTRATION).couldMove(0, 0, new byte[] {0, 0}, false))
                .isTrue();
        assertThat(Sway.of(model, RecordKind.DISHONESTY).couldMove(0, 0, new byte[] {0, 0}, false))
                .isTrue();
        assertThat(Sway.of(model, RecordKind.PENALTY).couldMove(0, 0, new byte[] {0, 0}, false))
                .isFalse();
        assertThat(Sway.of(model, RecordKind.DISHONESTY).couldMove(4, 4000, new byte[] {4, 1}, false))
                .as("known by nothing but the veto, it would not be graded without it")
                .isTrue();
    }

    @Test
    void relatedRecordsMoveNobodyWithoutAnAddress() {
        var related = AModel.indicator(
                "R01",
                new RelatedMeasure(Relation.SAME_ADDRESS, RecordFilter.of(RecordKind.PENALTY), null),
                Direction.WORSE_WHEN_MORE,
                List.of(new Bin(null, 0), new Bin(1L, 60)),
                0,
                100);
        ModelDefinition model = AModel.of(List.of(related), List.of());
        assertThat(Sway.of(model, RecordKind.PENALTY).couldMove(1, 0, new byte[] {MISSING}, true))
                .isFalse();
        assertThat(Sway.of(model, RecordKind.PENALTY).couldMove(1, 0, new byte[] {0}, true))
                .isTrue();
        assertThat(Sway.of(model, RecordKind.REGISTRATION).couldMove(1, 0, new byte[] {MISSING}, true))
                .isTrue();
    }

    /** A veto that begins where a bin does is told by the bin, so that the search and the bounds must agree to the last. */
    @Test
    void saysWhatASearchOverAllValuesSays() {
        int moved = 0;
        for (int n = 0; n < MODELS; n++) {
            Case one = new Case(true);
            for (RecordKind kind : RecordKind.values()) {
                boolean found = one.search(kind);
                assertThat(one.sway(kind)).as("%s of %s", kind, one).isEqualTo(found);
                moved += found ? 1 : 0;
            }
        }
        assertThat(moved).isBetween(MODELS / 10, MODELS * RecordKind.values().length - MODELS / 10);
    }

    /** A veto inside a bin may or may not apply: then the answer may be too large, never too small. */
    @Test
    void neverOverlooksWhatASearchFinds() {
        for (int n = 0; n < MODELS; n++) {
            Case one = new Case(false);
            for (RecordKind kind : RecordKind.values()) {
                if (one.search(kind)) {
                    assertThat(one.sway(kind)).as("%s of %s", kind, one).isTrue();
                }
            }
        }
    }

    /** A model and an enterprise with a value for each indicator. */
    private final class Case {
        private final ModelDefinition model;
        private final List<List<Long>> values = new ArrayList<>();
        private final long[] now;

        Case(boolean vetoesAtBins) {
            List<IndicatorDefinition> indicators = new ArrayList<>();
            List<Veto> vetoes = new ArrayList<>();
            int number = 1 + random.nextInt(4);
            for (int i = 0; i < number; i++) {
                IndicatorDefinition indicator = indicator(i);
                indicators.add(indicator);
                TreeSet<Long> edges = new TreeSet<>(Set.of(0L));
                indicator.bins().stream().skip(1).forEach(bin -> edges.add(bin.from()));
                if (random.nextInt(2) == 0) {
                    boolean floor = random.nextBoolean();
                    List<Long> starts = edges.stream().skip(1).toList();
                    long from = vetoesAtBins && !starts.isEmpty()
                            ? starts.get(random.nextInt(starts.size()))
                            : vetoesAtBins ? 0 : random.nextInt(6);
                    edges.add(from);
                    vetoes.add(new Veto(
                            "V0" + i,
                            new Words("测试", "Test"),
                            "某办法",
                            indicator.code(),
                            from,
                            floor ? Veto.Effect.FLOOR : Veto.Effect.CEILING,
                            floor ? Rank.of(2 + random.nextInt(3)) : Rank.of(1 + random.nextInt(3))));
                }
                List<Long> possible = new ArrayList<>(edges);
                if (indicator.measure().truth()) {
                    possible.removeIf(value -> value > 1);
                }
                if (indicator.measure() instanceof AttributeMeasure
                        || indicator
                                .measure()
                                .equals(new RecordMeasure(
                                        Aggregation.DAYS_SINCE, RecordFilter.of(RecordKind.INSPECTION), null))) {
                    possible.add(Features.MISSING);
                }
                values.add(possible);
            }
            model = AModel.of(indicators, vetoes);
            now = values.stream()
                    .mapToLong(possible -> possible.get(random.nextInt(possible.size())))
                    .toArray();
        }

        private IndicatorDefinition indicator(int place) {
            Measure measure =
                    switch (random.nextInt(5)) {
                        case 0 -> AttributeMeasure.number(Attribute.AGE_YEARS);
                        case 1 -> new RecordMeasure(Aggregation.EXISTS, RecordFilter.of(RecordKind.DISHONESTY), null);
                        case 2 ->
                            new RecordMeasure(Aggregation.DAYS_SINCE, RecordFilter.of(RecordKind.INSPECTION), null);
                        case 3 -> AModel.count(RecordFilter.of(RecordKind.PENALTY, RecordKind.ABNORMAL), null);
                        default -> AModel.count(RecordFilter.of(RecordKind.PENALTY), null);
                    };
            List<Bin> bins = new ArrayList<>(List.of(new Bin(null, random.nextInt(30))));
            long from = 0;
            int more = measure.truth() ? 1 : random.nextInt(4);
            for (int i = 0; i < more; i++) {
                from += measure.truth() ? 1 : 1 + random.nextInt(4);
                bins.add(new Bin(from, random.nextInt(30)));
            }
            return AModel.indicator(
                    "R0" + place, measure, Direction.FREE, bins, random.nextInt(30), 25 + random.nextInt(100));
        }

        boolean sway(RecordKind kind) {
            byte[] bins = new byte[now.length];
            int score = 0;
            for (int i = 0; i < now.length; i++) {
                bins[i] = bin(i, now[i]);
                score += contribution(i, now[i]);
            }
            return Sway.of(model, kind).couldMove(rank(now), score, bins, true);
        }

        /** Tries every value of every indicator of this kind beside the others as they are. */
        boolean search(RecordKind kind) {
            return search(kind, 0, now.clone(), rank(now));
        }

        private boolean search(RecordKind kind, int place, long[] tried, int rank) {
            if (place == tried.length) {
                return rank(tried) != rank;
            }
            if (!Sway.feeds(kind, model.indicators().get(place).measure())) {
                return search(kind, place + 1, tried, rank);
            }
            for (long value : values.get(place)) {
                tried[place] = value;
                if (search(kind, place + 1, tried, rank)) {
                    return true;
                }
            }
            tried[place] = now[place];
            return false;
        }

        private int rank(long[] at) {
            int score = 0;
            int floor = 1;
            int ceiling = 4;
            for (int i = 0; i < at.length; i++) {
                score += contribution(i, at[i]);
                for (Veto veto : model.vetoes()) {
                    if (veto.indicator().equals("R0" + i) && at[i] != Features.MISSING && at[i] >= veto.from()) {
                        boolean low = veto.effect() == Veto.Effect.FLOOR;
                        floor = low ? Math.max(floor, veto.rank().number()) : floor;
                        ceiling = low ? ceiling : Math.min(ceiling, veto.rank().number());
                    }
                }
            }
            int byScore = score < 1000 ? 1 : score < 2000 ? 2 : score < 3000 ? 3 : 4;
            return Math.max(floor, Math.min(ceiling, byScore));
        }

        private byte bin(int indicator, long value) {
            if (value == Features.MISSING) {
                return MISSING;
            }
            int bin = 0;
            List<Bin> bins = model.indicators().get(indicator).bins();
            while (bin + 1 < bins.size() && value >= bins.get(bin + 1).from()) {
                bin++;
            }
            return (byte) bin;
        }

        private int contribution(int indicator, long value) {
            IndicatorDefinition of = model.indicators().get(indicator);
            byte bin = bin(indicator, value);
            return of.weight()
                    * (bin == MISSING ? of.missingPoints() : of.bins().get(bin).points());
        }

        @Override
        public String toString() {
            return java.util.Arrays.toString(now) + " in " + model;
        }
    }
}
