package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SubjectWordsTests {
    private final SubjectWords words = new SubjectWords(new Texts().messageSource());

    @Test
    void factsOfTheLedgerAreReadInTheReadersLanguage() {
        assertThat(chinese("spoken", "NONE")).isEqualTo("未公布");
        assertThat(chinese("says", "BOTH_SILENT")).isEqualTo("来源与后备都未公布");
        assertThat(chinese("value", "null")).isEqualTo("—");
        assertThat(chinese("provisional", "false")).isEqualTo("否");
        assertThat(chinese("cause", "delivery:141")).isEqualTo("归集批次 141");
        assertThat(chinese("roles", "[AUDITOR, PLANNER]")).isEqualTo("审计人员、计划人员");
        assertThat(words.value("provisional", "false", Locale.ENGLISH)).isEqualTo("no");
        assertThat(words.value("kind", "penalty", Locale.ENGLISH)).doesNotContain("penalty:");
    }

    @Test
    void whatWasAndWhatItBecameAreBothReadInTheReadersLanguage() {
        assertThat(chinese("state", "PLANNED → CANCELLED")).isEqualTo("计划中 → 已取消");
        assertThat(chinese("methods", "ON_SITE → ON_SITE, WRITTEN")).isEqualTo("现场检查 → 现场检查、书面检查");
        assertThat(chinese("roles", "AUDITOR → AUDITOR, PLANNER")).isEqualTo("审计人员 → 审计人员、计划人员");
        assertThat(chinese("sections", " → C")).startsWith("— → ").doesNotContain("C");
        assertThat(chinese("active", "true → false")).isEqualTo("是 → 否");
        assertThat(chinese("regions", "* → 150581007, 150581008")).isEqualTo("* → 150581007, 150581008");
        assertThat(chinese("name", "changed")).isEqualTo("已修改");
        assertThat(words.value("name", "changed", Locale.ENGLISH)).isEqualTo("changed");
        assertThat(words.value("sourceKinds", "DICE → DICE, INDEX", Locale.ENGLISH))
                .isEqualTo("Dice → Dice, Index");
    }

    @Test
    void theListOfOneRankIsCalledByItsModelAndItsRank() {
        assertThat(words.of("model:1", Locale.SIMPLIFIED_CHINESE)).isEqualTo("模型 1");
        assertThat(words.of("model:1 rank-1", Locale.SIMPLIFIED_CHINESE)).isEqualTo("模型 1，1 级");
        assertThat(words.of("model:1 rank-4", Locale.ENGLISH)).isEqualTo("model 1, rank 4");
        assertThat(words.of("model:1 not-yet-gradable", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("模型 1，暂不能分类");
        assertThat(words.of("model:1 not-yet-gradable", Locale.ENGLISH)).isEqualTo("model 1, not yet gradable");
    }

    @Test
    void whatHasNoWordStaysAsItWasWritten() {
        assertThat(chinese("cause", "model:1 rank-5")).isEqualTo("model:1 rank-5");
        assertThat(chinese("digest", "9f86d081")).isEqualTo("9f86d081");
        assertThat(chinese("rank_four", "0")).isEqualTo("0");
        assertThat(chinese("address", "[::1]")).isEqualTo("[::1]");
    }

    private String chinese(String key, String value) {
        return words.value(key, value, Locale.SIMPLIFIED_CHINESE);
    }
}
