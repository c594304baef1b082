package org.shuangsuiji.sampling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Who;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many try at once: one freeze, one draw, and the others are told who and when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneDrawDatabaseTests {
    private static final int PLANNERS = 64;

    private SamplingOffice office;
    private long campaign;

    @BeforeAll
    void open() {
        office = new SamplingOffice();
        office.enterprises(1, 200);
        office.enterprises(4, 20);
        office.inspectors(office.market, 4);
        office.owner()
                .sql("""
                        insert into office.person (account, name, department_id, created_at)
                        select 'planner-' || n, '规划员' || n, :department, now()
                        from generate_series(0, :last) n""")
                .param("department", office.market)
                .param("last", PLANNERS - 1)
                .update();
    }

    @BeforeEach
    void planned() {
        office.at(SamplingOffice.MONDAY);
        campaign = office.the(Campaigns.class).create(office.terms(office.item()), office.planner);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void ofSixtyFourPlannersWhoFreezeOneCampaignOneWins() throws Exception {
        List<Refusal> refused = all(actor -> office.freeze(campaign, actor));
        assertThat(refused).hasSize(PLANNERS - 1).allSatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo("campaign-not-planned");
            assertThat(refusal.arguments().get(2).toString()).startsWith("规划员");
        });
        assertThat(office.book().events("campaign:" + campaign)).containsOnlyOnce(LedgerEvent.FRAME_FROZEN);
        assertThat(count("select count(*) from sampling.draw where campaign_id = :campaign"))
                .isEqualTo(1);
    }

    @Test
    void ofSixtyFourPlannersWhoDrawOneCampaignOneWinsAndTheOthersLearnWhoAndWhen() throws Exception {
        office.freeze(campaign, office.planner);
        office.enterAll(campaign);
        List<Refusal> refused = all(actor -> office.the(RunDraw.class).run(campaign, actor));
        DrawSheet sheet = office.the(Draws.class)
                .ofCampaign(campaign, office.planner.scope())
                .orElseThrow();
        assertThat(refused).hasSize(PLANNERS - 1).allSatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo("already-drawn");
            assertThat(refusal.arguments())
                    .containsExactly(sheet.name(), new Who(requireNonNull(sheet.endedBy())), sheet.endedAt());
        });
        assertThat(sheet.endedBy()).as("the name, not the account").startsWith("规划员");
        assertThat(office.book().events("campaign:" + campaign)).containsOnlyOnce(LedgerEvent.DRAWN);
        assertThat(count("select count(*) from sampling.visit where campaign_id = :campaign"))
                .isEqualTo(sheet.visits());
    }

    @Test
    void aSecondDrawIsRefused() {
        office.freeze(campaign, office.planner);
        office.enterAll(campaign);
        RunDraw run = office.the(RunDraw.class);
        run.run(campaign, office.planner);
        assertThat(Refused.by("already-drawn", () -> run.run(campaign, office.auditor))
                        .arguments())
                .contains(new Who("planner"));
    }

    @Test
    void aPlannedCampaignIsNotDrawn() {
        Refused.by("campaign-not-frozen", () -> office.the(RunDraw.class).run(campaign, office.planner));
    }

    /** What somebody could do who is inside the application, and no command of its pages does. */
    @Test
    void thePlanOfAClosedListStaysAndNumbersAreGivenOutOneByOne() {
        JdbcClient application = JdbcClient.create(office.database.app());
        office.freeze(campaign, office.planner);
        long open = office.the(Campaigns.class).create(office.terms(office.item()), office.planner);
        for (String slip : List.of(
                "update sampling.campaign_source set campaign_id = " + open + " where campaign_id = " + campaign,
                "update sampling.campaign_rate set rank = rank where campaign_id = " + campaign,
                "delete from sampling.campaign_source where campaign_id = " + campaign,
                "update sampling.campaign set state = 'DRAWN' where id = " + open,
                "update sampling.campaign set ends = ends + 1 where id = " + campaign,
                "update sampling.campaign_number set last = last - 1",
                "update sampling.campaign_number set last = last + 2",
                "update sampling.campaign_number set year = year + 1",
                "delete from sampling.campaign_number",
                "delete from sampling.inspector")) {
            assertThatThrownBy(() -> application.sql(slip).update())
                    .as(slip)
                    .rootCause()
                    .message()
                    .containsPattern("permission denied|plan stays|terms stay|one by one|cannot become");
        }
        application
                .sql("update sampling.campaign_source set name = name where campaign_id = " + open)
                .update();
    }

    @Test
    void nobodyIsAddedToADrawThatHasEnded() {
        office.freeze(campaign, office.planner);
        office.enterAll(campaign);
        office.the(RunDraw.class).run(campaign, office.planner);
        JdbcClient application = JdbcClient.create(office.database.app());
        for (String slip : List.of(
                "insert into sampling.visit (draw_id, campaign_id, place, unit, enterprise_id, name, region, ticket)"
                        + " select draw_id, campaign_id, place + 1000, '91150581MA0N000000', enterprise_id, name, region,"
                        + " ticket from sampling.visit where place = 1",
                "insert into sampling.visit_pick (visit_id, department_id, enterprise_id, stratum, place, counts_on)"
                        + " select visit_id, -1, enterprise_id, stratum, place, counts_on from sampling.visit_pick limit 1",
                "insert into sampling.visit_inspector (visit_id, inspector_id, department_id, role, seat)"
                        + " select visit_id, -1, department_id, 'MEMBER', 99 from sampling.visit_inspector limit 1",
                "insert into sampling.unfilled_seat (visit_id, department_id, role, missing)"
                        + " select visit_id, department_id, 'MEMBER', 9 from sampling.visit_inspector limit 1",
                "insert into sampling.visit_pick (visit_id, department_id, enterprise_id, stratum, place, counts_on)"
                        + " select -1, department_id, enterprise_id, stratum, place, counts_on from sampling.visit_pick"
                        + " limit 1")) {
            assertThatThrownBy(() -> application.sql(slip).update())
                    .as(slip)
                    .rootCause()
                    .message()
                    .contains("has ended and what it drew stays");
        }
    }

    @Test
    void aFrameThatWasTamperedWithIsNotDrawnFrom() {
        FreezeFrame.Frozen frozen = office.freeze(campaign, office.planner);
        office.enterAll(campaign);
        office.owner().sql("""
                        update sampling.frame_piece
                        set tsv = convert_to(regexp_replace(convert_from(tsv, 'UTF8'), '[0-9]+\\n', E'150582\\n'), 'UTF8')
                        where draw_id = :draw and piece = 0""").param("draw", frozen.drawId()).update();
        assertThat(Refused.by("draw-disagrees", () -> office.the(RunDraw.class).run(campaign, office.planner))
                        .arguments()
                        .toString())
                .contains("frame-1.tsv");
        assertThat(count("select count(*) from sampling.visit where campaign_id = :campaign"))
                .isZero();
    }

    private int count(String sql) {
        return office.owner()
                .sql(sql)
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    private interface Command {
        Object by(Actor actor);
    }

    /** Lets all planners go at once and says how those were refused who were. */
    private List<Refusal> all(Command command) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(PLANNERS);
        try {
            List<Future<Object>> answers = new ArrayList<>();
            for (int i = 0; i < PLANNERS; i++) {
                Actor actor = new Actor("planner-" + i, "规划员" + i, office.market, office.planner.scope());
                Callable<Object> task = () -> {
                    start.await();
                    try {
                        return command.by(actor);
                    } catch (Refusal refusal) {
                        return refusal;
                    }
                };
                answers.add(threads.submit(task));
            }
            start.countDown();
            List<Refusal> refused = new ArrayList<>();
            for (Future<Object> answer : answers) {
                if (answer.get() instanceof Refusal refusal) {
                    refused.add(refusal);
                }
            }
            return refused;
        } finally {
            threads.shutdownNow();
        }
    }
}
