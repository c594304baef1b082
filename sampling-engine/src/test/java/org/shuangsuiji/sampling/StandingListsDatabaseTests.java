package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.TermsRefused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draw that did not please cannot be drawn again quietly by planning the same a second time (DR-1 §1, 3). */
class StandingListsDatabaseTests {
    private static final String REASON = "上级部署的专项检查单独立项";
    private static final int INDEX = 2;

    private SamplingOffice office;
    private long item;

    @BeforeEach
    void open() {
        office = new SamplingOffice();
        office.enterprises(4, 10);
        office.inspectors(office.market, 4);
        item = office.item();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private long plan(long item, LocalDate starts, LocalDate ends) {
        office.at(SamplingOffice.MONDAY);
        return office.the(Campaigns.class)
                .create(Terms.of(office.terms(item)).period(starts, ends).build(), office.planner);
    }

    private long plan() {
        return plan(item, SamplingOffice.STARTS, SamplingOffice.ENDS);
    }

    private FreezeFrame.Frozen freeze(long campaign, String reason) {
        return office.freeze(campaign, reason, office.planner);
    }

    /** A list of the item with three visits, frozen alone and drawn; says its draw. */
    private long drawn() {
        long campaign = plan();
        long draw = freeze(campaign, null).drawId();
        office.enterAll(campaign);
        assertThat(office.the(RunDraw.class).run(campaign, office.planner).visits())
                .isEqualTo(3);
        return draw;
    }

    private List<StandingList> standing(long campaign) {
        return office.the(Campaigns.class).standing(campaign, office.planner.scope());
    }

    /** The visits of the draw, in the order of their places, are in these states. */
    private void visits(long draw, String... states) {
        for (int place = 1; place <= states.length; place++) {
            office.owner()
                    .sql("""
                            insert into publication.visit (visit_id, campaign_id, draw_id, department_id,
                                department_name, campaign_number, campaign_name, basis, enterprise_id, credit_code,
                                enterprise_name, region, starts, ends, state, opened_at)
                            select v.id, v.campaign_id, v.draw_id, c.department_id, '', c.number, c.name, '',
                                   v.enterprise_id, v.unit, v.name, v.region, c.starts, c.ends, :state, now()
                            from sampling.visit v join sampling.campaign c on c.id = v.campaign_id
                            where v.draw_id = :draw and v.place = :place""")
                    .param("draw", draw)
                    .param("place", place)
                    .param("state", states[place - 1])
                    .update();
        }
    }

    @Test
    void whileVisitsOfADrawnListAreOwedAnotherOfTheItemIsClosedOnlyWithAReason() {
        long first = drawn();
        long second = plan();
        assertThat(standing(second)).singleElement().satisfies(list -> {
            assertThat(list.drawId()).isEqualTo(first);
            assertThat(list.drawn()).isTrue();
            assertThat(list.visits()).isEqualTo(3);
            assertThat(list.finished()).isZero();
        });
        for (String nothing : new String[] {null, "", "  \n"}) {
            assertThat(Refused.by("further-list", () -> freeze(second, nothing)).arguments())
                    .satisfiesExactly(
                            numbers -> assertThat(numbers).asInstanceOf(LIST).hasSize(1),
                            unfinished -> assertThat(unfinished).isEqualTo(3));
        }
        Campaign planned = office.the(Campaigns.class).get(second, office.planner.scope());
        assertThat(planned.state()).isEqualTo(Campaign.State.PLANNED);

        FreezeFrame.Frozen frozen = freeze(second, "  " + REASON + "\n");
        assertThat(kept(frozen.drawId())).containsExactly(REASON + " " + first + " drawn 0/3");
        LedgerEntry entry = frozenEntry(second);
        assertThat(entry.reason()).isEqualTo(REASON);
        assertThat(entry.facts().get("beside")).endsWith("1号 0/3");
        assertThat(entry.facts()).doesNotContainKey("besideEnded");
    }

    /** Reason, draw that it names, how far that had come, finished and all of its visits. */
    private List<String> kept(long draw) {
        return office.owner().sql("""
                        select reason || ' ' || standing_draw_id || ' '
                               || case when drawn then 'drawn' when ended then 'ended' else 'waiting' end || ' '
                               || finished || '/' || visits
                        from sampling.read_further_draw where draw_id = :draw order by standing_draw_id""").param("draw", draw).query(String.class).list();
    }

    @Test
    void aReasonHasTenToFiveHundredCharactersThatCanBePublished() {
        drawn();
        long second = plan();
        assertThat(Refused.by("further-reason-length", () -> freeze(second, "理".repeat(9)))
                        .arguments())
                .containsExactly(10, 500, 9);
        Refused.by("further-reason-length", () -> freeze(second, "理".repeat(501)));
        Refused.by("further-reason-length", () -> freeze(second, "𠮷".repeat(9)));
        Refused.by("further-reason-unreadable", () -> freeze(second, "reason enough: cafe\u0301"));
        Refused.by("further-reason-unreadable", () -> freeze(second, "reason enough\u0000"));
        Refused.by("further-reason-unreadable", () -> freeze(second, "reason enough\ud842"));
        assertThat(kept(freeze(second, "𠮷".repeat(10)).drawId())).hasSize(1);
        assertThat(kept(freeze(plan(), "理".repeat(500)).drawId())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "PASSED", "PUBLISHED"})
    void onceEveryResultIsHandedInTheListStandsNoLonger(String state) {
        visits(drawn(), state, state, state);
        long second = plan();
        assertThat(standing(second)).isEmpty();
        assertThat(kept(freeze(second, REASON).drawId())).as("nothing to say").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "REGISTERED", "DRAFT", "RETURNED", "WITHDRAWN"})
    void oneVisitStillOwedKeepsTheListStanding(String state) {
        long first = drawn();
        visits(first, "SUBMITTED", state, "PUBLISHED");
        long second = plan();
        assertThat(Refused.by("further-list", () -> freeze(second, null)).arguments())
                .last()
                .isEqualTo(1);
        assertThat(kept(freeze(second, REASON).drawId())).containsExactly(REASON + " " + first + " drawn 2/3");
    }

