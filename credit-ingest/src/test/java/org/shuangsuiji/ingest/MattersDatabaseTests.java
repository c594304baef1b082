package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.ingest.IngestOffice.CITY;
import static org.shuangsuiji.ingest.IngestOffice.COUNTY;
import static org.shuangsuiji.ingest.IngestOffice.ELSEWHERE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TermsRefused;

class MattersDatabaseTests {
    @RegisterExtension
    private static final IngestOffice OFFICE = new IngestOffice();

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Matters matters = OFFICE.get(Matters.class);

    @BeforeEach
    void begin() {
        OFFICE.jdbcOwner()
                .sql("truncate ingest.matter_draft, ingest.matter_list, ingest.matter, ingest.matter_report cascade")
                .update();
    }

    @Test
    void whatDepartmentsHandInBecomesTheNextNumberedVersion() {
        handIn("A-01", "行政处罚", false);
        handIn("A-02", "行政许可", false);
        matters.begin(terms("A-03", "还在起草"), false, COUNTY);
        long first = publish(TODAY);
        assertThat(rows(first)).containsExactly("A-01 ADDED 行政处罚", "A-02 ADDED 行政许可");
        handIn("A-01", "行政处罚（修订）", false);
        handIn("A-02", "行政许可", true);
        long second = publish(TODAY.plusDays(3));
        assertThat(rows(second)).containsExactly("A-01 CHANGED 行政处罚（修订）", "A-02 REMOVED 行政许可");
        assertThat(rows(first)).as("a version never changes").containsExactly("A-01 ADDED 行政处罚", "A-02 ADDED 行政许可");
        handIn("A-04", "监督检查", false);
        assertThat(rows(publish(TODAY.plusDays(3)))).containsExactly("A-01 KEPT 行政处罚（修订）", "A-04 ADDED 监督检查");
        assertThat(matters.lists(COUNTY.scope())).extracting(MatterList::number).containsExactly(3, 2, 1);
        assertThat(matters.lists(ELSEWHERE.scope())).isEmpty();
        assertThat(OFFICE.doors().entries)
                .extracting(entry -> entry.event())
                .contains(LedgerEvent.MATTER_DRAFTED, LedgerEvent.MATTER_HANDED_IN, LedgerEvent.MATTERS_PUBLISHED);
    }

