package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.model.InspectionRecords.PublishedResult;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** Finding subjects, and the records that inspections leave with them. */
class EnterprisesDatabaseTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static IngestOffice office;
    private static Enterprises enterprises;

    @BeforeAll
    static void fill() {
        office = new IngestOffice();
        enterprises = office.get(Enterprises.class);
        office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,成立日期,行政区划\n"
                        + "内蒙古蒙牛乳业（集团）股份有限公司," + Codes.right(1) + ",2016-03-31,150581\n"
                        + "牛蒙商店," + Codes.right(2) + ",2016-03-31,150581\n"
                        + "牛奶蒙古包," + Codes.right(3) + ",2016-03-31,150502\n"
                        + "ABC（China）咨询," + Codes.right(4) + ",2016-03-31,150581\n"
                        + "外地蒙牛," + Codes.right(5) + ",2016-03-31,130102\n"
                        + "无区蒙牛," + Codes.right(6) + ",2016-03-31,\n"
                        + "老蒙牛," + Codes.oldNumber(7) + ",1996-03-31,150581\n"
                        + ",92150581MA0N00016J,1996-03-31,150581\n");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "蒙牛|内蒙古蒙牛乳业（集团）股份有限公司,无区蒙牛,老蒙牛",
                "蒙牛乳业|内蒙古蒙牛乳业（集团）股份有限公司",
                "乳业集团|内蒙古蒙牛乳业（集团）股份有限公司",
                "内蒙 集团|内蒙古蒙牛乳业（集团）股份有限公司",
                "牛蒙|牛蒙商店",
                "牛蒙古|",
                "abc(china)|ABC（China）咨询",
                "不存在|"
            })
    void findsNamesByAnyTwoNeighbouringCharactersInScope(String words, String names) {
        assertThat(names(enterprises.search(words, IngestOffice.COUNTY.scope(), null, 10)))
                .isEqualTo(names == null ? "" : names);
    }

    @Test
    void findsACodeByAnyFiveOfItsCharacters() {
        String code = Codes.right(3);
        for (int from = 8; from + 5 <= code.length(); from++) {
            assertThat(enterprises.search(code.substring(from, from + 5), Scope.WHOLE_OFFICE, null, 10))
                    .extracting(Enterprise::creditCode)
                    .contains(code);
        }
        assertThat(enterprises.search(code.toLowerCase(java.util.Locale.ROOT), Scope.WHOLE_OFFICE, null, 10))
                .extracting(Enterprise::creditCode)
                .containsExactly(code);
        assertThat(enterprises.search(Codes.oldNumber(7).substring(6), Scope.WHOLE_OFFICE, null, 10))
                .extracting(Enterprise::name)
                .containsExactly("老蒙牛");
    }

    @ParameterizedTest
    @CsvSource({"蒙, search-name-short", "1505, search-code-short"})
    void saysHowManyCharactersASearchTakes(String words, String code) {
        assertThatThrownBy(() -> enterprises.search(words, Scope.WHOLE_OFFICE, null, 10))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void goesThroughAllSubjectsPageByPage() {
        List<Enterprise> first = enterprises.search("", IngestOffice.CITY.scope(), null, 4);
        List<Enterprise> second =
                enterprises.search("", IngestOffice.CITY.scope(), first.get(3).id(), 4);
        assertThat(first).hasSize(4);
        assertThat(second).hasSize(3);
        assertThat(names(second)).doesNotContain("外地蒙牛");
    }

    @Test
    void showsASubjectOfUnknownRegionToTheBodyThatBroughtIt() {
        assertThat(names(enterprises.search("无区", IngestOffice.CITY.scope(), null, 4)))
                .isEqualTo("无区蒙牛");
        assertThat(enterprises.search("无区", IngestOffice.ELSEWHERE.scope(), null, 4))
                .isEmpty();
    }

    @Test
    void hidesASubjectOfAnotherRegionAsIfItWereNotThere() {
        long id = one("外地蒙牛").id();
        assertThatThrownBy(() -> enterprises.get(id, IngestOffice.CITY.scope()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT));
        assertThatThrownBy(() -> enterprises.records(id, false, IngestOffice.CITY.scope()))
                .isInstanceOf(Refusal.class);
        assertThat(enterprises.get(id, IngestOffice.ELSEWHERE.scope()).name()).isEqualTo("外地蒙牛");
    }

    @Test
    void callsASubjectWithoutANameByItsCode() {
        Enterprise unnamed = enterprises
                .search("92150581MA0N00016J", Scope.WHOLE_OFFICE, null, 1)
                .get(0);
        assertThat(unnamed.unnamed()).isTrue();
        assertThat(unnamed.name()).isEqualTo("92150581MA0N00016J");
    }

    @Test
    void keepsAPublishedInspectionResultAsARecordAndItsCorrectionBesideIt() {
        long id = one("牛蒙商店").id();
        enter(new PublishedResult(id, "result:1", DAY, "霍市监局", "公示信息检查", List.of("1"), false, "未发现问题"));
        enter(new PublishedResult(id, "result:1", DAY, "霍市监局", "公示信息检查", List.of("1"), false, "未发现问题"));
        assertThat(records(id, true)).hasSize(1);
        enter(new PublishedResult(id, "result:1", DAY, "霍市监局", "公示信息检查", List.of("4", "5"), true, "无法联系"));

        assertThat(records(id, true)).hasSize(2);
        EnterpriseRecord current = records(id, false).get(0);
        assertThat(current.kind()).isEqualTo(RecordKind.INSPECTION);
        assertThat(current.category()).isEqualTo("4,5");
        assertThat(current.severity()).isEqualTo(2);
        assertThat(current.countsOn(DAY)).isTrue();
        assertThat(office.doors().toRegrade).contains(current.deliveryId());

        office.transaction().executeWithoutResult(status -> office.inspections()
                .withdraw(id, "result:1", DAY.plusDays(2), IngestOffice.COUNTY));
        assertThat(records(id, false).get(0).countsOn(DAY.plusDays(1))).isTrue();
        assertThat(records(id, false).get(0).countsOn(DAY.plusDays(2))).isFalse();
        assertThat(records(id, true)).hasSize(3);
    }

    private static void enter(PublishedResult result) {
        office.transaction().executeWithoutResult(status -> office.inspections().enter(result, IngestOffice.COUNTY));
    }

    private static List<EnterpriseRecord> records(long id, boolean withFormer) {
        return enterprises.records(id, withFormer, Scope.WHOLE_OFFICE);
    }

    private static Enterprise one(String name) {
        return enterprises.search(name, Scope.WHOLE_OFFICE, null, 2).get(0);
    }

    private static String names(List<Enterprise> found) {
        return String.join(",", found.stream().map(Enterprise::name).toList());
    }
}
