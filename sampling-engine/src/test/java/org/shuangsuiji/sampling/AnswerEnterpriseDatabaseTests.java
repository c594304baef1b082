package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.sampling.draw.EnterpriseAnswer;

/** An enterprise asks whether it was in the closed list of a campaign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerEnterpriseDatabaseTests {
    private static final String LISTED = "91150581MA20000007";
    private static final String UNLISTED = "91150581MA20000041";

    private SamplingOffice office;
    private AnswerEnterprise answers;
    private long campaign;

    @BeforeAll
    void open() {
        office = new SamplingOffice();
        office.enterprises(2, 40);
        office.enterprises(4, 20);
        office.inspectors(office.market, 4);
        answers = office.the(AnswerEnterprise.class);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void frozen() {
        office.at(SamplingOffice.MONDAY);
        campaign = office.the(Campaigns.class).create(office.terms(office.item()), office.planner);
    }

    private long freeze() {
        return office.freeze(campaign, office.planner).drawId();
    }

    private void abandon() {
        office.the(AbandonDraw.class).abandon(campaign, "为测试放弃", office.planner);
    }

    @Test
    void whoIsListedAndWhoIsNotLearnItFromTheFreezeOn() {
        freeze();
        EnterpriseAnswer present = answers.answer(campaign, LISTED, office.planner);
        assertThat(present.present()).isTrue();
        assertThat(present.answers().get(0).proofs())
                .extracting(proof -> proof.unit())
                .containsExactly(LISTED);
        EnterpriseAnswer absent = answers.answer(campaign, UNLISTED, office.auditor);
        assertThat(absent.present()).isFalse();
        assertThat(absent.answers().get(0).proofs())
                .extracting(proof -> proof.unit())
                .containsExactly("91150581MA20000040", "91150581MA40000001");
        abandon();
    }

    @Test
    void theAnswerStaysWhatItWasWhateverBecomesOfTheDraw() {
        freeze();
        byte[] before = answers.answer(campaign, LISTED, office.planner).bytes();
        office.enterAll(campaign);
        office.the(RunDraw.class).run(campaign, office.planner);
        assertThat(answers.answer(campaign, LISTED, office.planner).bytes()).isEqualTo(before);

        frozen();
        freeze();
        byte[] committed = answers.answer(campaign, UNLISTED, office.planner).bytes();
        abandon();
        assertThat(answers.answer(campaign, UNLISTED, office.planner).bytes()).isEqualTo(committed);
    }

    @Test
    void everyLookIsNotedWithWhomItWasAbout() {
        long draw = freeze();
        answers.answer(campaign, LISTED, office.planner);
        answers.answer(campaign, UNLISTED, office.auditor);
        assertThat(office.book().entries.stream()
                        .filter(entry -> entry.event() == LedgerEvent.FRAME_ANSWERED)
                        .filter(entry -> entry.subject().equals("draw:" + draw)))
                .satisfiesExactly(
                        entry -> tells(entry, "planner", LISTED, "true"),
                        entry -> tells(entry, "auditor", UNLISTED, "false"));
        abandon();
    }

    private static void tells(LedgerEntry entry, String account, String unit, String present) {
        assertThat(entry.actor().account()).isEqualTo(account);
        assertThat(entry.facts())
                .containsEntry("unit", unit)
                .containsEntry("present", present)
                .containsKey("commitment");
    }

    @Test
    void aCodeIsReadAsPeopleTypeItAndRefusedWithItsLengthOtherwise() {
        freeze();
        assertThat(answers.answer(campaign, " 9115 0581 ma20 0000 07 ", office.planner)
                        .unit())
                .isEqualTo(LISTED);
        assertThat(answers.answer(campaign, "９１１５０５８１ＭＡ２０００００４１", office.planner)
                        .unit())
                .isEqualTo(UNLISTED);
        int looks = office.book().entries.size();
        assertThat(Refused.by("answer-code", () -> answers.answer(campaign, "9115058", office.planner))
                        .arguments())
                .containsExactly("9115058", 7);
        assertThat(Refused.by("answer-code", () -> answers.answer(campaign, LISTED + "0", office.planner))
                        .arguments())
                .containsExactly(LISTED + "0", 19);
        Refused.by("answer-code", () -> answers.answer(campaign, "91150581MA2000000企", office.planner));
        assertThat(office.book().entries).as("nothing was looked up").hasSize(looks);
        abandon();
    }

    @Test
    void beforeTheFreezeThereIsNoListAndStrangersLearnNothing() {
        Refused.by("absent", () -> answers.answer(campaign, LISTED, office.planner));
        freeze();
        Refused.by("absent", () -> answers.answer(campaign, LISTED, office.stranger));
        assertThat(answers.answer(campaign, LISTED, office.colleague).present()).isTrue();
        abandon();
    }

    @Test
    void aListThatIsNotTheOneCommittedAnswersNobody() {
        long draw = freeze();
        office.owner()
                .sql("""
                        update sampling.frame_piece
                        set tsv = convert_to(replace(convert_from(tsv, 'UTF8'), :listed, :unlisted), 'UTF8')
                        where draw_id = :draw and piece = 0""")
                .param("draw", draw)
                .param("listed", "91150581MA20000040")
                .param("unlisted", UNLISTED)
                .update();
        assertThat(Refused.by("answer-disagrees", () -> answers.answer(campaign, UNLISTED, office.planner))
                        .arguments()
                        .toString())
                .contains("frame-1.tsv");
        assertThat(office.book().events("draw:" + draw)).doesNotContain(LedgerEvent.FRAME_ANSWERED);
    }
}
