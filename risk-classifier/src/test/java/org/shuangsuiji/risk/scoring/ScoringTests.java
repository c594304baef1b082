package org.shuangsuiji.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangsuiji.risk.scoring.Register.aFirm;
import static org.shuangsuiji.risk.scoring.Register.aRecord;
import static org.shuangsuiji.risk.scoring.Register.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.AModel;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.Bin;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.Thresholds;
import org.shuangsuiji.risk.model.Veto;

class ScoringTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Register penalties(int number) {
        Register register = new Register().add(aFirm(1));
        for (int i = 0; i < number; i++) {
            register.entries.add(aRecord(i + 1L, 1, RecordKind.PENALTY, DAY.minusDays(i)));
        }
        return register;
    }

    private static Rank rank(Register register, ModelDefinition definition) {
        return register.scores(DAY, definition).rank(0).orElseThrow();
    }

    @Test
    void aScoreReachesTheNextRankExactlyAtItsThreshold() {
        Thresholds thresholds = AModel.ofPenalties().thresholds();
        assertThat(thresholds.rankOf(999)).isEqualTo(Rank.ONE);
        assertThat(thresholds.rankOf(1000)).isEqualTo(Rank.TWO);
        assertThat(thresholds.rankOf(1999)).isEqualTo(Rank.TWO);
        assertThat(thresholds.rankOf(2000)).isEqualTo(Rank.THREE);
        assertThat(thresholds.rankOf(2999)).isEqualTo(Rank.THREE);
        assertThat(thresholds.rankOf(3000)).isEqualTo(Rank.FOUR);
    }

    @Test
    void eachFurtherPenaltyEarnsItsPoints() {
        assertThat(rank(penalties(0), AModel.ofPenalties())).isEqualTo(Rank.ONE);
        assertThat(rank(penalties(1), AModel.ofPenalties())).isEqualTo(Rank.TWO);
        assertThat(rank(penalties(2), AModel.ofPenalties())).isEqualTo(Rank.THREE);
        assertThat(rank(penalties(3), AModel.ofPenalties())).isEqualTo(Rank.FOUR);
    }

    @Test
    void everyBoundOfTheGeneralModelBelongsToTheBinAboveIt() {
        int bounds = 0;
        for (IndicatorDefinition indicator : AModel.general().indicators()) {
            long[] edges =
                    indicator.bins().stream().skip(1).mapToLong(Bin::from).toArray();
            for (int i = 0; i < edges.length; i++) {
                assertThat(Scoring.binOf(edges[i] - 1, edges))
                        .as(indicator.code())
                        .isEqualTo(i);
                assertThat(Scoring.binOf(edges[i], edges)).as(indicator.code()).isEqualTo(i + 1);
                bounds++;
            }
        }
        assertThat(bounds).isGreaterThan(30);
    }

    @Test
    void aFloorHoldsWhateverTheScoreSays() {
        Register register = penalties(0);
        register.entries.add(aRecord(9, 1, RecordKind.DISHONESTY, DAY).until(DAY.plusDays(1)));
        assertThat(rank(register, AModel.ofPenalties())).isEqualTo(Rank.FOUR);
        assertThat(register.scores(DAY.plusDays(1), AModel.ofPenalties()).rank(0))
                .contains(Rank.ONE);
    }

    @Test
    void aCeilingHoldsUnlessAFloorSaysOtherwise() {
        ModelDefinition base = AModel.ofPenalties();
        List<Veto> vetoes = new ArrayList<>(base.vetoes());
        vetoes.add(new Veto("V02", base.name(), "《测试办法》", "R030301", 0, Veto.Effect.CEILING, Rank.TWO));
        ModelDefinition capped = base.with(base.indicators(), base.thresholds(), vetoes);
        Register register = penalties(4);
        assertThat(rank(register, capped)).isEqualTo(Rank.TWO);
        register.entries.add(aRecord(9, 1, RecordKind.DISHONESTY, DAY));
        assertThat(rank(register, capped)).isEqualTo(Rank.FOUR);
    }

    @Test
    void whoIsKnownOnlyFromRecordsIsNotYetGradable() {
        Register register = penalties(3);
        register.firms.set(0, with(register.firms.get(0), Attribute.REGISTERED, "false"));
        assertThat(register.scores(DAY, AModel.ofPenalties()).standing(0)).isEqualTo(Standing.NOT_YET_GRADABLE);
        assertThat(register.scores(DAY, AModel.ofPenalties()).rank(0)).isEmpty();
        register.entries.add(aRecord(9, 1, RecordKind.DISHONESTY, DAY));
        assertThat(rank(register, AModel.ofPenalties()))
                .as("nothing more could be known that makes it worse")
                .isEqualTo(Rank.FOUR);
    }

    @Test
    void whoHasTooFewKnownAttributesIsNotYetGradable() {
        Register register = new Register().add(new Register.Firm(1, aFirm(1).words(), null, null, 0, 0));
        register.firms.set(0, with(register.firms.get(0), Attribute.INDUSTRY, null));
        assertThat(register.scores(DAY, AModel.general()).standing(0)).isEqualTo(Standing.NOT_YET_GRADABLE);
        register.firms.set(0, with(register.firms.get(0), Attribute.INDUSTRY, "5101"));
        assertThat(register.scores(DAY, AModel.general()).standing(0)).isEqualTo(Standing.GRADED);
    }

    @Test
    void whoWasDeregisteredIsNotCovered() {
        Register register = penalties(1);
        register.firms.set(0, with(register.firms.get(0), Attribute.STATUS, "DEREGISTERED"));
        Scores scores = register.scores(DAY, AModel.ofPenalties());
        assertThat(scores.standing(0)).isEqualTo(Standing.NOT_COVERED);
        assertThat(scores.rankNumber(0)).isZero();
    }

    @Test
    void anExplanationAddsUpToTheScoreAndNamesTheRecords() {
        Register register = new Register()
                .add(
                        aFirm(1),
                        aRecord(11, 1, RecordKind.PENALTY, LocalDate.of(2025, 3, 1))
                                .until(LocalDate.of(2026, 12, 24)),
                        aRecord(12, 1, RecordKind.PENALTY, LocalDate.of(2024, 3, 1)),
                        aRecord(13, 1, RecordKind.PENALTY, LocalDate.of(2021, 3, 1)));
        Explanation why = register.explain(1, DAY, AModel.ofPenalties());
        assertThat(why.rank()).contains(Rank.THREE);
        assertThat(why.score()).isEqualTo(2000);
        Explanation.Reason reason = why.reasons().get(0);
        assertThat(reason.value()).hasValue(2);
        assertThat(reason.points()).isEqualTo(20);
        assertThat(reason.contribution()).isEqualTo(2000);
        assertThat(reason.records())
                .extracting(
                        Explanation.Behind::recordId, behind -> behind.until().orElseThrow())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(11L, LocalDate.of(2026, 12, 24)),
                        org.assertj.core.api.Assertions.tuple(12L, LocalDate.of(2027, 3, 1)));
        assertThat(why.nextChange()).contains(LocalDate.of(2026, 12, 24));
        assertThat(why.vetoes()).isEmpty();
    }
}