    @Test
    void theCreditOfficeReturnsWithAReasonAndTheDepartmentHandsInAgain() {
        long id = handIn("A-01", "行政处罚", false);
        matters.giveBack(id, version(id), "依据不全", CITY);
        assertThat(matters.draft(id, CITY.scope()).returnedBecause()).contains("依据不全");
        assertThatThrownBy(() -> matters.change(id, version(id), terms("A-01", "改名"), false, CITY))
                .as("another department's row")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> publish(TODAY)).isInstanceOf(Refusal.class);
        matters.change(id, version(id), terms("A-01", "改名"), false, COUNTY);
        matters.handIn(id, version(id), COUNTY);
        assertThat(rows(publish(TODAY))).containsExactly("A-01 ADDED 改名");
        assertThatThrownBy(() -> matters.giveBack(id, version(id), "太晚了", CITY)).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsPublishedThatNobodySawOrForThePast() {
        handIn("A-01", "行政处罚", false);
        String seen = Matters.seen(matters.handedIn(CITY.scope()));
        handIn("A-02", "行政许可", false);
        assertThatThrownBy(() -> matters.publish(TODAY, seen, CITY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> publish(TODAY.minusDays(1))).isInstanceOf(Refusal.class);
        publish(TODAY.plusDays(9));
        handIn("A-03", "监督检查", false);
        assertThatThrownBy(() -> publish(TODAY.plusDays(8)))
                .as("before the version that it follows")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRowOfAnotherDepartmentAndARowThatIsNotThereAreRefused() {
        handIn("A-01", "行政处罚", false);
        long taken = matters.begin(terms("A-01", "抢占"), false, CITY);
        matters.handIn(taken, version(taken), CITY);
        assertThatThrownBy(() -> publish(TODAY))
                .as("two departments took one code before it stood")
                .isInstanceOf(Refusal.class);
        matters.giveBack(taken, version(taken), "不是本单位的", CITY);
        publish(TODAY);
        assertThatThrownBy(() -> matters.change(taken, version(taken), terms("A-01", "抢占"), false, CITY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("matter-code-of-another"));
        matters.drop(taken, version(taken), CITY);
        assertThatThrownBy(() -> matters.begin(terms("A-01", "抢占"), true, CITY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("matter-code-of-another"));
        assertThatThrownBy(() -> matters.begin(terms("A-09", "没有的事项"), true, COUNTY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("matter-not-listed"));
        assertThat(matters.drafts(COUNTY.scope())).isEmpty();
        assertThat(matters.standing(COUNTY))
                .extracting(row -> row.terms().name())
                .containsExactly("行政处罚");
        assertThat(matters.standing(CITY)).isEmpty();
        long gone = matters.begin(terms("A-01", "另写的名称"), true, COUNTY);
        assertThat(matters.draft(gone, COUNTY.scope()).terms().name())
                .as("what is removed keeps its words")
                .isEqualTo("行政处罚");
        assertThatThrownBy(() -> matters.begin(terms("a 1", ""), false, COUNTY))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.faults())
                        .extracting(TermsRefused.Fault::field)
                        .containsExactly("code", "name"));
    }

    @Test
    void everyKindOfRecordMayComeOfAMatter() {
        var everything = new MatterTerms(
                "A-01",
                "信用记录",
                Set.of(RecordKind.values()),
                "全部内容",
                "全国公共信用信息基础目录",
                "每月",
                MatterTerms.Share.CONDITIONAL,
                false);
        long id = matters.begin(everything, false, COUNTY);
        matters.handIn(id, 0, COUNTY);
        assertThat(matters.matters(publish(TODAY), COUNTY.scope()))
                .singleElement()
                .satisfies(row -> assertThat(row.terms().kinds()).containsExactly(RecordKind.values()));
    }

    @Test
    void theClockOfAChangeRunsFromItsFirstDayUntilItIsReported() {
        handIn("A-01", "行政处罚", false);
        publish(TODAY.plusDays(1));
        assertThat(matters.unreported(COUNTY.scope())).as("not in force yet").isEmpty();
        handIn("A-02", "行政许可", false);
        OFFICE.jdbcOwner()
                .sql("update ingest.matter_list set effective_on = date '2026-11-06'")
                .update();
        MatterChange change = matters.unreported(COUNTY.scope()).get(0);
        assertThat(change.limit().deadline().day()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(change.limit().over()).as("today is the Sunday after").isTrue();
        assertThat(matters.unreported(ELSEWHERE.scope())).isEmpty();
        assertThatThrownBy(() -> matters.report(change.matterId(), "x", TODAY.plusDays(1), COUNTY))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.faults())
                        .extracting(TermsRefused.Fault::field)
                        .containsExactly("documentNo", "reportedOn"));
        matters.report(change.matterId(), "霍市监〔2026〕12号", TODAY, COUNTY);
        assertThat(matters.unreported(CITY.scope())).isEmpty();
        assertThat(matters.reported(CITY.scope())).singleElement().satisfies(reported -> {
            assertThat(reported.documentNo()).isEqualTo("霍市监〔2026〕12号");
            assertThat(reported.limit().over()).as("two days after the last").isTrue();
        });
        assertThatThrownBy(() -> matters.report(change.matterId(), "霍市监〔2026〕12号", TODAY, COUNTY))
                .isInstanceOf(Refusal.class);
    }

    private long handIn(String code, String name, boolean removal) {
        long id = matters.begin(terms(code, name), removal, COUNTY);
        matters.handIn(id, 0, COUNTY);
        return id;
    }

    private long publish(LocalDate effectiveOn) {
        return matters.publish(effectiveOn, Matters.seen(matters.handedIn(CITY.scope())), CITY);
    }

    private List<String> rows(long list) {
        return matters.matters(list, CITY.scope()).stream()
                .map(row -> row.terms().code() + " " + row.change() + " "
                        + row.terms().name())
                .toList();
    }

    private long version(long id) {
        return matters.draft(id, CITY.scope()).version();
    }

    private static MatterTerms terms(String code, String name) {
        return new MatterTerms(
                code,
                name,
                Set.of(RecordKind.PENALTY),
                "文书号、决定日期",
                "《行政处罚法》第四十八条",
                "每件 7 个工作日内",
                MatterTerms.Share.UNCONDITIONAL,
                true);
    }
}
