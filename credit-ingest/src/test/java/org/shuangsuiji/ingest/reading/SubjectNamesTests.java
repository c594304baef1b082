package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNamesTests {

    @Test
    void twoWritingsOfANameGiveOneKey() {
        assertThat(SubjectNames.key("霍林郭勒市 宏达（煤业）有限公司"))
                .isEqualTo(SubjectNames.key("霍林郭勒市宏达(煤业)有限公司"))
                .isEqualTo(SubjectNames.key("霍林郭勒市宏达【煤业】有限公司"));
        assertThat(SubjectNames.key("ａｂｃ科技")).isEqualTo("ABC科技");
        assertThat(SubjectNames.key("宏达一公司")).isNotEqualTo(SubjectNames.key("宏达二公司"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"宏达公司", "老王饭店", "王记馆", "开鲁县供销社", "珠斯花粮站", "阿拉坦食品经营部", "中国石油天然气股份", "买买提·吐尔逊羊肉馆"})
    void knowsNamesOfOrganisations(String name) {
        assertThat(SubjectNames.isOrganisation(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"张三", "欧阳修文", "阿拉坦其其格", "乌兰图雅", "阿卜杜热西提·买买提", "阿卜杜热西提•买买提", "迪丽热巴．迪力木拉提", "王城", "张会", "李 四"})
    void takesNoNameOfAPersonForOne(String name) {
        assertThat(SubjectNames.isOrganisation(name)).isFalse();
    }
}
