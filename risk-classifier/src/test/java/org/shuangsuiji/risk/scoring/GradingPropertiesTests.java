package org.shuangsuiji.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.AModel;
import org.shuangsuiji.risk.model.ModelDefinition;

/** What must hold for any register; the seed is printed, so that a failure can be run again. */
class GradingPropertiesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final ModelDefinition GENERAL = AModel.general();
    private static final long FRESH_SEED = System.nanoTime();

    private final Random random = seeded();

    private static Random seeded() {
        long seed = Long.getLong("shuangsuiji.test.seed", FRESH_SEED);
        System.out.println("GradingPropertiesTests: -Dshuangsuiji.test.seed=" + seed);
        return new Random(seed);
    }

    private static String row(Features features, Scores scores, int row) {
        int n = scores.indicators();
        return "%s %d %s %d %x %x"
                .formatted(
                        scores.standing(row),
                        scores.score(row),
                        Arrays.toString(Arrays.copyOfRange(scores.bins(), row * n, row * n + n))
                                + scores.rankNumber(row),
                        features.nextChange(row),
                        features.digestHigh(row),
                        features.digestLow(row));
    }

    private static Scores score(Features features) {
        return new Scoring(features.plan(), GENERAL).score(features);
    }

    @Test
    void theOrderOfEnterprisesAndRecordsDoesNotMatter() {
        Register register = Register.random(random, 200, DAY);
        Features one = register.features(DAY, GENERAL);
        Features other = register.shuffled(random).features(DAY, GENERAL);
        for (Register.Firm firm : register.firms) {
            assertThat(row(other, score(other), other.row(firm.id())))
                    .isEqualTo(row(one, score(one), one.row(firm.id())));
        }
    }

    @Test
    void oneEnterpriseAloneIsItsRowInAFullRun() {
        Register register = Register.random(random, 120, DAY);
        Features all = register.features(DAY, GENERAL);
        Scores scores = score(all);
        for (Register.Firm firm : register.firms) {
            Features alone = register.alone(firm.id(), DAY, GENERAL);
            assertThat(row(alone, score(alone), 0)).isEqualTo(row(all, scores, all.row(firm.id())));
            Explanation why = register.explain(firm.id(), DAY, GENERAL);
            assertThat(why.score()).isEqualTo(scores.score(all.row(firm.id())));
            assertThat(why.rank()).isEqualTo(scores.rank(all.row(firm.id())));
            assertThat(why.reasons().stream()
                            .mapToInt(Explanation.Reason::contribution)
                            .sum())
                    .isEqualTo(why.score());
        }
    }

    @Test
    void extractingForTwoModelsAtOnceChangesNeither() {
        Register register = Register.random(random, 150, DAY);
        Features both = register.features(DAY, AModel.ofPenalties(), GENERAL);
        Features general = register.features(DAY, GENERAL);
        Scores of = new Scoring(both.plan(), GENERAL).score(both);
        Scores alone = score(general);
        for (int row = 0; row < both.size(); row++) {
            assertThat(of.rankNumber(row)).isEqualTo(alone.rankNumber(row));
            assertThat(of.score(row)).isEqualTo(alone.score(row));
        }
    }

    @Test
    void aFurtherRecordAgainstAnEnterpriseNeverImprovesAnyRank() {
        for (int round = 0; round < 40; round++) {
            Register register = Register.random(random, 60, DAY);
            Features before = register.features(DAY, GENERAL);
            Scores ranksBefore = score(before);
            Register.Firm firm = register.firms.get(random.nextInt(register.firms.size()));
            RecordKind[] against = {RecordKind.PENALTY, RecordKind.ABNORMAL, RecordKind.DISHONESTY};
            register.entries.add(new Register.Entry(
                    99_999,
                    firm.id(),
                    against[random.nextInt(against.length)],
                    DAY.minusDays(random.nextInt(900)),
                    null,
                    random.nextInt(4),
                    random.nextInt(100_000_00),
                    java.util.Set.of()));
            Features after = register.features(DAY, GENERAL);
            Scores ranksAfter = score(after);
            for (Register.Firm each : register.firms) {
                int old = before.row(each.id());
                int now = after.row(each.id());
                assertThat(ranksAfter.score(now)).isGreaterThanOrEqualTo(ranksBefore.score(old));
                assertThat(ranksAfter.rank(now).orElse(Rank.ONE))
                        .isGreaterThanOrEqualTo(ranksBefore.rank(old).orElse(Rank.ONE));
            }
        }
    }

    @Test
    void nothingChangesByTimeAloneBeforeTheDayThatWasForetold() {
        Register register = Register.random(random, 60, DAY);
        Features first = register.features(DAY, GENERAL);
        Scores foretold = score(first);
        int changed = 0;
        for (int ahead = 1; ahead <= 400; ahead++) {
            LocalDate day = DAY.plusDays(ahead);
            Features later = register.features(day, GENERAL);
            Scores scores = score(later);
            for (int row = 0; row < first.size(); row++) {
                boolean same = scores.rankNumber(row) == foretold.rankNumber(row)
                        && scores.score(row) == foretold.score(row)
                        && Arrays.equals(binsOf(scores, row), binsOf(foretold, row))
                        && later.digestHigh(row) == first.digestHigh(row)
                        && later.digestLow(row) == first.digestLow(row);
                if (Days.of(day) < first.nextChange(row)) {
                    assertThat(same).as("row %d on %s", row, day).isTrue();
                } else if (!same) {
                    changed++;
                }
            }
        }
        assertThat(changed).as("days really bring changes").isPositive();
    }

    private static byte[] binsOf(Scores scores, int row) {
        int n = scores.indicators();
        return Arrays.copyOfRange(scores.bins(), row * n, row * n + n);
    }
}
