package org.shuangsuiji.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangsuiji.publication.notice.Fault.Rule.CATEGORY_EXCLUDED;
import static org.shuangsuiji.publication.notice.Fault.Rule.CATEGORY_MISSING;
import static org.shuangsuiji.publication.notice.Fault.Rule.CATEGORY_UNKNOWN;
import static org.shuangsuiji.publication.notice.Fault.Rule.IN_FUTURE;
import static org.shuangsuiji.publication.notice.Fault.Rule.ITEM_MISSING;
import static org.shuangsuiji.publication.notice.Fault.Rule.ITEM_UNKNOWN;
import static org.shuangsuiji.publication.notice.Fault.Rule.METHOD_MISSING;
import static org.shuangsuiji.publication.notice.Fault.Rule.NOTE_MISSING;
import static org.shuangsuiji.publication.notice.Fault.Rule.NOTE_TOO_LONG;
import static org.shuangsuiji.publication.notice.Fault.Rule.SECOND_MISSING;
import static org.shuangsuiji.publication.notice.Fault.Rule.SECOND_NOT_IN_TEAM;
import static org.shuangsuiji.publication.notice.Fault.Rule.TOO_EARLY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultFormTests {
    private static final LocalDate STARTS = LocalDate.of(2026, 11, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ResultForm.Visited VISIT = new ResultForm.Visited(1, STARTS, 7, Set.of(7L, 8L));

    @Test
    void aCleanResultOfTwoInspectorsIsHandedIn() {
        assertThat(faultsOf(form(finding("1")))).isEmpty();
    }

    @Test
    void noProblemFoundExcludesEveryOtherCategory() {
        assertThat(faultsOf(form(finding("1", "7")))).containsExactly(CATEGORY_EXCLUDED);
        assertThat(faultsOf(form(problem("2", "5")))).isEmpty();
    }

    @Test
    void anItemHasAtLeastOneCategoryOfTheDictionary() {
        assertThat(faultsOf(form(finding()))).containsExactly(CATEGORY_MISSING);
        assertThat(faultsOf(form(finding("9")))).containsExactly(CATEGORY_UNKNOWN);
    }

    @Test
    void aProblemNeedsANoteAndItsAbsenceDoesNot() {
        assertThat(faultsOf(form(finding("5")))).containsExactly(NOTE_MISSING);
        assertThat(faultsOf(form(problem("5")))).isEmpty();
        assertThat(faultsOf(form(finding("7")))).isEmpty();
    }

    @Test
    void aNoteMayBeAsLongAsTheLimitAndNoLonger() {
        assertThat(faultsOf(form(new Finding(1, List.of("5"), "字".repeat(ResultForm.NOTE_LENGTH_MAX)))))
                .isEmpty();
        assertThat(faultsOf(form(new Finding(1, List.of("5"), "字".repeat(ResultForm.NOTE_LENGTH_MAX + 1)))))
                .containsExactly(NOTE_TOO_LONG);
    }

    @Test
    void anInspectionEndsBetweenTheFirstDayOfTheVisitsAndToday() {
        assertThat(faultsOf(form(STARTS, finding("1")))).isEmpty();
        assertThat(faultsOf(form(STARTS.minusDays(1), finding("1")))).containsExactly(TOO_EARLY);
        assertThat(faultsOf(form(TODAY, finding("1")))).isEmpty();
        assertThat(faultsOf(form(TODAY.plusDays(1), finding("1")))).containsExactly(IN_FUTURE);
    }

    @Test
    void theSecondInspectorIsAnotherMemberOfTheTeam() {
        assertThat(faultsOf(with(null, finding("1")))).containsExactly(SECOND_MISSING);
        assertThat(faultsOf(with(7L, finding("1")))).containsExactly(SECOND_NOT_IN_TEAM);
        assertThat(faultsOf(with(9L, finding("1")))).containsExactly(SECOND_NOT_IN_TEAM);
    }

    @Test
    void everyItemOfTheVisitIsAnsweredOnce() {
        var two = new ResultForm.Visited(2, STARTS, 7, Set.of(7L, 8L));
        assertThat(rules(form(finding("1")).faults(two, National.SET, TODAY))).containsExactly(ITEM_MISSING);
        assertThat(faultsOf(form(finding("1"), finding("1")))).containsExactly(ITEM_UNKNOWN);
        assertThat(faultsOf(form(finding("1"), new Finding(2, List.of("1"), ""))))
                .containsExactly(ITEM_UNKNOWN);
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        var form = new ResultForm(TODAY.plusDays(1), Set.of(), null, List.of(finding("5", "1")));
        assertThat(faultsOf(form))
                .containsExactlyInAnyOrder(CATEGORY_EXCLUDED, NOTE_MISSING, IN_FUTURE, METHOD_MISSING, SECOND_MISSING);
    }

    @Test
    void aDraftMayBeIncompleteButNotWrong() {
        var incomplete = new ResultForm(TODAY, Set.of(), null, List.of(finding()));
        assertThat(incomplete.draftFaults(VISIT, National.SET, TODAY)).isEmpty();
        assertThat(rules(form(finding("1", "2")).draftFaults(VISIT, National.SET, TODAY)))
                .containsExactly(CATEGORY_EXCLUDED);
    }

    private static List<Fault.Rule> faultsOf(ResultForm form) {
        return rules(form.faults(VISIT, National.SET, TODAY));
    }

    private static List<Fault.Rule> rules(List<Fault> faults) {
        return faults.stream().map(Fault::rule).toList();
    }

    private static Finding finding(String... categories) {
        return new Finding(1, List.of(categories), "");
    }

    private static Finding problem(String... categories) {
        return new Finding(1, List.of(categories), "公示的联系电话已停用");
    }

    private static ResultForm form(Finding... findings) {
        return form(TODAY, findings);
    }

    private static ResultForm form(LocalDate inspectedOn, Finding... findings) {
        return new ResultForm(inspectedOn, Set.of(Method.ON_SITE), 8L, List.of(findings));
    }

    private static ResultForm with(Long second, Finding... findings) {
        return new ResultForm(TODAY, Set.of(Method.ON_SITE), second, List.of(findings));
    }
}
