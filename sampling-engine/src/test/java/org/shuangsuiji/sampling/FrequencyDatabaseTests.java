package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Refusal;

/** At most n visits in m months (抽查频次), on both sides of each. */
class FrequencyDatabaseTests {
    private SamplingOffice office;
    private long item;

    @BeforeEach
    void open() {
        office = new SamplingOffice();
        office.enterprises(1, 4);
        office.enterprises(4, 6);
        office.inspectors(office.market, 4);
        item = office.item();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static List<CampaignRate> everybodyOfRankFour(Integer most, Integer months) {
        return List.of(
                new CampaignRate((short) 1, 0, null, null),
                new CampaignRate((short) 2, 0, null, null),
                new CampaignRate((short) 3, 0, null, null),
                new CampaignRate((short) 4, CampaignRate.WHOLE, most, months));
    }

    /** Visits everybody of rank 4 by the last day of December 2026. */
    private void visitEverybodyOfRankFour() {
        office.at(SamplingOffice.MONDAY);
        long campaign = office.the(Campaigns.class)
                .create(
                        Terms.of(office.terms(item))
                                .rates(everybodyOfRankFour(null, null))
                                .build(),
                        office.planner);
        office.freeze(campaign, SamplingOffice.FURTHER, office.planner);
        office.enterAll(campaign);
        assertThat(office.the(RunDraw.class).run(campaign, office.planner).visits())
                .isEqualTo(6);
    }

    private Preview preview(LocalDate starts, Integer most, Integer months) {
        return office.the(Campaigns.class)
                .preview(
                        Terms.of(office.terms(item))
                                .rates(everybodyOfRankFour(most, months))
                                .period(starts, starts.plusMonths(1))
                                .build(),
                        office.planner);
    }

    @Test
    void whoIsAtTheMostLeavesTheFrameWithThatReasonAndComesBackTheDayAfterTheMonths() {
        visitEverybodyOfRankFour();
        LocalDate lastDay = SamplingOffice.ENDS.plusMonths(6);

        Preview within = preview(lastDay, 1, 6);
        assertThat(within.excluded()).containsExactly(Map.entry(Exclusion.AT_MOST, 6));
        assertThat(within.lines().get(3).atMost()).isEqualTo(6);
        assertThat(within.eligible()).as("rank 1 was not visited").isEqualTo(4);

        Preview after = preview(lastDay.plusDays(1), 1, 6);
        assertThat(after.excluded()).isEmpty();
        assertThat(after.eligible()).isEqualTo(10);
    }

    /** The teams handed in what they found on this day, at every visit. */
    private void everyTeamWasThereOn(LocalDate day) {
        office.owner().sql("""
                        with opened as (
                            insert into publication.visit (visit_id, campaign_id, draw_id, department_id,
                                department_name, campaign_number, campaign_name, basis, enterprise_id, credit_code,
                                enterprise_name, region, starts, ends, state, opened_at)
                            select v.id, v.campaign_id, v.draw_id, c.department_id, '', c.number, c.name, '',
                                   v.enterprise_id, v.unit, v.name, v.region, c.starts, c.ends, 'SUBMITTED', now()
                            from sampling.visit v join sampling.campaign c on c.id = v.campaign_id)
                        insert into publication.visit_inspector (visit_id, inspector_id, staff_no, name, role, seat)
                        select visit_id, inspector_id, '', '', role, seat from sampling.visit_inspector""").update();
        office.owner().sql("""
                        insert into publication.result (visit_id, version, set_code, submitted, inspected_on, methods,
                            entered_by, entered_by_name, inspector_id, second_inspector_id, entered_at)
                        select visit_id, 1, (select min(set_code) from publication.category_set), true, :day, '{}', 'a',
                               'a', min(inspector_id), max(inspector_id), now()
                        from publication.visit_inspector group by visit_id""").param("day", day).update();
    }

    private void on(LocalDate day) {
        office.at(day.atTime(9, 0).atZone(office.the(Clock.class).getZone()).toInstant());
    }

    @Test
    void aVisitThatTookPlaceAfterTheCampaignsLastDayCountsOnTheDayItTookPlace() {
        visitEverybodyOfRankFour();
        LocalDate late = SamplingOffice.ENDS.plusDays(40);
        on(late);
        everyTeamWasThereOn(late);
        LocalDate lastDay = late.plusMonths(6);

        assertThat(preview(lastDay, 1, 6).excluded()).containsExactly(Map.entry(Exclusion.AT_MOST, 6));
        assertThat(preview(lastDay.plusDays(1), 1, 6).excluded()).isEmpty();
    }

    @Test
    void aVisitInItsPeriodCountsOnTheLastDayOfTheCampaignHoweverLongAgoThatIs() {
        visitEverybodyOfRankFour();
        everyTeamWasThereOn(SamplingOffice.ENDS);
        LocalDate lastDay = SamplingOffice.ENDS.plusMonths(6);
        on(lastDay);

        assertThat(preview(lastDay, 1, 6).excluded()).containsExactly(Map.entry(Exclusion.AT_MOST, 6));
        assertThat(preview(lastDay.plusDays(1), 1, 6).excluded()).isEmpty();
    }

    @Test
    void anOverdueVisitIsStillToComeAndSoCountsToday() {
        visitEverybodyOfRankFour();
        LocalDate today = SamplingOffice.ENDS.plusMonths(7);
        on(today);
        LocalDate lastDay = today.plusMonths(6);

        assertThat(preview(today, 1, 6).excluded()).containsExactly(Map.entry(Exclusion.AT_MOST, 6));
        assertThat(preview(lastDay, 1, 6).excluded()).containsExactly(Map.entry(Exclusion.AT_MOST, 6));
        assertThat(preview(lastDay.plusDays(1), 1, 6).excluded()).isEmpty();
    }

    @Test
    void whoStandsInAListThatWaitsBeyondItsLastDayMayStillBeDrawnFromIt() {
        office.at(SamplingOffice.MONDAY);
        office.freeze(plan(wholeRankFour(1)), SamplingOffice.FURTHER, office.planner);
        LocalDate today = SamplingOffice.ENDS.plusMonths(13);
        on(today);

        assertThat(preview(today, 1, 12).excluded()).containsExactly(Map.entry(Exclusion.PENDING_DRAW, 6));
        assertThat(preview(today.plusMonths(12).plusDays(1), 1, 12).excluded()).isEmpty();
    }

    @Test
    void theNthVisitIsTheLast() {
        visitEverybodyOfRankFour();
        assertThat(preview(SamplingOffice.STARTS, 2, 12).eligible())
                .as("one visit of two")
                .isEqualTo(10);
        visitEverybodyOfRankFour();
        assertThat(preview(SamplingOffice.STARTS, 2, 12).eligible())
                .as("two visits of two")
                .isEqualTo(4);
        assertThat(preview(SamplingOffice.STARTS, 3, 12).eligible()).isEqualTo(10);
    }

    private long plan(CampaignRate rankFour) {
        return office.the(Campaigns.class)
                .create(
                        Terms.of(office.terms(item))
                                .rates(List.of(
                                        new CampaignRate((short) 1, 5000, null, null),
                                        new CampaignRate((short) 2, 0, null, null),
                                        new CampaignRate((short) 3, 0, null, null),
                                        rankFour))
                                .build(),
                        office.planner);
    }

    private static CampaignRate wholeRankFour(int most) {
        return new CampaignRate((short) 4, CampaignRate.WHOLE, most, 12);
    }

    @Test
    void whoMayBeDrawnFromAListThatWaitsForItsDrawIsNotPutOnAnotherBeyondTheMost() {
        office.at(SamplingOffice.MONDAY);
        long first = plan(wholeRankFour(1));
        office.freeze(first, SamplingOffice.FURTHER, office.planner);
        assertThat(preview(SamplingOffice.STARTS, 1, 12).excluded())
                .containsExactly(Map.entry(Exclusion.PENDING_DRAW, 6));
        assertThat(preview(SamplingOffice.STARTS, 2, 12).excluded())
                .as("twice is allowed here, and once there")
                .containsExactly(Map.entry(Exclusion.PENDING_DRAW, 6));
        long second = plan(wholeRankFour(1));
        assertThat(Refused.by("lists-wait", () -> office.freeze(second, SamplingOffice.FURTHER, office.planner))
                        .arguments())
                .as("left out, they would be known by their rank")
                .containsExactly(6);
        office.enterAll(first);
        office.the(RunDraw.class).run(first, office.planner);
        office.at(SamplingOffice.MONDAY);
        assertThat(office.freeze(second, SamplingOffice.FURTHER, office.planner).size())
                .as("the six were visited")
                .isEqualTo(4);
    }

    /** Drawn first, the new list would use up what the waiting one allows. */
    @Test
    void aListWithoutALimitWaitsForAnOlderOneThatHasOne() {
        office.at(SamplingOffice.MONDAY);
        long limited = plan(wholeRankFour(1));
        office.freeze(limited, SamplingOffice.FURTHER, office.planner);
        long unlimited = plan(new CampaignRate((short) 4, CampaignRate.WHOLE, null, null));
        assertThat(Refused.by("lists-wait", () -> office.freeze(unlimited, SamplingOffice.FURTHER, office.planner))
                        .arguments())
                .containsExactly(6);
        office.enterAll(limited);
        office.the(RunDraw.class).run(limited, office.planner);
        office.at(SamplingOffice.MONDAY);
        assertThat(office.freeze(unlimited, SamplingOffice.FURTHER, office.planner)
                        .size())
                .isEqualTo(10);
    }

    @Test
    void aListThatAllowsOneMoreKeepsNoOtherWaiting() {
        office.at(SamplingOffice.MONDAY);
        office.freeze(plan(wholeRankFour(2)), SamplingOffice.FURTHER, office.planner);
        CampaignRate unlimited = new CampaignRate((short) 4, CampaignRate.WHOLE, null, null);
        assertThat(office.freeze(plan(unlimited), SamplingOffice.FURTHER, office.planner)
                        .size())
                .isEqualTo(10);
        assertThat(Refused.by(
                                "lists-wait",
                                () -> office.freeze(plan(unlimited), SamplingOffice.FURTHER, office.planner))
                        .arguments())
                .as("with both before it the first could be one too many")
                .containsExactly(6);
    }

    @Test
    void anAbandonedListKeepsNobodyFromTheNext() {
        office.at(SamplingOffice.MONDAY);
        long first = plan(wholeRankFour(1));
        office.freeze(first, SamplingOffice.FURTHER, office.planner);
        office.the(AbandonDraw.class).abandon(first, "名单口径有误", office.planner);
        assertThat(preview(SamplingOffice.STARTS, 1, 12).excluded()).isEmpty();
    }

    @Test
    void listsClosedAtTheSameMomentSeeEachOther() throws Exception {
        office.at(SamplingOffice.MONDAY);
        List<Long> campaigns = List.of(plan(wholeRankFour(1)), plan(wholeRankFour(1)), plan(wholeRankFour(1)));
        var people = Executors.newFixedThreadPool(campaigns.size());
        List<Future<FreezeFrame.Frozen>> frozen = new ArrayList<>();
        for (long campaign : campaigns) {
            frozen.add(people.submit(() -> office.freeze(campaign, SamplingOffice.FURTHER, office.planner)));
        }
        int closed = 0;
        for (var one : frozen) {
            try {
                assertThat(one.get().size()).isEqualTo(10);
                closed++;
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("lists-wait"));
            }
        }
        people.shutdown();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void theReasonIsKeptWithTheFrozenList() {
        visitEverybodyOfRankFour();
        office.at(SamplingOffice.MONDAY);
        long campaign = office.the(Campaigns.class)
                .create(
                        Terms.of(office.terms(item))
                                .rates(List.of(
                                        new CampaignRate((short) 1, 5000, null, null),
                                        new CampaignRate((short) 2, 0, null, null),
                                        new CampaignRate((short) 3, 0, null, null),
                                        new CampaignRate((short) 4, CampaignRate.WHOLE, 1, 12)))
                                .build(),
                        office.planner);
        FreezeFrame.Frozen frozen = office.freeze(campaign, SamplingOffice.FURTHER, office.planner);
        assertThat(frozen.size()).isEqualTo(4);
        assertThat(leftOut(frozen, Exclusion.AT_MOST)).hasSize(6).allSatisfy(row -> assertThat(row.name())
                .startsWith("企业4-"));
    }

    @Test
    void whoReadsWhomTheMostVisitsOfARankLeaveOutIsNotedAsHavingReadARank() {
        visitEverybodyOfRankFour();
        office.at(SamplingOffice.MONDAY);
        FreezeFrame.Frozen graded = office.freeze(
                plan(new CampaignRate((short) 4, CampaignRate.WHOLE, 1, 12)), SamplingOffice.FURTHER, office.planner);
        List<String> reads = office.book().gradeReads;
        reads.clear();
        leftOut(graded, Exclusion.STATUS);
        assertThat(reads).isEmpty();
        assertThat(leftOut(graded, Exclusion.AT_MOST)).isNotEmpty();
        assertThat(reads).containsExactly("LIST draw:" + graded.drawId());
    }

    @Test
    void theMostVisitsOfAListWithoutRanksTellOfNone() {
        visitEverybodyOfRankFour();
        office.at(SamplingOffice.MONDAY);
        long campaign = office.the(Campaigns.class)
                .create(
                        Terms.of(office.terms(item))
                                .ungraded(new CampaignRate(CampaignRate.ALL, 5000, 1, 12))
                                .build(),
                        office.planner);
        FreezeFrame.Frozen open = office.freeze(campaign, SamplingOffice.FURTHER, office.planner);
        office.book().gradeReads.clear();
        assertThat(leftOut(open, Exclusion.AT_MOST)).isNotEmpty();
        assertThat(office.book().gradeReads).isEmpty();
    }

    private List<Frames.ExcludedRow> leftOut(FreezeFrame.Frozen frozen, Exclusion reason) {
        return office.the(Draws.class).excluded(frozen.drawId(), reason, 100, office.planner);
    }
}
