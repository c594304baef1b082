package org.shuangsuiji.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.risk.RiskOffice.LI;
import static org.shuangsuiji.risk.RiskOffice.WANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.model.DefinitionChange;
import org.shuangsuiji.risk.model.Fault;
import org.shuangsuiji.risk.model.Thresholds;

class ModelsDatabaseTests {
    private static RiskOffice office;
    private static Models models;
    private long model;

    @BeforeAll
    static void opens() {
        office = new RiskOffice();
        models = office.bean(Models.class);
    }

    @BeforeEach
    void installs() {
        office.empty();
        model = models.installGeneral(Actor.SYSTEM);
    }

    @AfterAll
    static void closes() {
        office.close();
    }

    private long draftWithAnotherWeight() {
        return draftWithWeight(9);
    }

    private long draftWithWeight(int weight) {
        long draft = models.draft(model, LI);
        models.change(draft, lock(draft), weight(draft, weight), LI);
        return draft;
    }

    private DefinitionChange weight(long version, int weight) {
        return DefinitionChange.ofWeights(models.version(version, LI).definition(), Map.of("R030301", weight));
    }

    private int lock(long version) {
        return models.version(version, LI).lock();
    }

    private long submitted() {
        long draft = draftWithAnotherWeight();
        models.submit(draft, lock(draft), "处罚的权重偏低", LI);
        return draft;
    }

