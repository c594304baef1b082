package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.TermsRefused;
import org.shuangsuiji.model.Who;
import org.shuangsuiji.sampling.SourceStatement.Says;

/** A value comes in once, in one spelling, and never before its due. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceValuesDatabaseTests {
    private static final int DICE = 0;
    private static final int LOTTERY = 1;
    private static final int INDEX = 2;
    private static final String SEEN = "官方网页截图存档";

    private SamplingOffice office;
    private EnterSourceValue enter;
    private long campaign;
    private Instant dice;
    private Instant lottery;
    private Instant index;
    private Instant fallback;

    @BeforeAll
    void open() {
        office = new SamplingOffice();
        enter = office.the(EnterSourceValue.class);
        office.enterprises(1, 30);
        office.inspectors(office.market, 3);
        office.named(office.planner, "王计划");
    }

    @BeforeEach
    void frozen() {
        office.at(SamplingOffice.MONDAY);
        CampaignTerms terms = office.terms(office.item());
        dice = terms.sources().get(DICE).due();
        lottery = terms.sources().get(LOTTERY).due();
        index = terms.sources().get(INDEX).due();
        fallback = terms.sources().get(INDEX).fallbackDue();
        campaign = office.the(Campaigns.class).create(terms, office.planner);
        office.freeze(campaign, office.planner);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private void enter(int place, String value) {
        enter.enter(campaign, place, value, value, SEEN, office.planner);
    }

    @Test
    void aValueBeforeItsDueIsRefused() {
        office.at(lottery.minusMillis(1));
        Refused.by("source-early", () -> enter(LOTTERY, "01 02 03 04 05 06 07"));
        office.at(lottery);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        assertThat(office.book().events("campaign:" + campaign)).endsWith(LedgerEvent.SOURCE_VALUE_ENTERED);
    }

    @Test
    void anotherSpellingIsRefusedAndTheOneThatFitsIsShown() {
        office.at(lottery);
        AtomicInteger refused = new AtomicInteger();
        for (String wrong : List.of(
                "1 2 3 4 5 6 7",
                "01 02 03 04 05 06",
                "01  02 03 04 05 06 07",
                "01 02 03 04 05 06 07 ",
                "01,02,03,04,05,06,07",
                "０１ 02 03 04 05 06 07",
                "")) {
            assertThat(Refused.by("source-format", () -> enter(LOTTERY, wrong)).arguments())
                    .contains("00 00 00 00 00 00 00", wrong);
            refused.incrementAndGet();
        }
        assertThat(refused).hasValue(7);
    }

    @Test
    void bothTimesTheSameIsTyped() {
        office.at(index);
        Refused.by(
                "source-typed-twice", () -> enter.enter(campaign, INDEX, "0345678", "0345679", SEEN, office.planner));
    }

    @Test
    void aSecondEntryIsRefusedWithWhoAndWhen() {
        office.at(index);
        enter(INDEX, "0345678");
        assertThat(Refused.by("source-entered", () -> enter(INDEX, "0999999")).arguments())
                .containsExactly(new Who("王计划"), index);
    }

    @Test
    void whatAPersonThrowsIsKnownBeforeAPublicSourceSpeaks() {
        office.at(lottery);
        Refused.by("source-person-late", () -> enter(DICE, "1 2 3 4"));
        enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.planner);
        office.at(index);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        enter(INDEX, "0345678");
        assertThat(office.the(RunDraw.class).run(campaign, office.colleague).visits())
                .isPositive();
    }

    @Test
    void whoComesAfterTheSystemNotedTheSilenceLearnsThatItDid() {
        office.at(index);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        enter(INDEX, "0345678");
        assertThat(Refused.by("source-entered", () -> enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.planner))
                        .arguments())
                .containsExactly(new Who(Actor.SYSTEM.name()), index);
    }

    @Test
    void aPersonMaySpeakUntilThen() {
        office.at(lottery.minusMillis(1));
        enter(DICE, "1 2 3 4");
        Refused.by("source-entered", () -> enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.planner));
    }

    @Test
    void aPersonIsSilentNotBeforeTheDue() {
        office.at(dice.minusMillis(1));
        Refused.by("source-early", () -> enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.planner));
        Refused.by("source-public-silent", () -> enter.noteSilence(campaign, LOTTERY, "没有开奖公告", office.planner));
    }

    @Test
    void aFallbackSpeaksOnlyFromItsOwnDue() {
        office.at(fallback.minusMillis(1));
        Refused.by(
                "source-early", () -> enter.enterFallback(campaign, INDEX, "0345678", "0345678", SEEN, office.planner));
        office.at(fallback);
        office.the(StateSource.class).state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.colleague);
        enter.enterFallback(campaign, INDEX, "0345678", "0345678", SEEN, office.planner);
        Refused.by(
                "source-no-fallback",
                () -> enter.enterFallback(campaign, DICE, "1 2 3 4", "1 2 3 4", SEEN, office.planner));
    }

    @Test
    void aPlanNamesNoDueThatHasPassed() {
        CampaignTerms terms = office.terms(office.item());
        office.at(dice);
        office.the(Campaigns.class).create(terms, office.planner);
        office.at(dice.plusMillis(1));
        TermsRefused refused = catchThrowableOfType(
                TermsRefused.class, () -> office.the(Campaigns.class).create(terms, office.planner));
        assertThat(refused.faults()).extracting(TermsRefused.Fault::field).containsExactly("sources[0].due");
    }

    @Test
    void onePersonsWordDoesNotMakeAPublisherSilent() {
        StateSource people = office.the(StateSource.class);
        office.at(fallback.minusMillis(1));
        Refused.by("source-early", () -> people.state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.colleague));
        office.at(fallback);
        Refused.by(
                "silence-not-stated",
                () -> enter.enterFallback(campaign, INDEX, "0345678", "0345678", SEEN, office.planner));
        Refused.by("evidence-length", () -> people.state(campaign, INDEX, Says.SILENT, "停市", office.planner));
        people.state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.planner);
        Refused.by("statement-made", () -> people.state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.planner));
        Refused.by(
                "statement-same-person",
                () -> enter.enterFallback(campaign, INDEX, "0345678", "0345678", SEEN, office.planner));
        enter.enterFallback(campaign, INDEX, "0345678", "0345678", SEEN, office.colleague);
        assertThat(office.book().events("campaign:" + campaign))
                .endsWith(LedgerEvent.SOURCE_STATED, LedgerEvent.SOURCE_VALUE_ENTERED);
    }

    @Test
    void onceTheFallbackMaySpeakTheSourcesOwnValueTakesTwoPeopleAsWell() {
        StateSource people = office.the(StateSource.class);
        office.at(fallback);
        Refused.by("spoke-not-stated", () -> enter(INDEX, "0345678"));
        people.state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.colleague);
        Refused.by("spoke-not-stated", () -> enter(INDEX, "0345678"));
        people.state(campaign, INDEX, Says.SPOKE, "收盘公告 2026-11-25 15:00", office.planner);
        Refused.by("statement-same-person", () -> enter(INDEX, "0345678"));
        Refused.by("statements-contradict", () -> enterAs(office.auditor));
        Refused.by("statement-contrary", () -> enterAs(office.colleague));
        Refused.by("statements-contradict", () -> fallbackAs(office.auditor));
        people.state(campaign, INDEX, Says.SPOKE, "交易所网站历史行情", office.auditor);
        Refused.by("statements-contradict", () -> fallbackAs(office.chief));
        enterAs(office.planner);
        assertThat(sources().get(INDEX).statements())
                .as("who contradicts is not forgotten")
                .extracting(SourceStatement::says)
                .containsExactlyInAnyOrder(Says.SILENT, Says.SPOKE, Says.SPOKE);
    }

    @Test
    void whoStatedTheWrongSideTakesItBackAndNothingIsForgotten() {
        StateSource people = office.the(StateSource.class);
        office.at(fallback);
        people.state(campaign, INDEX, Says.SPOKE, "看错了日期的收盘公告", office.colleague);
        people.state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.planner);
        Refused.by("statements-contradict", () -> fallbackAs(office.auditor));
        people.state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.colleague);
        Refused.by("statement-made", () -> people.state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.colleague));
        Refused.by("spoke-not-stated", () -> enterAs(office.auditor));
        List<SourceStatement> made = sources().get(INDEX).statements();
        assertThat(made).extracting(SourceStatement::replaces).containsExactly(null, null, 1);
        assertThat(made).extracting(statement -> statement.standsAmong(made)).containsExactly(false, true, true);
        fallbackAs(office.colleague);
        assertThat(office.book().events("campaign:" + campaign))
                .endsWith(LedgerEvent.SOURCE_STATED, LedgerEvent.SOURCE_STATED, LedgerEvent.SOURCE_VALUE_ENTERED);
    }

    private void enterAs(Actor actor) {
        enter.enter(campaign, INDEX, "0345678", "0345678", SEEN, actor);
    }

    private void fallbackAs(Actor actor) {
        enter.enterFallback(campaign, INDEX, "0999999", "0999999", SEEN, actor);
    }

    @Test
    void thatTheOtherOfTheTwoSpokeIsPutRightByWhatEnteringItTakes() {
        StateSource people = office.the(StateSource.class);
        office.at(index);
        enter(INDEX, "0345678");
        office.at(fallback.minusMillis(1));
        Refused.by("source-early", () -> correct(INDEX, SourceEntry.Spoken.FALLBACK, "0999999", office.colleague));
        office.at(fallback);
        Refused.by(
                "silence-not-stated", () -> correct(INDEX, SourceEntry.Spoken.FALLBACK, "0999999", office.colleague));
        people.state(campaign, INDEX, Says.SILENT, "交易所公告当日停市", office.auditor);
        Refused.by(
                "statement-same-person", () -> correct(INDEX, SourceEntry.Spoken.FALLBACK, "0999999", office.auditor));
        Refused.by(
                "correction-same-person", () -> correct(INDEX, SourceEntry.Spoken.FALLBACK, "0999999", office.planner));
        Refused.by("source-public-silent", () -> correct(INDEX, SourceEntry.Spoken.NONE, "0999999", office.colleague));
        correct(INDEX, SourceEntry.Spoken.FALLBACK, "0999999", office.colleague);
        SourceSheet sheet = sources().get(INDEX);
        assertThat(sheet.entry()).isNotNull();
        assertThat(sheet.entry().spoken()).isEqualTo(SourceEntry.Spoken.FALLBACK);
        assertThat(sheet.replaced()).extracting(SourceEntry::spoken).containsExactly(SourceEntry.Spoken.VALUE);
    }

    @Test
    void aMistypedValueIsPutRightByAnotherPersonAndTheFirstStaysOnRecord() {
        office.at(index);
        enter(INDEX, "0345687");
        Refused.by("correction-same-person", () -> correct(INDEX, "0345678", office.planner));
        Refused.by("correction-same-value", () -> correct(INDEX, "0345687", office.colleague));
        Refused.by("source-format", () -> correct(INDEX, "345678", office.colleague));
        correct(INDEX, "0345678", office.colleague);
        SourceSheet sheet = sources().get(INDEX);
        assertThat(sheet.entry()).isNotNull();
        assertThat(sheet.entry().value()).isEqualTo("0345678");
        assertThat(sheet.entry().reason()).isEqualTo("末两位抄反");
        assertThat(sheet.replaced()).extracting(SourceEntry::value).containsExactly("0345687");
        enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.planner);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        office.the(RunDraw.class).run(campaign, office.chief);
        Refused.by("already-drawn", () -> correct(INDEX, "0345699", office.planner));
    }

    @Test
    void whatPeopleThrewIsNotPutRightForNobodyCouldCheckIt() {
        office.at(dice);
        Refused.by("correction-nothing", () -> correct(DICE, "1 2 3 4", office.colleague));
        enter(DICE, "1 2 3 4");
        Refused.by("correction-person", () -> correct(DICE, "1 2 3 5", office.colleague));
    }

    private void correct(int place, String value, Actor actor) {
        enter.correct(campaign, place, null, value, value, SEEN, "末两位抄反", actor);
    }

    private void correct(int place, SourceEntry.Spoken spoken, String value, Actor actor) {
        enter.correct(campaign, place, spoken, value, value, SEEN, "录入了不该采用的一方", actor);
    }

    private List<SourceSheet> sources() {
        Draws draws = office.the(Draws.class);
        var scope = office.planner.scope();
        return draws.sources(draws.ofCampaign(campaign, scope).orElseThrow().id(), scope);
    }

    @Test
    void aDrawFailsInPublicOnlyWhenASourceAndItsFallbackStaySilent() {
        FailDraw fail = office.the(FailDraw.class);
        Instant earliest = fallback.plus(Duration.ofHours(24));
        office.at(earliest.minusMillis(1));
        Refused.by("fail-early", () -> fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.planner));
        Refused.by("fail-not-silent", () -> fail.declare(campaign, DICE, "到场未掷", office.planner));
        office.at(earliest);
        Refused.by("both-silent-not-stated", () -> fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.planner));
        state(Says.BOTH_SILENT, office.planner);
        Refused.by("statement-same-person", () -> fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.planner));
        state(Says.BOTH_SILENT, office.colleague);
        Refused.by("evidence-length", () -> fail.declare(campaign, INDEX, " 停市 ", office.planner));
        long draw = fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.planner);
        Refused.by("draw-failed", () -> enter(INDEX, "0345678"));
        assertThat(Refused.by("bundle-draw-failed", () -> office.the(DrawBundle.class)
                                .write(draw, OutputStream.nullOutputStream(), office.auditor))
                        .arguments())
                .as("by whom, when and why it ended")
                .contains(
                        office.the(Draws.class)
                                .get(draw, office.auditor.scope())
                                .endedBy(),
                        earliest,
                        "交易所停市，两日均无收盘");
    }

    /** Or one who knows the seed ends the draw although the fallback spoke, and draws anew. */
    @Test
    void nobodyFailsADrawOnAWordThatSaysNothingOfTheFallback() {
        office.at(fallback.plus(Duration.ofHours(24)));
        office.the(StateSource.class).state(campaign, INDEX, Says.SILENT, "交易所公告停市；次日收盘 345678 已公布", office.auditor);
        Refused.by("both-silent-not-stated", () -> fail(office.planner));
        fallbackAs(office.planner);
    }

    @Test
    void thatTheFallbackWasSilentTooIsStatedOnceItHadAsLongToSpeakAsACommitmentHasToStand() {
        Instant from = fallback.plus(Duration.ofHours(24));
        office.at(from.minusMillis(1));
        assertThat(Refused.by("both-silent-early", () -> state(Says.BOTH_SILENT, office.auditor))
                        .arguments())
                .containsExactly("上证综指2026-11-25收盘×100", "上证综指2026-11-26收盘×100", from);
        state(Says.SILENT, office.auditor);
        assertThat(sources().get(INDEX).statedBothSilent()).isFalse();
        office.at(from);
        assertThat(sources().get(INDEX).silentFrom()).isEqualTo(from);
        state(Says.BOTH_SILENT, office.auditor);
        Refused.by("statement-made", () -> state(Says.BOTH_SILENT, office.auditor));
        SourceSheet sheet = sources().get(INDEX);
        assertThat(sheet.statedBothSilent()).isTrue();
        assertThat(sheet.statements())
                .as("both stay on record")
                .extracting(SourceStatement::says)
                .containsExactly(Says.SILENT, Says.BOTH_SILENT);
        assertThat(office.book().entries.get(office.book().entries.size() - 1).facts())
                .containsEntry("says", "BOTH_SILENT")
                .containsEntry("replaces", "1");
        fail(office.planner);
    }

    @Test
    void whoTakesBackThatTheFallbackWasSilentKeepsTheDrawFromFailing() {
        office.at(fallback.plus(Duration.ofHours(24)));
        state(Says.BOTH_SILENT, office.auditor);
        state(Says.SILENT, office.auditor);
        assertThat(sources().get(INDEX).statedBothSilent()).isFalse();
        Refused.by("both-silent-not-stated", () -> fail(office.planner));
    }

    @Test
    void aDrawDoesNotFailWhileAsManyStateThatTheSourceSpoke() {
        office.at(fallback.plus(Duration.ofHours(24)));
        state(Says.BOTH_SILENT, office.auditor);
        state(Says.SPOKE, office.chief);
        office.named(office.chief, "陈主任");
        assertThat(Refused.by("fail-spoke-stated", () -> fail(office.planner)).arguments())
                .containsExactly("上证综指2026-11-25收盘×100", List.of("陈主任"));
        Refused.by("statement-contrary", () -> fail(office.chief));
        state(Says.BOTH_SILENT, office.colleague);
        Refused.by("statement-contrary", () -> fail(office.chief));
        Refused.by("statements-contradict", () -> enterAs(office.planner));
        fail(office.planner);
    }

    /** What can be seen goes before a failure, and nobody acts against their own word. */
    @Test
    void aFallbackThatSpeaksAfterAllIsEnteredByWhoDidNotStateItSilent() {
        office.at(fallback.plus(Duration.ofHours(24)));
        state(Says.BOTH_SILENT, office.auditor);
        state(Says.BOTH_SILENT, office.planner);
        Refused.by("statement-contrary", () -> fallbackAs(office.planner));
        Refused.by("spoke-not-stated", () -> enterAs(office.colleague));
        state(Says.SILENT, office.planner);
        fallbackAs(office.planner);
        Refused.by("fail-not-silent", () -> fail(office.colleague));
    }

    private void state(Says says, Actor actor) {
        office.the(StateSource.class).state(campaign, INDEX, says, "两家交易所的公告与行情页", actor);
    }

    private void fail(Actor actor) {
        office.the(FailDraw.class).declare(campaign, INDEX, "交易所停市，两日均无收盘", actor);
    }

    @Test
    void aValueThatWasNeverPublishedDoesNotKeepADrawFromFailing() {
        FailDraw fail = office.the(FailDraw.class);
        office.at(index);
        enter(INDEX, "0345678");
        office.at(fallback.plus(Duration.ofHours(24)));
        Refused.by("correction-same-person", () -> fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.planner));
        Refused.by("both-silent-not-stated", () -> fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.colleague));
        state(Says.BOTH_SILENT, office.auditor);
        fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.colleague);
    }

    /** Or the draw could lie, or be ended, for the want of a note that nobody has to make. */
    @Test
    void whoThrewNothingIsNotedAsSilentWithTheLastPublicValue() {
        FailDraw fail = office.the(FailDraw.class);
        Draws draws = office.the(Draws.class);
        office.at(index);
        enter(INDEX, "0345678");
        assertThat(sources().get(DICE).entry()).as("a public value is missing").isNull();
        Instant known = fallback.plus(Duration.ofDays(1));
        office.at(known);
        office.the(StateSource.class).state(campaign, LOTTERY, Says.SPOKE, "福彩官网", office.auditor);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        assertThat(sources().get(DICE).entry()).satisfies(entry -> {
            assertThat(entry.spoken()).isEqualTo(SourceEntry.Spoken.NONE);
            assertThat(entry.account()).isEqualTo(Actor.SYSTEM.account());
        });
        assertThat(office.book().events("campaign:" + campaign)).contains(LedgerEvent.SOURCE_SILENT);
        office.the(StateSource.class).state(campaign, INDEX, Says.SILENT, "交易所公告停市", office.auditor);
        Refused.by("fail-known", () -> fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.colleague));
        Scope scope = office.planner.scope();
        assertThat(draws.completesAt(
                        draws.ofCampaign(campaign, scope).orElseThrow().id(), scope))
                .contains(known.plus(Duration.ofDays(1)));
    }

    /** Whoever knows the seed could end a draw for what it says. */
    @Test
    void aDrawWhoseValuesAreKnownFailsNoMore() {
        FailDraw fail = office.the(FailDraw.class);
        office.at(lottery);
        enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.colleague);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        office.at(fallback.plus(Duration.ofHours(24)));
        office.the(StateSource.class).state(campaign, INDEX, Says.SPOKE, "交易所网站", office.auditor);
        office.the(StateSource.class).state(campaign, LOTTERY, Says.SILENT, "当期停售公告", office.auditor);
        enter(INDEX, "0345678");
        Refused.by("fail-known", () -> fail.declare(campaign, LOTTERY, "当期与下期均未开奖", office.colleague));
        Refused.by("fail-known", () -> fail.declare(campaign, INDEX, "交易所停市，两日均无收盘", office.colleague));
    }

    @Test
    void aFallbackThatSpokeKeepsADrawFromFailing() {
        office.at(fallback.plus(Duration.ofHours(24)));
        state(Says.BOTH_SILENT, office.auditor);
        fallbackAs(office.planner);
        Refused.by("fail-not-silent", () -> fail(office.colleague));
    }

    /** One person's slip, or fancy, is not made final by the same person. */
    @Test
    void whoTypedAValueInDoesNotDrawBeforeTheDrawWouldCompleteItself() {
        RunDraw run = office.the(RunDraw.class);
        office.at(lottery);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.colleague);
        office.at(index);
        enter.enter(campaign, INDEX, "0345687", "0345687", SEEN, office.colleague);
        Instant completes = index.plus(Duration.ofHours(24));
        assertThat(Refused.by("draw-by-who-typed", () -> run.run(campaign, office.planner))
                        .arguments())
                .containsExactly(List.of("福彩双色球第2026135期"), completes);
        Refused.by("draw-by-who-typed", () -> run.run(campaign, office.colleague));
        correct(INDEX, "0345678", office.planner);
        Refused.by("draw-by-who-typed", () -> run.run(campaign, office.colleague)); // the silence is still theirs
        office.at(completes.minusMillis(1));
        Refused.by("draw-by-who-typed", () -> run.run(campaign, office.planner));
        office.at(completes);
        run.run(campaign, office.planner);
    }

    @Test
    void everySourceSpeaksBeforeTheDraw() {
        office.at(lottery);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        assertThat(Refused.by("sources-missing", () -> office.the(RunDraw.class).run(campaign, office.planner))
                        .arguments())
                .containsExactly(List.of("现场骰子", "上证综指2026-11-25收盘×100"));
    }

    /** DR-1 §1, 3: who sees what the values will draw cannot prevent it by doing nothing. */
    @Test
    void aDrawWhoseValuesAreKnownIsToCompleteItselfOnceNothingIsPutRightAnyMore() {
        Draws draws = office.the(Draws.class);
        Scope scope = office.planner.scope();
        long draw = draws.ofCampaign(campaign, scope).orElseThrow().id();
        office.at(lottery);
        enter(LOTTERY, "01 02 03 04 05 06 07");
        enter.noteSilence(campaign, DICE, "到场未掷，现场记录", office.planner);
        office.at(index.minusMillis(1));
        assertThat(draws.overdue(scope)).extracting(DrawSheet::id).doesNotContain(draw);
        office.at(index);
        assertThat(draws.overdue(scope)).extracting(DrawSheet::id).contains(draw);
        assertThat(draws.overdue(office.stranger.scope())).isEmpty();
        assertThat(draws.completesAt(draw, scope)).as("a value is missing").isEmpty();

        enter(INDEX, "0345687");
        Instant put = index.plus(Duration.ofHours(23));
        office.at(put);
        correct(INDEX, "0345678", office.colleague);
        Instant completes = put.plus(Duration.ofHours(24));
        assertThat(draws.completesAt(draw, scope)).contains(completes);
        office.at(index.plus(Duration.ofHours(46)));
        correct(INDEX, "0345687", office.planner);
        completes = index.plus(Duration.ofDays(2));
        assertThat(draws.completesAt(draw, scope))
                .as("however often it is put right, twice the time at most")
                .contains(completes);
        office.at(completes.minusMillis(1));
        assertThat(draws.toComplete(Scope.WHOLE_OFFICE))
                .extracting(DrawSheet::id)
                .doesNotContain(draw);
        office.at(completes);
        assertThat(draws.toComplete(Scope.WHOLE_OFFICE))
                .extracting(DrawSheet::id)
                .contains(draw);

        office.the(RunDraw.class).run(campaign, office.planner);
        assertThat(draws.toComplete(Scope.WHOLE_OFFICE))
                .extracting(DrawSheet::id)
                .doesNotContain(draw);
        assertThat(draws.completesAt(draw, scope)).isEmpty();
    }

    @Test
    void anotherDepartmentsSourcesDoNotExist() {
        office.at(lottery);
        Refused.by(
                "campaign-not-frozen",
                () -> enter.enter(
                        campaign, LOTTERY, "01 02 03 04 05 06 07", "01 02 03 04 05 06 07", SEEN, office.stranger));
    }

    @Test
    void aPlaceThatTheRuleDoesNotNameIsRefused() {
        office.at(index);
        Refused.by("absent", () -> enter(3, "1"));
        Refused.by("absent", () -> enter(-1, "1"));
    }

    @Test
    void evidenceSaysWhereTheValueWasSeen() {
        office.at(index);
        Refused.by("evidence-length", () -> enter.enter(campaign, INDEX, "0345678", "0345678", "  网 ", office.planner));
    }
}
