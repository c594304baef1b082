package org.shuangsuiji.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverallResultTests {

    @Test
    void aVisitWithoutAProblemIsClean() {
        assertThat(overall(List.of("1"), List.of("1")).codes()).containsExactly("1");
        assertThat(overall(List.of("1"), List.of("1")).problem()).isFalse();
    }

    @Test
    void aProblemInOneItemIsTheResultOfTheVisit() {
        var result = overall(List.of("1"), List.of("5", "2"));
        assertThat(result.codes()).containsExactly("2", "5");
        assertThat(result.problem()).isTrue();
        assertThat(result.text()).isEqualTo("未按规定公示应当公示的信息、发现问题已责令改正");
    }

    @Test
    void anItemThatDoesNotApplyLeavesTheOthersToSpeak() {
        assertThat(overall(List.of("1"), List.of("7")).codes()).containsExactly("1");
        assertThat(overall(List.of("7"), List.of("7")).codes()).containsExactly("7");
        assertThat(overall(List.of("7"), List.of("8")).codes()).containsExactly("8");
    }

    private static OverallResult overall(List<String> first, List<String> second) {
        return OverallResult.of(List.of(new Finding(1, first, ""), new Finding(2, second, "")), National.SET);
    }
}