    @Test
    void toPlanForTheDayAfterLeavesTheReasonOwed() {
        drawn();
        long lastDay = plan(item, SamplingOffice.ENDS, SamplingOffice.ENDS.plusDays(30));
        assertThat(standing(lastDay)).hasSize(1);
        long dayAfter = plan(item, SamplingOffice.ENDS.plusDays(1), SamplingOffice.ENDS.plusDays(30));
        assertThat(standing(dayAfter)).hasSize(1);
        Refused.by("further-list", () -> freeze(dayAfter, null));
        assertThat(kept(freeze(dayAfter, REASON).drawId())).hasSize(1);
    }

    @Test
    void theNextRevisionOfAnItemIsTheSameItemAndAnotherItemIsNot() {
        drawn();
        Items items = office.the(Items.class);
        Item old = items.get(item, office.planner.scope());
        ItemTerms terms = new ItemTerms(
                old.code(),
                office.market,
                "登记事项检查（修订）",
                Item.Category.GENERAL,
                "《企业信息公示暂行条例》第十四条",
                Set.of(SubjectKind.ENTERPRISE),
                Set.of(Item.Method.ON_SITE),
                "",
                List.of());
        long revised = items.change(item, old.lockVersion(), terms, office.planner);
        items.publish(revised, office.planner);
        long second = plan(revised, SamplingOffice.STARTS, SamplingOffice.ENDS);
        Refused.by("further-list", () -> freeze(second, null));
        long other = plan(office.item(), SamplingOffice.STARTS, SamplingOffice.ENDS);
        assertThat(kept(freeze(other, null).drawId())).isEmpty();
    }

    @Test
    void theSameNameUnderAnotherCodeIsTheSameItem() {
        drawn();
        String name = office.the(Items.class).get(item, office.planner.scope()).name();
        long retyped = office.named("RETYPED-1", name.replace(" ", "　"), "登记");
        long second = plan(retyped, SamplingOffice.STARTS, SamplingOffice.ENDS);
        Refused.by("further-list", () -> freeze(second, null));
    }

    /** The body above in the same region visits the same enterprises for the same. */
    @Test
    void theOfficeAboveInTheSameRegionKnowsOfTheLists() {
        long draw = drawn();
        office.at(SamplingOffice.MONDAY);
        long above = office.the(Campaigns.class)
                .create(
                        Terms.of(office.terms(item))
                                .department(office.chief.departmentId())
                                .build(),
                        office.chief);
        Campaigns campaigns = office.the(Campaigns.class);
        assertThat(campaigns.standing(above, office.chief.scope()))
                .extracting(StandingList::drawId)
                .containsExactly(draw);
        lies(office.chief.departmentId(), "150581000000");
        assertThat(campaigns.standing(above, office.chief.scope()))
                .as("the same county, written with noughts for all of it")
                .extracting(StandingList::drawId)
                .containsExactly(draw);
        lies(office.chief.departmentId(), "150500");
        assertThat(campaigns.standing(above, office.chief.scope()))
                .as("a city draws among others than one county")
                .isEmpty();
    }