    private static void assertRefused(String code, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void theGeneralModelIsInstalledOnceAndSaysThatItsWeightsAreADefault() {
        assertThat(models.installGeneral(Actor.SYSTEM)).isEqualTo(model);
        ModelSheet sheet = models.list(LI).get(0);
        assertThat(sheet.code()).isEqualTo("general");
        assertThat(sheet.activeNumber()).isEqualTo(1);
        VersionSheet version = models.version(sheet.activeVersionId(), LI);
        assertThat(version.definition()).isEqualTo(AModel.general());
        assertThat(version.definition().note().zh()).contains("默认值");
        assertThat(version.draftedBy()).isNotEqualTo(version.approvedBy());
        assertThat(office.doors.ledger).extracting(LedgerEntry::event).containsExactly(LedgerEvent.MODEL_CREATED);
        assertThat(office.one("select active_number from risk.read_model")).isEqualTo("1");
    }

    @Test
    void aDraftBecomesTheActiveVersionByASecondPersonOnly() {
        long draft = submitted();
        assertRefused("model-second-person", () -> models.activate(draft, lock(draft), office.today(), LI));
        models.activate(draft, lock(draft), office.today(), WANG);
        assertThat(models.list(LI).get(0).activeVersionId()).isEqualTo(draft);
        assertThat(models.versions(model, LI))
                .extracting(VersionSheet::number, VersionSheet::state)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2, VersionState.ACTIVE),
                        org.assertj.core.api.Assertions.tuple(1, VersionState.RETIRED));
        assertThat(office.doors.followUps).containsExactly("all " + draft);
        assertThat(office.doors.ledger)
                .extracting(LedgerEntry::event)
                .containsExactly(
                        LedgerEvent.MODEL_CREATED,
                        LedgerEvent.MODEL_DRAFTED,
                        LedgerEvent.MODEL_DRAFT_CHANGED,
                        LedgerEvent.MODEL_SUBMITTED,
                        LedgerEvent.MODEL_ACTIVATED);
    }

    @Test
    void theDatabaseItselfRefusesAnApprovalByTheDrafter() {
        long draft = submitted();
        assertThatThrownBy(() -> office.sql("""
                        update risk.model_version set state = 'APPROVED', approved_by = 'li', approved_at = now(),
                            effective_from = current_date where id = ?
                        """, draft)).hasStackTraceContaining("model_version_check");
        office.sql("""
                update risk.model_version set state = 'APPROVED', approved_by = 'wang', approved_at = now(),
                    effective_from = current_date where id = ?
                """, draft);
    }

    @Test
    void aVersionThatHasLeftItsDraftCannotBeChanged() {
        long draft = submitted();
        assertRefused("model-version-state", () -> models.change(draft, lock(draft), weight(draft, 3), LI));
        assertThatThrownBy(() -> office.sql(
                        "update risk.model_version set definition = jsonb_set(definition, '{indicators}', '[]') where id = ?",
                        draft))
                .hasStackTraceContaining("draft a new version to change it");
        models.activate(draft, lock(draft), office.today(), WANG);
        assertThatThrownBy(() -> office.sql("update risk.model_version set effective_from = null where id = ?", draft))
                .hasStackTraceContaining("approval of model version");
        assertThatThrownBy(() -> office.sql("delete from risk.model_version where id = ?", draft))
                .hasStackTraceContaining("stays");
        assertThatThrownBy(() -> office.sql("update risk.model_version set reason = 'x' where number = 1"))
                .hasStackTraceContaining("not changed any more");
    }

    @Test
    void aVersionWaitsForItsDayAndThenTakesEffect() {
        long draft = submitted();
        LocalDate first = office.today().plusDays(9);
        assertRefused(
                "model-effective-in-past",
                () -> models.activate(draft, lock(draft), office.today().minusDays(1), WANG));
        models.activate(draft, lock(draft), first, WANG);
        assertThat(models.version(draft, LI).state()).isEqualTo(VersionState.APPROVED);
        assertThat(office.doors.followUps).isEmpty();

        office.today(first.minusDays(1));
        assertThat(models.takeEffect(office.today(), Actor.SYSTEM)).isZero();
        assertThat(models.version(draft, LI).state()).isEqualTo(VersionState.APPROVED);
        office.today(first);
        assertThat(models.takeEffect(office.today(), Actor.SYSTEM)).isOne();
        assertThat(models.version(draft, LI).state()).isEqualTo(VersionState.ACTIVE);
        assertThat(office.doors.followUps).containsExactly("all " + draft);
        assertThat(models.takeEffect(office.today(), Actor.SYSTEM))
                .as("only once")
                .isZero();
    }

    @Test
    void aVersionIsApprovedForADayWithinOneYearAndNoLater() {
        long draft = submitted();
        LocalDate latest = LocalDate.of(2027, 11, 22);
        assertThat(models.latestEffectiveDay()).isEqualTo(latest);
        assertThatThrownBy(() -> models.activate(draft, lock(draft), latest.plusDays(1), WANG))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("model-effective-too-late");
                    assertThat(refusal.arguments()).containsExactly(latest.plusDays(1), latest);
                });
        assertThat(models.version(draft, LI).state()).isEqualTo(VersionState.SUBMITTED);
        models.activate(draft, lock(draft), latest, WANG);
        assertThat(models.version(draft, LI).state()).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void onlyItsDrafterChangesSubmitsAndDiscardsADraft() {
        long draft = draftWithAnotherWeight();
        assertRefused("model-draft-of-another", () -> models.change(draft, lock(draft), weight(draft, 3), WANG));
        assertRefused("model-draft-of-another", () -> models.submit(draft, lock(draft), "因为我要", WANG));
        assertRefused("model-draft-of-another", () -> models.discard(draft, lock(draft), WANG));
        models.discard(draft, lock(draft), LI);
        assertThat(models.version(draft, LI).state()).isEqualTo(VersionState.DISCARDED);
    }

    @Test
    void aSecondPersonReturnsWhatIsNotGoodEnough() {
        long draft = submitted();
        assertRefused("model-second-person", () -> models.returnToDraft(draft, lock(draft), "不够充分", LI));
        models.returnToDraft(draft, lock(draft), "请说明依据", WANG);
        VersionSheet sheet = models.version(draft, LI);
        assertThat(sheet.state()).isEqualTo(VersionState.DRAFT);
        assertThat(sheet.returnReason()).isEqualTo("请说明依据");
        models.change(draft, lock(draft), weight(draft, 8), LI);
    }

    @Test
    void whoWorkedOnAnOlderStateIsToldAndChangesNothing() {
        long draft = models.draft(model, LI);
        int old = lock(draft);
        models.change(draft, old, weight(draft, 9), LI);
        assertRefused("model-changed-meanwhile", () -> models.change(draft, old, weight(draft, 3), LI));
        assertThat(models.version(draft, LI)
                        .definition()
                        .indicator("R030301")
                        .orElseThrow()
                        .weight())
                .isEqualTo(9);
    }

    @Test
    void aDraftThatMakesNoSenseIsRefusedWithAllItsFaults() {
        long draft = models.draft(model, LI);
        DefinitionChange bad = new DefinitionChange(
                Map.of("R030301", 1001, "R030302", -1), Map.of(), Map.of(), new Thresholds(3, 2, 1), Map.of());
        assertThatThrownBy(() -> models.change(draft, lock(draft), bad, LI))
                .isInstanceOfSatisfying(DefinitionRefused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::where)
                        .containsExactlyInAnyOrder("R030301.weight", "R030302.weight", "model.thresholds"));
        assertThat(models.version(draft, LI).definition()).isEqualTo(AModel.general());
    }

    @Test
    void aDraftWithoutAChangeOrWithoutAReasonIsNotSubmitted() {
        long draft = models.draft(model, LI);
        assertRefused("model-no-difference", () -> models.submit(draft, lock(draft), "没有改动", LI));
        models.change(draft, lock(draft), weight(draft, 9), LI);
        assertRefused("model-reason", () -> models.submit(draft, lock(draft), "改 了", LI));
        models.submit(draft, lock(draft), "改了权重", LI);
    }

    @Test
    void aDraftOfAnOlderVersionCannotReplaceANewerOne() {
        long first = submitted();
        long second = models.draft(model, LI);
        models.change(second, lock(second), weight(second, 4), LI);
        models.submit(second, lock(second), "另一种想法", LI);
        models.activate(first, lock(first), office.today(), WANG);
        assertRefused("model-base-outdated", () -> models.activate(second, lock(second), office.today(), WANG));
    }

    @Test
    void onlyOneApprovedVersionWaits() {
        long first = submitted();
        long second = submitted();
        models.activate(first, lock(first), office.today().plusDays(3), WANG);
        assertRefused(
                "model-another-approved",
                () -> models.activate(second, lock(second), office.today().plusDays(5), WANG));
    }

    @Test
    void anApprovalIsTakenBackUntilItsVersionTakesEffectAndNotAfter() {
        LocalDate day = office.today().plusDays(9);
        long mistaken = submitted();
        models.activate(mistaken, lock(mistaken), day, WANG);
        long other = submitted();
        assertRefused("model-another-approved", () -> models.activate(other, lock(other), day, WANG));

        office.today(day);
        models.withdraw(mistaken, lock(mistaken), "  生效日期填错了 ", LI);
        VersionSheet sheet = models.version(mistaken, LI);
        assertThat(sheet.state()).as("on the morning of its day").isEqualTo(VersionState.WITHDRAWN);
        assertThat(sheet.withdrawReason()).isEqualTo("生效日期填错了");
        assertThat(sheet.withdrawnBy()).isEqualTo("li");
        assertThat(sheet.withdrawnAt()).isEqualTo(office.doors.now);
        assertThat(sheet.approvedBy()).as("that it was approved stays").isEqualTo("wang");
        LedgerEntry entry = office.doors.ledger.get(office.doors.ledger.size() - 1);
        assertThat(entry.event()).isEqualTo(LedgerEvent.MODEL_WITHDRAWN);
        assertThat(entry.reason()).isEqualTo("生效日期填错了");
        assertThat(entry.facts()).containsEntry("effective_from", day.toString());
        assertThat(models.takeEffect(day, Actor.SYSTEM)).isZero();

        models.activate(other, lock(other), day.plusDays(1), WANG);
        office.today(day.plusDays(1));
        assertThat(models.takeEffect(office.today(), Actor.SYSTEM)).isOne();
        assertRefused("model-version-state", () -> models.withdraw(other, lock(other), "不该启用的", WANG));
        assertThat(models.version(other, LI).state()).isEqualTo(VersionState.ACTIVE);
    }

    @Test
    void onlyAnApprovedVersionIsTakenBackAndOnlyOnce() {
        long version = models.draft(model, LI);
        assertRefused("model-version-state", () -> models.withdraw(version, lock(version), "还是草案", WANG));
        models.change(version, lock(version), weight(version, 9), LI);
        models.submit(version, lock(version), "改了权重", LI);
        assertRefused("model-version-state", () -> models.withdraw(version, lock(version), "还没有批准", WANG));
        models.activate(version, lock(version), office.today().plusDays(1), WANG);
        models.withdraw(version, lock(version), "不再需要", WANG);
        assertRefused("model-version-state", () -> models.withdraw(version, lock(version), "再撤一次", WANG));
    }

    @Test
    void anApprovalIsTakenBackWithAReasonBySomebodyWhoseModelItIs() {
        long version = submitted();
        models.activate(version, lock(version), office.today().plusDays(9), WANG);
        assertRefused("model-reason", () -> models.withdraw(version, lock(version), " 错了了 ", WANG));
        int lock = lock(version);
        office.departments();
        office.sql("update risk.model set department_id = 2");
        assertRefused("absent", () -> models.withdraw(version, lock, "日期错了", WANG));
        Actor owner = new Actor("qian", "钱", 2, new Scope("/2/", "150582"));
        assertThat(models.version(version, owner).state()).isEqualTo(VersionState.APPROVED);
        models.withdraw(version, lock, "日期错了", owner);
        assertThat(models.version(version, owner).state()).isEqualTo(VersionState.WITHDRAWN);
    }

    @Test
    void theDatabaseItselfTakesNothingBackThatHasTakenEffectAndChangesNothingThatWasTakenBack() {
        String withdraw = """
                update risk.model_version set state = 'WITHDRAWN', withdrawn_by = 'li', withdrawn_at = now(),
                    withdraw_reason = 'x' where id = ?
                """;
        long first = submitted();
        assertThatThrownBy(() -> office.sql(withdraw, first))
                .hasStackTraceContaining("does not go from SUBMITTED to WITHDRAWN");
        models.activate(first, lock(first), office.today(), WANG);
        assertThatThrownBy(() -> office.sql(withdraw, first))
                .hasStackTraceContaining("does not go from ACTIVE to WITHDRAWN");

        long second = draftWithWeight(7);
        models.submit(second, lock(second), "再改一次", LI);
        models.activate(second, lock(second), office.today().plusDays(1), WANG);
        assertThatThrownBy(() -> office.sql("update risk.model_version set state = 'WITHDRAWN' where id = ?", second))
                .hasStackTraceContaining("model_version_withdrawn");
        assertThatThrownBy(() -> office.sql("update risk.model_version set withdraw_reason = 'x' where id = ?", second))
                .hasStackTraceContaining("model_version_withdrawn");
        office.sql(withdraw, second);
        for (String state : List.of("APPROVED", "ACTIVE", "SUBMITTED")) {
            assertThatThrownBy(() -> office.sql("update risk.model_version set state = ? where id = ?", state, second))
                    .hasStackTraceContaining("not changed any more");
        }
    }

    @Test
    void anApprovalIsTakenBackOrPutInForceButNeverBoth() {
        long withdrawn = submitted();
        models.activate(withdrawn, lock(withdrawn), office.today().plusDays(1), WANG);
        office.today(office.today().plusDays(1));
        int lock = lock(withdrawn);
        assertThat(office.whileOpen(
                        () -> models.withdraw(withdrawn, lock, "日期错了", WANG),
                        () -> models.takeEffect(office.today(), Actor.SYSTEM)))
                .isEqualTo(0);
        assertThat(models.version(withdrawn, LI).state()).isEqualTo(VersionState.WITHDRAWN);

        long kept = submitted();
        models.activate(kept, lock(kept), office.today().plusDays(1), WANG);
        office.today(office.today().plusDays(1));
        int before = lock(kept);
        assertRefused(
                "model-changed-meanwhile",
                () -> office.whileOpen(() -> models.takeEffect(office.today(), Actor.SYSTEM), () -> {
                    models.withdraw(kept, before, "日期错了", WANG);
                    return 0;
                }));
        assertThat(models.version(kept, LI).state()).isEqualTo(VersionState.ACTIVE);
    }

    @Test
    void aModelOfAnotherDepartmentLooksAbsent() {
        office.departments();
        office.sql("update risk.model set department_id = 2");
        assertThat(models.list(LI)).isEmpty();
        assertRefused("absent", () -> models.draft(model, LI));
        assertRefused("absent", () -> models.versions(model, LI));
        Actor below = new Actor("zhao", "赵", 9, new Scope("/2/9/", "150582001"));
        assertThat(models.list(below)).as("a body below reads it").hasSize(1);
        assertRefused("model-of-others", () -> models.draft(model, below));
        Actor owner = new Actor("qian", "钱", 2, new Scope("/2/", "150582"));
        assertThat(models.draft(model, owner)).isPositive();
    }

    /** Who sees a part of the register would change how all of it is graded. */
    @Test
    void theModelOfTheWholeOfficeIsChangedFromAboveAllWhomItGrades() {
        office.departments();
        office.sql("""
                insert into office.department (id, parent_id, path, code, name, short_name, level, function, region)
                overriding system value
                values (3, 1, '/1/3/', '150581-CCC', '甲局一所', '甲一', 'STATION', '市场监管', '150581001')
                """);
        Actor station = new Actor("zhao", "赵", 3, new Scope("/1/3/", "150581001"));
        assertThat(models.list(station).get(0).changeable())
                .as("nobody stands beside the only station")
                .isTrue();
        office.sql("""
                insert into office.department (id, parent_id, path, code, name, short_name, level, function, region)
                overriding system value
                values (4, 1, '/1/4/', '150581-DDD', '甲局二所', '甲二', 'STATION', '市场监管', '150581002')
                """);
        assertThat(models.list(station).get(0).changeable()).isFalse();
        assertThat(models.list(LI).get(0).changeable()).isTrue();
        assertRefused("model-of-others", () -> models.draft(model, station));
        assertRefused("model-of-others", () -> models.requireChangeable(model, station));
        long version = submitted();
        int lock = lock(version);
        assertRefused("model-of-others", () -> models.activate(version, lock, office.today(), station));
        assertRefused("model-of-others", () -> models.returnToDraft(version, lock, "再想一想", station));
        models.activate(version, lock, office.today().plusDays(1), WANG);
        assertRefused("model-of-others", () -> models.withdraw(version, lock(version), "日期错了", station));
    }

    @Test
    void twoPeopleWhoBeginADraftAtOnceBothGetOne() {
        assertThat(office.whileOpen(() -> models.draft(model, LI), () -> models.draft(model, WANG)))
                .isPositive();
        assertThat(models.versions(model, LI)).extracting(VersionSheet::number).containsExactly(3, 2, 1);
    }

    @Test
    void ofTwoVersionsApprovedAtOnceTheSecondIsRefused() {
        long first = submitted();
        long second = draftWithWeight(8);
        models.submit(second, lock(second), "再改一次", LI);
        LocalDate day = office.today().plusDays(1);
        assertRefused(
                "model-another-approved",
                () -> office.whileOpen(() -> models.activate(first, lock(first), day, WANG), () -> {
                    models.activate(second, lock(second), day, WANG);
                    return 0;
                }));
    }

    @Test
    void aComparisonShowsBothDistributionsAndStoresNothing() {
        office.enterprises(300);
        for (long id = 1; id <= 60; id++) {
            office.record(
                    id, RecordKind.PENALTY, office.today().minusDays(id * 7), null, (int) (id % 3) + 1, id * 900, null);
        }
        long draft = models.draft(model, LI);
        Comparison same = models.compare(draft, LI);
        assertThat(same.before()).isEqualTo(same.after());
        assertThat(same.before().graded()).isEqualTo(300);
        assertThat(same.better() + same.worse()).isZero();

        Comparison stricter = models.rehearse(
                draft, new DefinitionChange(Map.of(), Map.of(), Map.of(), new Thresholds(100, 200, 300), Map.of()), LI);
        assertThat(stricter.before()).isEqualTo(same.before());
        assertThat(stricter.after().of(Rank.FOUR)).isGreaterThan(same.after().of(Rank.FOUR));
        assertThat(stricter.worse()).isPositive();
        assertThat(stricter.moves().stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(300);
        assertThat(models.version(draft, LI).definition()).isEqualTo(AModel.general());
        assertThat(office.one("select count(*) from risk.assessment")).isEqualTo("0");
        assertThat(office.doors.reads).contains("li MODEL_COMPARISON model-version:" + draft);
    }

    @Test
    void aComparisonCountsOnlyTheReadersRegion() {
        office.enterprises(70);
        office.sql("update ingest.enterprise set region = '210600' where id <= 20");
        long draft = models.draft(model, LI);
        assertThat(models.compare(draft, LI).before().all()).isEqualTo(50);
    }
}
