package org.shuangsuiji.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.WorkingCalendar;

class PublicityTests {
    private static final PublicResult.Heading HEADING = new PublicResult.Heading(
            "91150581MA0N00000X",
            "霍林郭勒市某某商贸有限公司",
            3,
            "霍市监抽查〔2026〕1号",
            "2026年第一批",
            "霍林郭勒市市场监督管理局",
            LocalDate.of(2026, 9, 18));

    @Test
    void aNoticeHasOneLinePerItemAndLeavesTheNoteInside() {
        var lines = PublicResult.lines(
                HEADING,
                List.of("登记事项检查", "公示信息检查"),
                List.of(new Finding(1, List.of("1"), ""), new Finding(2, List.of("5"), "张某的手机号 13800000000")),
                National.SET);
        assertThat(lines).extracting(PublicResult::itemName).containsExactly("登记事项检查", "公示信息检查");
        assertThat(lines).extracting(PublicResult::resultText).containsExactly("未发现问题", "发现问题已责令改正");
        assertThat(lines.toString()).doesNotContain("13800000000");
    }

    @Test
    void whatMayNotBePublishedLeavesNoLine() {
        var inside =
                new CategorySet("OWN", "本局", List.of(new Category("X", "内部", "internal", false, false, false, "")));
        assertThat(PublicResult.lines(HEADING, List.of("项目"), List.of(new Finding(1, List.of("X"), "")), inside))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PublicResult.class,
                PublicResult.Heading.class,
                PublicCampaign.class,
                PublicDraw.class,
                PublicDraw.Outcome.class,
                PublicDraw.Source.class,
                PublicUnit.class,
                PublicItem.class
            })
    void noAllowListHasAFieldThatCouldCarryAGrade(Class<?> allowed) {
        assertThat(Arrays.stream(allowed.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> name.toLowerCase(Locale.ROOT)))
                .noneMatch(name -> Stream.of(
                                "rank", "grade", "score", "strat", "ticket", "place", "inspector", "note", "region")
                        .anyMatch(name::contains));
    }

    @Test
    void theLimitIsTwentyWorkingDaysAfterTheInspectionEnded() {
        var calendar = new WorkingCalendar(
                Set.of(
                        LocalDate.of(2026, 9, 25),
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 2),
                        LocalDate.of(2026, 10, 5),
                        LocalDate.of(2026, 10, 6),
                        LocalDate.of(2026, 10, 7)),
                Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10)),
                Set.of(2026));
        assertThat(PublicityLimit.after(LocalDate.of(2026, 9, 18), calendar))
                .isEqualTo(new WorkingCalendar.Deadline(LocalDate.of(2026, 10, 22), false));
        assertThat(PublicityLimit.after(LocalDate.of(2026, 12, 10), calendar).provisional())
                .isTrue();
    }

    @Test
    void beforeTheMeasuresThereWasNoLimit() {
        var calendar = new WorkingCalendar(Set.of(), Set.of(), Set.of());
        assertThat(PublicityLimit.after(LocalDate.of(2014, 10, 1), calendar).day())
                .isEqualTo(LocalDate.of(2014, 10, 29));
        assertThatThrownBy(() -> PublicityLimit.after(LocalDate.of(2014, 9, 30), calendar))
                .hasMessageContaining("2014-10-01");
    }

    @Test
    void aNameIsSearchedByEveryTwoNeighbouringCharacters() {
        assertThat(SearchName.of("蒙牛 乳业").grams()).containsExactlyInAnyOrder("蒙牛", "牛乳", "乳业");
        assertThat(SearchName.of("ＡＢｃ　甲").value()).isEqualTo("ABC甲");
        assertThat(SearchName.of("甲").grams()).isEmpty();
        assertThat(SearchName.of("𠮷野家").grams()).containsExactlyInAnyOrder("𠮷野", "野家");
    }
}
