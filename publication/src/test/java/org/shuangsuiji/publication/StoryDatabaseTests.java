package org.shuangsuiji.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.shuangsuiji.publication.PublicationFixture.LI;
import static org.shuangsuiji.publication.PublicationFixture.OTHER_OFFICE;
import static org.shuangsuiji.publication.PublicationFixture.REVIEWER;
import static org.shuangsuiji.publication.PublicationFixture.TODAY;
import static org.shuangsuiji.publication.PublicationFixture.WANG;
import static org.shuangsuiji.publication.PublicationFixture.ZHAO;
import static org.shuangsuiji.publication.PublicationFixture.clean;
import static org.shuangsuiji.publication.PublicationFixture.code;
import static org.shuangsuiji.publication.PublicationFixture.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.Fault;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;
import org.shuangsuiji.publication.notice.ResultForm;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoryDatabaseTests {
    private final PublicationFixture office = new PublicationFixture();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aDrawnEnterpriseIsVisitedReviewedPublishedAndRecorded() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.draw();
        office.get(PublishCampaign.class).atDraw(4, REVIEWER);
        assertThat(office.get(OpenVisits.class).afterDraw(4, REVIEWER)).isEqualTo(3);
        assertThat(office.get(Visits.class).mine(WANG))
                .extracting(VisitLine::creditCode)
                .containsExactly(code(1), code(2));
        assertThat(office.get(Visits.class).mine(LI)).hasSize(3);

        office.get(RegisterVisit.class).register(101, WANG);
        office.get(EnterResult.class).saveDraft(101, 0, clean(12), WANG);
        office.get(EnterResult.class).submit(101, 1, problem(12, "联系电话已停用"), WANG);
        office.get(ReviewResult.class).pass(office.seen(101), REVIEWER);
        office.get(PublishResult.class).publish(101, REVIEWER);

        assertThat(office.recorded().events())
                .containsExactly(
                        LedgerEvent.COMMITMENT_PUBLISHED,
                        LedgerEvent.SOURCE_PUBLISHED,
                        LedgerEvent.DRAW_PUBLISHED,
                        LedgerEvent.VISITS_OPENED,
                        LedgerEvent.VISIT_REGISTERED,
                        LedgerEvent.RESULT_DRAFTED,
                        LedgerEvent.RESULT_SUBMITTED,
                        LedgerEvent.RESULT_PASSED,
                        LedgerEvent.RESULT_PUBLISHED);
        assertThat(office.recorded().results())
                .containsExactly(new InspectionRecords.PublishedResult(
                        1, "visit:101", TODAY, "霍林郭勒市市场监督管理局", "登记事项检查", List.of("5"), true, "发现问题已责令改正"));
        var shown = office.get(PublicPages.class).resultsOf(code(1));
        assertThat(shown).singleElement().satisfies(line -> {
            assertThat(line.resultText()).isEqualTo("发现问题已责令改正");
            assertThat(line.publishedOn()).isEqualTo(TODAY);
            assertThat(line.campaignNumber()).isEqualTo("霍市监抽查〔2026〕1号");
        });
        assertThat(office.get(Visits.class).counts(REVIEWER.scope()))
                .isEqualTo(Map.of(VisitState.OPEN, 2L, VisitState.PUBLISHED, 1L));
    }

    @Test
    void theLedgerBindsWhatWasHandedInPassedPublishedAndWithdrawn() {
        office.announceAndOpen();
        office.recorded().forget();
        EnterResult enter = office.get(EnterResult.class);
        enter.submit(101, 0, clean(12), WANG);
        office.get(ReviewResult.class).sendBack(office.seen(101), "电话未核对", REVIEWER);
        enter.submit(101, 1, problem(12, "联系电话已停用"), WANG);
        office.get(ReviewResult.class).pass(office.seen(101), REVIEWER);
        office.get(PublishResult.class).publish(101, REVIEWER);
        office.get(WithdrawResult.class).withdraw(101, "录入有误，须更正", REVIEWER);

        List<String> rows = office.recorded().entries().stream()
                .map(entry -> String.valueOf(entry.facts().get("row")))
                .toList();
        assertThat(rows).hasSize(6).allMatch(row -> row.matches("[0-9a-f]{64}"));
        assertThat(rows.get(1)).as("what was sent back was handed in").isEqualTo(rows.get(0));
        assertThat(rows.subList(2, 6)).as("and so was what became public").containsOnly(rows.get(2));
        assertThat(rows.get(2)).isNotEqualTo(rows.get(0));
        assertThat(office.recorded().entries().get(4).facts().get("published")).matches("[0-9a-f]{64}");
        assertThat(office.recorded().entries().toString()).doesNotContain("联系电话已停用");
    }

    @Test
    void aFurtherListSaysInPublicBesideWhichOthersItStandsAndTheySayThatItDoes() {
        office.announceAndOpen();
        office.passed(101, clean(12), WANG);
        office.closeFurtherList("上级部署的专项检查单独立项", 1);
        office.get(PublishCampaign.class).atFreeze(6, REVIEWER);
        office.passed(102, clean(12), WANG);

        PublicPages pages = office.get(PublicPages.class);
        assertThat(pages.further(4)).as("the first stands beside none").isEmpty();
        assertThat(pages.later(7)).isEmpty();
        assertThat(pages.further(7)).hasValueSatisfying(further -> {
            assertThat(further.reason()).isEqualTo("上级部署的专项检查单独立项");
            assertThat(further.standing()).singleElement().satisfies(list -> {
                assertThat(list.drawId()).isEqualTo(4);
                assertThat(list.campaignNumber()).isEqualTo("霍市监抽查〔2026〕1号");
                assertThat(list.drawn()).isTrue();
                assertThat(list.ended()).isFalse();
                assertThat(list.visits()).isEqualTo(3);
                assertThat(list.unfinished())
                        .as("as it stood when the list was closed")
                        .isEqualTo(2);
            });
        });
        assertThat(pages.later(4)).singleElement().satisfies(later -> {
            assertThat(later.drawId()).isEqualTo(7);
            assertThat(later.campaignNumber()).isEqualTo("霍市监抽查〔2026〕2号");
            assertThat(later.outcome()).isEqualTo("COMMITTED");
        });
    }

    @Test
    void aRedrawSaysInPublicWhatItReplacesAndWhyAndWhatItReplacesSaysSoToo() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.abandon("原名单漏列一户");
        office.get(PublishCampaign.class).abandoned(4, "原名单漏列一户", REVIEWER);
        PublicPages pages = office.get(PublicPages.class);
        office.closeRedraw("补列漏列的一户后重抽");
        assertThat(pages.redraws(List.of(4L))).as("before it is announced").isEmpty();
        office.get(PublishCampaign.class).atFreeze(6, REVIEWER);

        for (List<Long> draws : List.of(List.of(4L), List.of(7L), List.of(7L, 4L))) {
            assertThat(pages.redraws(draws))
                    .as(draws.toString())
                    .containsExactly(new PublicPages.RedrawLine(
                            7, "霍市监抽查〔2026〕2号", "2026年第二批登记事项抽查", 4, "霍市监抽查〔2026〕1号", "2026年第一批登记事项抽查", "补列漏列的一户后重抽"));
        }
        assertThat(pages.redraws(List.of(5L))).isEmpty();
        assertThat(pages.redraws(List.of())).isEmpty();
        assertThat(pages.further(7)).as("named as what it replaces alone").isEmpty();
        assertThat(pages.later(4)).isEmpty();
    }

    @Test
    void whatADrawReplacesIsPublishedOnceAndNotAfterItHasEnded() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.abandon("原名单漏列一户");
        office.get(PublishCampaign.class).abandoned(4, "原名单漏列一户", REVIEWER);
        office.closeFurtherList("上级部署的专项检查单独立项", 0);
        office.get(PublishCampaign.class).atFreeze(6, REVIEWER);
        assertThat(office.get(PublicPages.class).redraws(List.of(4L, 7L)))
                .as("a further list is no redraw")
                .isEmpty();
        office.get(PublishCampaign.class).abandoned(7, "名单有误", REVIEWER);
        assertThatThrownBy(() -> JdbcClient.create(office.database.app())
                        .sql("insert into pub.redraw (draw_id, supersedes, reason) values (7, 4, '补列漏列的一户')")
                        .update())
                .hasStackTraceContaining("has ended");
    }

    @Test
    void aListClosedAfterOneThatEndedWithoutADrawNamesItAsEndedAndOwingNoVisits() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.abandon("原名单漏列一户");
        office.get(PublishCampaign.class).abandoned(4, "原名单漏列一户", REVIEWER);
        office.closeFurtherList("上级部署的专项检查单独立项", 0);
        office.get(PublishCampaign.class).atFreeze(6, REVIEWER);

        PublicPages pages = office.get(PublicPages.class);
        assertThat(pages.further(7)).hasValueSatisfying(further -> {
            assertThat(further.reason()).isEqualTo("上级部署的专项检查单独立项");
            assertThat(further.standing()).singleElement().satisfies(list -> {
                assertThat(list.drawId()).isEqualTo(4);
                assertThat(list.ended()).isTrue();
                assertThat(list.drawn()).isFalse();
                assertThat(list.visits()).isEqualTo(3);
                assertThat(list.unfinished()).isZero();
            });
        });
        assertThat(pages.later(4)).singleElement().satisfies(later -> assertThat(later.drawId())
                .isEqualTo(7));
        assertThatThrownBy(
                        () -> JdbcClient.create(office.database.app()).sql("""
                                insert into pub.standing_list
                                    (draw_id, standing_draw_id, drawn, ended, visits, finished)
                                values (7, 4, true, true, 3, 0)""").update())
                .as("both drawn and ended")
                .hasStackTraceContaining("standing_list_ended_undrawn");
    }

    @Test
    void howManyResultsAreMissingIsToldFromTheDayAfterTheLastOfTheVisits() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        PublicPages pages = office.get(PublicPages.class);
        assertThat(pages.progress(3)).as("not drawn yet").isEmpty();
        office.draw();
        office.get(PublishCampaign.class).atDraw(4, REVIEWER);
        office.get(OpenVisits.class).afterDraw(4, REVIEWER);
        office.passed(101, clean(12), WANG);
        office.passed(102, clean(12), WANG);
        office.get(PublishResult.class).publish(101, REVIEWER);

        var progress = pages.progress(3).orElseThrow();
        assertThat(progress.visits()).isEqualTo(3);
        assertThat(progress.results()).isEqualTo(1);
        assertThat(progress.overdueOn(progress.ends())).isZero();
        assertThat(progress.overdueOn(progress.ends().plusDays(1))).isEqualTo(2);

        office.get(WithdrawResult.class).withdraw(101, "录入有误，须更正", REVIEWER);
        assertThat(pages.progress(3).orElseThrow().results()).isZero();
    }

    @Test
    void whatASourceSaidIsPublicBeforeTheDrawAndOnlyOnce() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        enteredByThePlanner(1, "03 11 21", null);
        office.get(PublishCampaign.class).sources(4, REVIEWER);
        office.get(PublishCampaign.class).sources(4, REVIEWER);
        var page = office.get(PublicPages.class).draw(4).orElseThrow();
        assertThat(page.seed()).as("not drawn yet").isNull();
        assertThat(page.standing()).extracting(PublicPages.SourceLine::value).containsExactly("03 11 21");

        enteredByThePlanner(2, "03 11 12", "末两位抄反");
        office.get(PublishCampaign.class).sources(4, REVIEWER);
        page = office.get(PublicPages.class).draw(4).orElseThrow();
        assertThat(page.sources())
                .as("the first stays public")
                .extracting(PublicPages.SourceLine::value)
                .containsExactly("03 11 21", "03 11 12");
        assertThat(page.standing()).singleElement().satisfies(source -> {
            assertThat(source.value()).isEqualTo("03 11 12");
            assertThat(source.reason()).isEqualTo("末两位抄反");
        });
        assertThat(office.recorded().events())
                .containsExactly(
                        LedgerEvent.COMMITMENT_PUBLISHED, LedgerEvent.SOURCE_PUBLISHED, LedgerEvent.SOURCE_PUBLISHED);
    }

    private void enteredByThePlanner(int revision, String value, @Nullable String reason) {
        office.owner
                .sql("""
                        insert into sampling.source_value (draw_id, place, revision, spoken, value, evidence, reason,
                            entered_by, entered_at)
                        values (4, 0, :revision, 'VALUE', :value, 'https://www.cwl.gov.cn/', :reason, 'planner', now())
                        """)
                .param("revision", revision)
                .param("value", value)
                .param("reason", reason)
                .update();
    }

    @Test
    void aFailedDrawTellsThePublicForWhichSourceAndOnWhatEvidence() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.owner.sql("""
                        insert into sampling.source_statement (draw_id, place, number, says, stated_by, stated_at, evidence)
                        values (4, 0, 1, 'BOTH_SILENT', 'planner', now(), '开奖公告页截图')
                        """).update();
        office.get(PublishCampaign.class).failed(4, 0, "两期均停售", REVIEWER);
        var page = office.get(PublicPages.class).draw(4).orElseThrow();
        assertThat(page.reason()).isEqualTo("两期均停售");
        assertThat(page.silentOrdinal()).isEqualTo(1);
        assertThat(page.endedAt()).isNotNull();
        assertThat(page.statementsOf(1))
                .as("nobody has to have published them before")
                .extracting(PublicPages.StatementLine::evidence)
                .containsExactly("开奖公告页截图");
    }

    @Test
    void anAbandonedDrawTellsThePublicWhenItWasAbandoned() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        assertThat(office.get(PublicPages.class).draw(4).orElseThrow().endedAt())
                .isNull();
        office.get(PublishCampaign.class).abandoned(4, "原名单漏列一户", REVIEWER);
        var page = office.get(PublicPages.class).draw(4).orElseThrow();
        assertThat(page.line().outcome()).isEqualTo("ABANDONED");
        assertThat(page.endedAt()).isNotNull();
        assertThat(page.silentOrdinal()).isNull();
    }

    @Test
    void whatSomebodyTookBackStaysPublicAndCountsNoMore() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.owner.sql("""
                        insert into sampling.source_statement
                            (draw_id, place, number, replaces, says, stated_by, stated_at, evidence)
                        values (4, 0, 1, null, 'SILENT', 'planner', now(), '看错了日期'),
                               (4, 0, 2, null, 'BOTH_SILENT', 'auditor', now(), '开奖公告页截图'),
                               (4, 0, 3, 1, 'SPOKE', 'planner', now(), '开奖公告在次页')
                        """).update();
        office.get(PublishCampaign.class).sources(4, REVIEWER);
        assertThat(office.get(PublicPages.class).draw(4).orElseThrow().statementsOf(1))
                .extracting(
                        PublicPages.StatementLine::says,
                        PublicPages.StatementLine::evidence,
                        PublicPages.StatementLine::takenBack)
                .containsExactly(
                        tuple("SILENT", "看错了日期", true),
                        tuple("BOTH_SILENT", "开奖公告页截图", false),
                        tuple("SPOKE", "开奖公告在次页", false));
        office.get(PublishCampaign.class).failed(4, 0, "两期均停售", REVIEWER);
        assertThat(office.get(PublicPages.class).draw(4).orElseThrow().statementsOf(1))
                .as("once the draw has ended as well")
                .extracting(PublicPages.StatementLine::takenBack)
                .containsExactly(true, false, false);
    }

    /** What is opened in bulk carries few foreign keys; here is looked for what they would have refused. */
    @Test
    void openedVisitsTeamsAndItemsAllHaveWhatTheyName() {
        office.announceAndOpen();
        assertThat(orphans("""
                        select v.visit_id from publication.visit v
                        left join office.department d on d.id = v.department_id
                        left join ingest.enterprise e on e.id = v.enterprise_id
                        where d.id is null or e.id is null""")).isZero();
        for (String table : List.of("visit_inspector", "visit_item")) {
            assertThat(orphans("select t.visit_id from publication." + table
                            + " t left join publication.visit v on v.visit_id = t.visit_id where v.visit_id is null"))
                    .as(table)
                    .isZero();
        }
    }

    private long orphans(String query) {
        return office.owner
                .sql("select count(*) from (" + query + ") o")
                .query(Long.class)
                .single();
    }

    @Test
    void theTimeLimitRunsFromTheInspectionAndIsKeptWithThePublication() {
        office.announceAndOpen();
        office.passed(101, clean(12), WANG);
        office.get(PublishResult.class).publish(101, REVIEWER);
        var publication = office.get(Visits.class).findInScope(101, REVIEWER).publication();
        assertThat(publication).isNotNull();
        assertThat(publication.due()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(publication.provisional()).isFalse();
    }

    @Test
    void theVisitsOfADrawAreOpenedOnceAndOnlyInItsOffice() {
        assertThatThrownBy(() -> office.get(OpenVisits.class).afterDraw(4, REVIEWER))
                .as("not drawn yet")
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("absent"));
        office.draw();
        assertThatThrownBy(() -> office.get(OpenVisits.class).afterDraw(4, OTHER_OFFICE))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("absent"));
        office.get(OpenVisits.class).afterDraw(4, REVIEWER);
        assertRefused(
                "visits.opened-already", () -> office.get(OpenVisits.class).afterDraw(4, REVIEWER));
    }

    @Test
    void whoIsNotInTheTeamSeesNoVisitToEnter() {
        office.announceAndOpen();
        assertRefused("absent", () -> office.submitted(101, clean(12), ZHAO));
        assertRefused("absent", () -> office.submitted(101, clean(12), REVIEWER));
        assertRefused("absent", () -> office.submitted(101, clean(12), OTHER_OFFICE));
        assertThat(office.get(Visits.class).find(101, OTHER_OFFICE)).isEmpty();
        assertThat(office.get(Visits.class).list(OTHER_OFFICE.scope(), Set.of(VisitState.OPEN), null, 10))
                .isEmpty();
    }

    @Test
    void aFaultyResultIsRefusedWithAllItsFaultsAndNothingIsKept() {
        office.announceAndOpen();
        var form = new ResultForm(
                TODAY.plusDays(1), Set.of(Method.ON_SITE), 11L, List.of(new Finding(1, List.of("5"), "")));
        assertThatThrownBy(() -> office.submitted(101, form, WANG))
                .isInstanceOfSatisfying(FaultyResult.class, refusal -> assertThat(refusal.faults())
                        .extracting(Fault::rule)
                        .containsExactlyInAnyOrder(
                                Fault.Rule.IN_FUTURE, Fault.Rule.SECOND_NOT_IN_TEAM, Fault.Rule.NOTE_MISSING));
        assertThat(office.stateOf(101)).isEqualTo(VisitState.OPEN);
        assertThat(office.versionOf(101)).isZero();
        assertThat(office.recorded().events()).isEmpty();
    }

    @Test
    void aResultIsHandedInOnceThoughTheButtonIsPressedTwice() throws Exception {
        office.announceAndOpen();
        var threads = Executors.newFixedThreadPool(8);
        Callable<String> press = () -> {
            try {
                office.get(EnterResult.class).submit(101, 0, clean(12), WANG);
                return "kept";
            } catch (Refusal refusal) {
                return refusal.code();
            }
        };
        List<String> answers;
        try {
            answers = threads.invokeAll(List.of(press, press, press, press, press, press, press, press)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdown();
        }
        assertThat(answers).containsOnlyOnce("kept");
        assertThat(answers).filteredOn(answer -> !answer.equals("kept")).containsOnly("result.not-enterable");
        assertThat(office.versionOf(101)).isEqualTo(1);
        assertThat(office.recorded().events()).containsExactly(LedgerEvent.RESULT_SUBMITTED);
    }

    @Test
    void twoOfATeamDoNotOverwriteEachOther() {
        office.announceAndOpen();
        office.get(EnterResult.class).saveDraft(101, 0, clean(12), WANG);
        assertRefused("result.changed-meanwhile", () -> office.get(EnterResult.class)
                .saveDraft(101, 0, problem(11, "门头名称与登记不符"), LI));
        office.get(EnterResult.class).saveDraft(101, 1, problem(11, "门头名称与登记不符"), LI);
        var visit = office.get(Visits.class).findInScope(101, REVIEWER);
        assertThat(visit.history()).extracting(EnteredResult::enteredByName).containsExactly("李二", "王一");
    }

    @Test
    void whoEnteredOrWasPresentCannotReview() {
        office.announceAndOpen();
        office.submitted(101, clean(12), WANG);
        assertRefused("review.own-result", () -> office.get(ReviewResult.class).pass(office.seen(101), WANG));
        assertRefused("review.own-result", () -> office.get(ReviewResult.class).pass(office.seen(101), LI));
        assertThat(office.stateOf(101)).isEqualTo(VisitState.SUBMITTED);
        office.get(ReviewResult.class).pass(office.seen(101), ZHAO);
        assertThat(office.stateOf(101)).isEqualTo(VisitState.PASSED);
    }

    @Test
    void theDatabaseItselfRefusesAReviewByWhoeverEntered() {
        office.announceAndOpen();
        office.submitted(101, clean(12), WANG);
        assertThatThrownBy(() -> office.owner.sql("""
                                insert into publication.review
                                select result_id, 'PASS', '', entered_by, 'wang', '王一', now() from publication.result
                                """).update()).hasStackTraceContaining("review_by_another_person");
    }

    @Test
    void aReturnedResultGoesBackWithItsReasonAndComesAgainAsANewVersion() {
        office.announceAndOpen();
        office.submitted(101, clean(12), WANG);
        assertRefused("review.reason", () -> office.get(ReviewResult.class).sendBack(office.seen(101), "  ", REVIEWER));
        office.get(ReviewResult.class).sendBack(office.seen(101), "请补充现场情况", REVIEWER);
        assertThat(office.get(Visits.class).mine(WANG))
                .filteredOn(line -> line.visitId() == 101)
                .singleElement()
                .satisfies(line -> assertThat(line.returnedBecause()).isEqualTo("请补充现场情况"));
        var stale = office.seen(101);
        office.submitted(101, problem(11, "经营地址已变更"), LI);
        assertRefused(
                "review.newer-version", () -> office.get(ReviewResult.class).pass(stale, REVIEWER));
        office.get(ReviewResult.class).pass(office.seen(101), REVIEWER);
        var history = office.get(Visits.class).findInScope(101, REVIEWER).history();
        assertThat(history).extracting(EnteredResult::version).containsExactly(2, 1);
        assertThat(history.get(1).review()).isNotNull().satisfies(review -> assertThat(review.passed())
                .isFalse());
    }

    @Test
    void whyAResultCameBackIsToldUntilItIsHandedInAgainAlsoBesideADraft() {
        office.announceAndOpen();
        office.submitted(101, clean(12), WANG);
        office.get(ReviewResult.class).sendBack(office.seen(101), "请补充现场情况", REVIEWER);
        office.get(EnterResult.class).saveDraft(101, 1, clean(11), LI);
        assertThat(office.get(Visits.class).findInScope(101, REVIEWER).returnedBecause())
                .contains("请补充现场情况");
        assertThat(office.get(Visits.class).mine(WANG))
                .filteredOn(line -> line.visitId() == 101)
                .extracting(VisitLine::state, VisitLine::returnedBecause)
                .containsExactly(tuple(VisitState.DRAFT, "请补充现场情况"));
        office.get(EnterResult.class).submit(101, 2, clean(11), LI);
        assertThat(office.get(Visits.class).findInScope(101, REVIEWER).returnedBecause())
                .isEmpty();
        office.get(ReviewResult.class).pass(office.seen(101), REVIEWER);
        office.get(PublishResult.class).publish(101, REVIEWER);
        office.get(WithdrawResult.class).withdraw(101, "检查结果录入有误", REVIEWER);
        office.get(EnterResult.class).saveDraft(101, 3, clean(11), LI);
        Visit withdrawn = office.get(Visits.class).findInScope(101, REVIEWER);
        assertThat(withdrawn.withdrawnBecause()).contains("检查结果录入有误");
        assertThat(withdrawn.returnedBecause()).isEmpty();
    }

    @Test
    void nothingIsPublishedWithoutReview() {
        office.announceAndOpen();
        assertRefused(
                "publication.not-passed", () -> office.get(PublishResult.class).publish(101, REVIEWER));
        office.submitted(101, clean(12), WANG);
        assertRefused(
                "publication.not-passed", () -> office.get(PublishResult.class).publish(101, REVIEWER));
        office.get(ReviewResult.class).sendBack(office.seen(101), "请补充", REVIEWER);
        assertRefused(
                "publication.not-passed", () -> office.get(PublishResult.class).publish(101, REVIEWER));
        assertThat(office.get(PublicPages.class).results(null, 10)).isEmpty();
        assertThat(office.recorded().results()).isEmpty();
        assertThatThrownBy(() -> office.owner.sql("""
                                insert into publication.publication (visit_id, result_id, due, provisional, published_on,
                                    published_at, published_by)
                                select visit_id, result_id, inspected_on, false, inspected_on, now(), 'reviewer'
                                from publication.result
                                """).update())
                .as("the database says no as well")
                .hasStackTraceContaining("foreign key");
    }

    @Test
    void ofSeveralReviewersWhoPublishAtOnceOneDoesAndTheOthersLearnWhoAndWhen() throws Exception {
        office.announceAndOpen();
        office.passed(101, clean(12), WANG);
        var threads = Executors.newFixedThreadPool(8);
        Callable<Optional<Refusal>> press = () -> {
            try {
                office.get(PublishResult.class).publish(101, REVIEWER);
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal);
            }
        };
        List<Refusal> refused = new ArrayList<>();
        try {
            for (var answer : threads.invokeAll(Collections.nCopies(8, press))) {
                answer.get().ifPresent(refused::add);
            }
        } finally {
            threads.shutdown();
        }
        Visit visit = office.get(Visits.class).findInScope(101, REVIEWER);
        assertThat(refused).hasSize(7).allSatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo("publication.published-already");
            assertThat(refusal.arguments())
                    .containsExactly(
                            visit.enterpriseName(), "审核员", visit.publication().publishedAt());
        });

        office.get(WithdrawResult.class).withdraw(101, "检查结果录入有误", REVIEWER);
        assertRefused(
                "publication.not-passed", () -> office.get(PublishResult.class).publish(101, REVIEWER));
    }

    @Test
    void anotherOfficeCanNeitherReviewNorPublishNorWithdraw() {
        office.announceAndOpen();
        office.submitted(101, clean(12), WANG);
        assertRefused("absent", () -> office.get(ReviewResult.class).pass(office.seen(101), OTHER_OFFICE));
        office.get(ReviewResult.class).pass(office.seen(101), REVIEWER);
        assertRefused("absent", () -> office.get(PublishResult.class).publish(101, OTHER_OFFICE));
        office.get(PublishResult.class).publish(101, REVIEWER);
        assertRefused("absent", () -> office.get(WithdrawResult.class).withdraw(101, "误公示", OTHER_OFFICE));
    }

    @Test
    void aBatchIsPublishedByCreditCodeWhateverTheOrderOfTheDraw() {
        office.announceAndOpen();
        office.passed(103, clean(13), LI);
        office.passed(101, clean(12), WANG);
        office.passed(102, clean(12), WANG);
        office.get(PublishResult.class).publishAll(List.of(103L, 101L, 102L), REVIEWER);
        assertThat(office.owner
                        .sql("select credit_code from pub.result order by result_id")
                        .query(String.class)
                        .list())
                .containsExactly(code(1), code(2), code(3));
    }

    @Test
    void aBatchWithOneThatMayNotBePublishedLeavesAllUnpublished() {
        office.announceAndOpen();
        office.passed(101, clean(12), WANG);
        office.submitted(102, clean(12), WANG);
        assertRefused("publication.not-passed", () -> office.get(PublishResult.class)
                .publishAll(List.of(101L, 102L), REVIEWER));
        assertThat(office.stateOf(101)).isEqualTo(VisitState.PASSED);
        assertThat(office.get(PublicPages.class).results(null, 10)).isEmpty();
    }

    @Test
    void aWithdrawnResultLeavesATombstoneAndMayBeCorrected() {
        office.announceAndOpen();
        office.passed(101, problem(12, "联系电话已停用"), WANG);
        office.get(PublishResult.class).publish(101, REVIEWER);
        office.get(WithdrawResult.class).withdraw(101, "检查结果录入有误", REVIEWER);

        var tombstone = office.get(PublicPages.class).resultsOf(code(1));
        assertThat(tombstone).singleElement().satisfies(line -> {
            assertThat(line.categories()).isEmpty();
            assertThat(line.resultText()).isEmpty();
            assertThat(line.withdrawnReason()).isEqualTo("检查结果录入有误");
        });
        assertThat(office.recorded().withdrawn()).containsExactly("visit:101 2026-09-21");
        assertRefused("publication.not-published", () -> office.get(WithdrawResult.class)
                .withdraw(101, "再撤一次", REVIEWER));

        office.passed(101, clean(12), WANG);
        office.get(PublishResult.class).publish(101, REVIEWER);
        var corrected = office.get(PublicPages.class).resultsOf(code(1));
        assertThat(corrected).extracting(PublicPages.ResultLine::resultText).containsExactly("未发现问题", "");
        assertThat(corrected.get(0).corrects()).isEqualTo(corrected.get(1).resultId());
        assertThat(office.recorded().events()).endsWith(LedgerEvent.RESULT_CORRECTED);
    }

    /** What somebody could do who is inside the application, and no command of its pages does. */
    @Test
    void aVisitTakesNoStepThatNoPageTakesAndWhatEndedStaysEnded() {
        office.announceAndOpen();
        office.submitted(102, clean(12), WANG);
        office.passed(101, problem(12, "联系电话已停用"), WANG);
        office.get(PublishResult.class).publish(101, REVIEWER);
        var application = JdbcClient.create(office.database.app());
        assertRefusedByDatabase(
                application,
                "update publication.visit set state = 'PUBLISHED' where visit_id = 102",
                "update publication.visit set state = 'OPEN' where visit_id = 101",
                "update publication.visit set state = 'SUBMITTED' where visit_id = 101",
                "insert into publication.visit_inspector (visit_id, inspector_id, staff_no, name, role, seat)"
                        + " select visit_id, -1, 'X', '生人', 'MEMBER', 99 from publication.visit_inspector limit 1",
                "with moved as (update publication.visit set state = 'RETURNED' where visit_id = 102)"
                        + " insert into publication.visit_inspector (visit_id, inspector_id, staff_no, name, role, seat)"
                        + " values (102, -1, 'X', '生人', 'MEMBER', 99)",
                "insert into publication.visit_item (visit_id, seq, item_id, item_name, content)"
                        + " select visit_id, 99, item_id, item_name, content from publication.visit_item limit 1",
                "insert into publication.result_item select result_id, seq + 1, categories, note"
                        + " from publication.result_item limit 1",
                "update pub.result set result_text = '未发现问题'");
        office.get(WithdrawResult.class).withdraw(101, "检查结果录入有误", REVIEWER);
        office.passed(101, clean(12), WANG);
        assertRefusedByDatabase(
                application,
                "update publication.result set superseded_at = null where superseded_at is not null",
                "update publication.publication set withdrawn_at = now(), withdrawn_reason = '别的'",
                "update pub.result set withdrawn_reason = '别的'");
    }

    private static void assertRefusedByDatabase(JdbcClient application, String... slips) {
        for (String slip : slips) {
            assertThatThrownBy(() -> application.sql(slip).update())
                    .as(slip)
                    .rootCause()
                    .message()
                    .containsPattern("stays as it is|does not go from|team and items stay|findings stay");
        }
    }

    @Test
    void aResultNeverReachesThePublicWhenItsRecordCannotBeKept() {
        office.announceAndOpen();
        office.passed(101, clean(12), WANG);
        office.recorded().refuse();
        assertThatThrownBy(() -> office.get(PublishResult.class).publish(101, REVIEWER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(office.stateOf(101)).isEqualTo(VisitState.PASSED);
        assertThat(office.get(PublicPages.class).results(null, 10)).isEmpty();
    }

    @Test
    void theListOfResultsInReviewRunsByTheTimeLimitAndCanBePaged() {
        office.announceAndOpen();
        office.submitted(101, clean(12), WANG);
        office.submitted(
                102,
                new ResultForm(
                        TODAY.minusDays(3), Set.of(Method.ON_SITE), 12L, List.of(new Finding(1, List.of("1"), ""))),
                WANG);
        var all = Set.of(VisitState.SUBMITTED, VisitState.OPEN);
        var first = office.get(Visits.class).list(REVIEWER.scope(), all, null, 2);
        assertThat(first).extracting(VisitLine::visitId).containsExactly(102L, 101L);
        var last = first.get(1);
        var second = office.get(Visits.class)
                .list(REVIEWER.scope(), all, new Visits.Position(last.inspectedOn(), last.visitId()), 2);
        assertThat(second).extracting(VisitLine::visitId).containsExactly(103L);
        assertThat(office.get(Visits.class).list(REVIEWER.scope(), all, new Visits.Position(null, 103), 2))
                .isEmpty();
    }

    private static void assertRefused(String code, Runnable command) {
        assertThatThrownBy(command::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