    private void lies(long department, String region) {
        office.owner()
                .sql("update office.department set region = :region where id = :id")
                .param("region", region)
                .param("id", department)
                .update();
    }

    @Test
    void twoListsClosedAtOnceKnowOfEachOther() {
        long first = plan();
        long firstDraw = freeze(first, null).drawId();
        long second = plan();
        assertThat(standing(second)).singleElement().satisfies(list -> assertThat(list.drawn())
                .isFalse());
        Refused.by("further-list", () -> freeze(second, null));
        assertThat(kept(freeze(second, REASON).drawId())).containsExactly(REASON + " " + firstDraw + " waiting 0/3");
    }

    private void abandon(long campaign) {
        office.the(AbandonDraw.class).abandon(campaign, "名单口径有误", office.planner);
    }

    /** The index and its fallback stay silent, and somebody else than the planner says so. */
    private void fail(long campaign) {
        office.at(SamplingOffice.MONDAY.plus(Duration.ofHours(25 + 48 + 24)));
        office.the(StateSource.class)
                .state(campaign, INDEX, SourceStatement.Says.BOTH_SILENT, "交易所公告停市两日", office.colleague);
        office.the(FailDraw.class).declare(campaign, INDEX, "交易所停市，两日均无收盘", office.planner);
    }

    private String number(long campaign) {
        return office.the(Campaigns.class).get(campaign, office.planner.scope()).number();
    }

