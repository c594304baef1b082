package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.model.RecordKind;

/** What the words of sources are read as, kind by kind. */
class CategoryWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAMPLING|不合格|fail",
                "SAMPLING|合格|pass",
                "SAMPLING|不 合 格|fail",
                "SAMPLING|否|fail",
                "SAMPLING|是|pass",
                "SAMPLING|是否合格：合格|pass",
                "SAMPLING|未检出不合格项目，合格|pass",
                "SAMPLING|不是合格品|",
                "SAMPLING|fail|fail",
                "SAMPLING|未判定|",
                "INSPECTION|未发现问题|1",
                "INSPECTION|合格|1",
                "INSPECTION|不合格|",
                "INSPECTION|不符合|",
                "INSPECTION|非正常|",
                "INSPECTION|5|5",
                "INSPECTION|通过登记的住所（经营场所）无法联系|4",
                "INSPECTION|未按规定公示年报；不予配合情节严重|2,6",
                "ANNUAL_REPORT|未年报|missing",
                "ANNUAL_REPORT|已年报|reported",
                "ANNUAL_REPORT|非正常|",
                "JUDGMENT|上诉人（原审原告）|plaintiff",
                "JUDGMENT|上诉人|appellant",
                "JUDGMENT|被上诉人|defendant",
                "JUDGMENT|被告人|defendant",
                "ASSISTANCE|解除股权冻结|thawed",
                "ASSISTANCE|继续冻结|renewed",
                "ASSISTANCE|未冻结|",
                "COERCION|查封、扣押|seal,seize",
                "CHANGE|吊销未注销|status",
                "CHANGE|法定代表人（负责人）|legal-person",
                "CHANGE|有限公司章程备案|articles",
                "DEFAULTER|其他有履行能力而拒不履行生效法律文书确定义务|refuses",
                "DEFAULTER|被执行人无正当理由拒不履行执行和解协议|settlement",
                "DEFAULTER|违反限制高消费令|consumes",
                "DEFAULTER|转移财产规避执行|evades"
            })
    void readsTheWordsOfSources(RecordKind kind, String text, String codes) {
        assertThat(Kind.of(kind, NoPersons.KEYS).words().read(text).stream()
                        .map(Words.Word::code)
                        .collect(Collectors.joining(",")))
                .isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void everyCategoryIsReadFromItsOwnWordAndCode() {
        for (RecordKind kind : RecordKind.values()) {
            Words words = Kind.of(kind, NoPersons.KEYS).words();
            for (Words.Word word : words.all()) {
                assertThat(words.read(word.word()))
                        .as("%s %s", kind, word.word())
                        .containsExactly(word);
                assertThat(words.read(word.code()))
                        .as("%s %s", kind, word.code())
                        .containsExactly(word);
            }
        }
    }
}