    private LedgerEntry frozenEntry(long campaign) {
        return office.book().entries.stream()
                .filter(one ->
                        one.event() == LedgerEvent.FRAME_FROZEN && one.subject().equals("campaign:" + campaign))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListThatEndedWithoutADrawIsNamedWithAReasonByTheNextOfItsItemAndByThatAlone(boolean failed) {
        long first = plan();
        long firstDraw = freeze(first, null).drawId();
        if (failed) {
            fail(first);
        } else {
            abandon(first);
        }
        long second = plan();
        assertThat(standing(second)).singleElement().satisfies(list -> {
            assertThat(list.drawId()).isEqualTo(firstDraw);
            assertThat(list.campaignId()).isEqualTo(first);
            assertThat(list.state()).isEqualTo(StandingList.State.ENDED);
            assertThat(list.visits()).isEqualTo(3);
            assertThat(list.unfinished()).as("nobody is visited for it").isZero();
        });
        assertThat(Refused.by("further-ended", () -> freeze(second, " ")).arguments())
                .containsExactly(List.of(number(first)));
        Refused.by("further-reason-length", () -> freeze(second, "理".repeat(9)));

        long secondDraw = freeze(second, REASON).drawId();
        assertThat(kept(secondDraw)).containsExactly(REASON + " " + firstDraw + " ended 0/3");
        LedgerEntry entry = frozenEntry(second);
        assertThat(entry.reason()).isEqualTo(REASON);
        assertThat(entry.facts()).containsEntry("besideEnded", number(first)).doesNotContainKey("beside");

        abandon(second);
        assertThat(standing(plan()))
                .as("the first was named once")
                .extracting(StandingList::drawId)
                .containsExactly(secondDraw);
    }

    @Test
    void whoWasNamedWhileItStillWaitedIsNamedAgainWhenItEnded() {
        long first = plan();
        long firstDraw = freeze(first, null).drawId();
        freeze(plan(), REASON);
        abandon(first);
        assertThat(standing(plan()))
                .filteredOn(StandingList::ended)
                .extracting(StandingList::drawId)
                .containsExactly(firstDraw);
    }

    @Test
    void theRedrawOfAnEndedListNamesItInItsRuleAndIsAskedForNoFurtherReason() {
        long first = plan();
        freeze(first, null);
        abandon(first);
        long again = again(first);
        assertThat(standing(again)).isEmpty();
        long meanwhile = plan();
        assertThat(standing(meanwhile))
                .as("a redraw that is only planned has named nothing yet")
                .hasSize(1);
        FreezeFrame.Frozen redrawn = freeze(again, null);
        assertThat(kept(redrawn.drawId())).isEmpty();
        assertThat(new String(
                        office.the(Draws.class).rule(redrawn.drawId(), office.planner.scope()), StandardCharsets.UTF_8))
                .contains("原名单漏列一户");
        assertThat(standing(meanwhile))
                .as("the redraw stands, and the rule of it names the first")
                .extracting(StandingList::drawId)
                .containsExactly(redrawn.drawId());
    }

    /** Or a decoy would carry the name of the ended list, and the list itself could be drawn anew without a word. */
    @Test
    void theRedrawOfAListIsOfTheSameItem() {
        long first = plan();
        freeze(first, null);
        abandon(first);
        Campaigns campaigns = office.the(Campaigns.class);
        long other = office.item();
        long again = again(first);
        int lock = campaigns.get(again, office.planner.scope()).lockVersion();
        assertOnlyTheItemIsRefused(() -> campaigns.change(again, lock, office.terms(other), office.planner));
        String name = office.the(Items.class).get(item, office.planner.scope()).name();
        long retyped = office.named("RETYPED-2", name, "登记");
        campaigns.change(again, lock, office.terms(retyped), office.planner);
        long unrelated = plan(other, SamplingOffice.STARTS, SamplingOffice.ENDS);
        int free = campaigns.get(unrelated, office.planner.scope()).lockVersion();
        campaigns.change(unrelated, free, office.terms(item), office.planner);
    }

    private static void assertOnlyTheItemIsRefused(ThrowingCallable command) {
        assertThat(((TermsRefused) Refused.by("terms", command)).faults())
                .extracting(TermsRefused.Fault::field, TermsRefused.Fault::code)
                .containsExactly(tuple("itemId", "redraw-item"));
    }

    private long again(long campaign) {
        return office.again(campaign, "原名单漏列一户");
    }

    @Test
    void theRedrawOfOneListNamesAnotherThatEnded() {
        long first = plan();
        freeze(first, null);
        long second = plan();
        long secondDraw = freeze(second, REASON).drawId();
        abandon(first);
        abandon(second);
        long again = again(first);
        assertThat(Refused.by("further-ended", () -> freeze(again, null)).arguments())
                .containsExactly(List.of(number(second)));
        assertThat(kept(freeze(again, REASON).drawId())).containsExactly(REASON + " " + secondDraw + " ended 0/3");
    }

    @Test
    void besideVisitsStillOwedAnEndedListIsToldApart() {
        long firstDraw = drawn();
        long second = plan();
        long secondDraw = freeze(second, REASON).drawId();
        abandon(second);
        long third = plan();
        List<StandingList> standing = standing(third);
        String first = standing.get(0).number();
        assertThat(Refused.by("further-list-ended", () -> freeze(third, null)).arguments())
                .containsExactly(List.of(first), 3, List.of(number(second)));
        assertThat(kept(freeze(third, REASON).drawId()))
                .containsExactly(REASON + " " + firstDraw + " drawn 0/3", REASON + " " + secondDraw + " ended 0/3");
        assertThat(frozenEntry(third).facts())
                .containsEntry("beside", first + " 0/3")
                .containsEntry("besideEnded", number(second));

        Campaigns campaigns = office.the(Campaigns.class);
        assertThat(campaigns.endedWithin(standing, office.planner.scope()))
                .as("only an ended one is planned anew")
                .extracting(StandingList::campaignId)
                .containsExactly(second);
        assertThat(campaigns.endedWithin(standing, office.stranger.scope())).isEmpty();
    }

    @Test
    void anEndedListOfAnotherItemIsNotAskedFor() {
        long first = plan();
        freeze(first, null);
        abandon(first);
        long other = plan(office.item(), SamplingOffice.STARTS, SamplingOffice.ENDS);
        assertThat(standing(other)).isEmpty();
        assertThat(kept(freeze(other, null).drawId())).isEmpty();
    }

    @Test
    void noListIsKeptAsBothDrawnAndEnded() {
        long first = drawn();
        long further = freeze(plan(), REASON).drawId();
        assertThatThrownBy(() -> JdbcClient.create(office.database.app())
                        .sql("""
                                insert into sampling.standing_list
                                    (draw_id, standing_draw_id, drawn, ended, visits, finished)
                                values (:draw, :standing, true, true, 3, 0)""")
                        .param("draw", further)
                        .param("standing", first)
                        .update())
                .hasStackTraceContaining("standing_list_ended_undrawn");
    }

    @Test
    void whatAListStoodBesideIsWrittenOnceAndStays() {
        long first = drawn();
        freeze(plan(), REASON);
        var application = JdbcClient.create(office.database.app());
        for (String rewrite : List.of(
                "update sampling.further_draw set reason = repeat('x', 10)",
                "delete from sampling.further_draw",
                "update sampling.standing_list set finished = 1",
                "delete from sampling.standing_list")) {
            assertThatThrownBy(() -> application.sql(rewrite).update())
                    .as(rewrite)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> application
                        .sql("insert into sampling.further_draw (draw_id, reason) values (:draw, repeat('x', 10))")
                        .param("draw", first)
                        .update())
                .hasStackTraceContaining("has ended and what it stood beside stays");
    }
}
