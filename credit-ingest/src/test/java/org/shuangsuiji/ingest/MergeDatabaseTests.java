package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is new, what changed, what is the same; and that nothing known before is lost. */
class MergeDatabaseTests {
    private static final String REGISTRATIONS = "企业名称,统一社会信用代码,成立日期,登记状态,行政区划,注册资本\n";
    private static final String PENALTIES = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元),撤销日期\n";
    private static final String CODE = Codes.right(1);

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @Test
    void tellsNewChangedAndSameRegistrationsApartAndKeepsTheFormerVersion() {
        office.deliver(
                RecordKind.REGISTRATION,
                REGISTRATIONS + "旧名," + CODE + ",2016-03-31,存续,150581,10万元\n乙," + Codes.right(2)
                        + ",2016-03-31,存续,150581,\n");
        Delivery second = office.deliver(
                RecordKind.REGISTRATION,
                REGISTRATIONS
                        + "新名," + CODE + ",2016-03-31,存续,150581,10万元\n"
                        + "乙," + Codes.right(2) + ",2016/3/31,在业,150581,N/A\n" // the same in other words
                        + "丙," + Codes.right(3) + ",2016-03-31,注销,150581,\n");

        assertThat(second.counts()).isEqualTo(new Delivery.Counts(3, 1, 1, 1, 0, 0));
        assertThat(office.row("select name, status from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("name", "新名");
        assertThat(office.row("select name, known_to from ingest.enterprise_version"))
                .containsEntry("name", "旧名");
        assertThat(office.count("""
                select count(*) from ingest.enterprise e join ingest.enterprise_version v on v.enterprise_id = e.id
                where v.known_to = e.known_from and v.known_from < v.known_to
                """)).isEqualTo(1);
        assertThat(touched(second)).isEqualTo(2);
    }

    /** Who loses region or status in silence leaves every list, or comes back into it. */
    @Test
    void aFileWithoutAColumnTakesNothingFromAnEnterpriseAndBringsNobodyBack() {
        office.deliver(
                RecordKind.REGISTRATION,
                REGISTRATIONS + "甲," + CODE + ",2016-03-31,注销,150581,10万元\n乙," + Codes.right(2)
                        + ",2016-03-31,存续,150581,\n");
        Delivery partial =
                office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码\n甲改," + CODE + "\n丙," + Codes.right(3) + "\n");
        assertThat(partial.counts().changed()).isEqualTo(1);
        assertThat(partial.counts().added()).isEqualTo(1);
        assertThat(office.row(
                        "select name, status, region, established::text, capital_fen from ingest.enterprise"
                                + " where credit_code = ?",
                        CODE))
                .containsEntry("name", "甲改")
                .containsEntry("status", "DEREGISTERED")
                .containsEntry("region", "150581")
                .containsEntry("established", "2016-03-31")
                .containsEntry("capital_fen", 10_000_000L);
        assertThat(office.row("select status from ingest.enterprise where credit_code = ?", Codes.right(3)))
                .as("of a new one nothing else is known")
                .containsEntry("status", "ACTIVE");
        office.deliver(RecordKind.REGISTRATION, REGISTRATIONS + "甲," + CODE + ",2016-03-31,存续,150581,\n");
        assertThat(office.row("select status from ingest.enterprise where credit_code = ?", CODE))
                .as("who says so brings it back")
                .containsEntry("status", "ACTIVE");
    }

    @Test
    void onlyAnEnterpriseThatHasNoRegionIsSaidToStayOutOfDrawsForWantOfOne() {
        office.deliver(
                RecordKind.REGISTRATION,
                REGISTRATIONS + "甲," + CODE + ",2016-03-31,存续,150581,\n乙," + Codes.right(2) + ",2016-03-31,存续,,\n");
        String rows = "甲改," + CODE + "\n乙," + Codes.right(2) + "\n丙," + Codes.right(3) + "\n";
        Delivery without = office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码\n" + rows);
        assertThat(without.counts().flagged()).isEqualTo(3);
        assertThat(office.get(Deliveries.class).flags(without.id(), Scope.WHOLE_OFFICE))
                .isEqualTo(Map.of(Flag.REGION_NOT_KNOWN, 2L, Flag.REGION_KEPT, 1L));
        assertThat(office.row("select flags from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("flags", 0L);

        Delivery unread = office.deliver(
                RecordKind.REGISTRATION,
                REGISTRATIONS + "甲," + CODE + ",2016-03-31,存续,某地,\n"
                        // of several rows the last one counts
                        + "乙," + Codes.right(2) + ",2016-03-31,存续,,\n乙," + Codes.right(2)
                        + ",2016-03-31,存续,150581,\n"
                        + "丁," + Codes.right(4) + ",2016-03-31,存续,,\n丁," + Codes.right(4)
                        + ",2016-03-31,存续,150581,\n");
        assertThat(office.get(Deliveries.class).flags(unread.id(), Scope.WHOLE_OFFICE))
                .isEqualTo(Map.of(Flag.REGION_KEPT, 3L));
        assertThat(unread.counts().flagged()).isEqualTo(3);
    }

    @Test
    void anEmptyCellTakesNothingFromAnEnterpriseAndBringsNobodyBack() {
        office.deliver(RecordKind.REGISTRATION, REGISTRATIONS + "甲," + CODE + ",2016-03-31,注销,150581,10万元\n");
        Delivery empty = office.deliver(
                RecordKind.REGISTRATION,
                REGISTRATIONS + "," + CODE + ",,,,\n乙," + Codes.right(2) + ",2016-03-31,,150581,\n");
        assertThat(empty.counts()).isEqualTo(new Delivery.Counts(2, 1, 0, 1, 2, 0));
        assertThat(office.row("select name, status, region, flags from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("name", "甲")
                .containsEntry("status", "DEREGISTERED")
                .containsEntry("region", "150581")
                .containsEntry("flags", 0L);
        assertThat(office.row("select status, flags from ingest.enterprise where credit_code = ?", Codes.right(2)))
                .containsEntry("status", "ACTIVE")
                .containsEntry("flags", Flag.STATUS_MISSING.mask());
        Delivery said = office.deliver(
                RecordKind.REGISTRATION, REGISTRATIONS + "乙," + Codes.right(2) + ",2016-03-31,存续,150581,\n");
        assertThat(said.counts().changed())
                .as("to say that it trades is more than to say nothing")
                .isEqualTo(1);
    }

    /** The mark of a text stays while a text stands that the row leaves unsaid, and no longer. */
    @Test
    void aMarkOfAnEnterpriseGoesWithTheTextThatItWasAbout() {
        String header = "统一社会信用代码,企业名称,登记状态,成立日期,吊销日期,法定代表人,经营范围\n";
        office.deliver(RecordKind.REGISTRATION, header + CODE + ",甲公司,吊销,2020-01-01,2023-02-02,张三,餐\ue000\n");
        assertThat(office.count("select flags & ? from ingest.enterprise", Flag.CHARACTERS_PRIVATE.mask()))
                .isNotZero();
        String mended = header + CODE + ",甲公司,存续,2020-01-01,,张三,餐饮\n";
        assertThat(office.deliver(RecordKind.REGISTRATION, mended).counts().changed())
                .isEqualTo(1);
        assertThat(office.count("select flags & ? from ingest.enterprise", Flag.CHARACTERS_PRIVATE.mask()))
                .isZero();
        assertThat(office.deliver(RecordKind.REGISTRATION, mended).counts().same())
                .isEqualTo(1);

        office.deliver(RecordKind.REGISTRATION, header + CODE + ",甲公司,存续,2020-01-01,,张三,餐\ue000\n");
        office.deliver(RecordKind.REGISTRATION, header + CODE + ",甲公司,存续,2020-01-01,,李四,\n");
        assertThat(office.count("select flags & ? from ingest.enterprise", Flag.CHARACTERS_PRIVATE.mask()))
                .as("its scope still has the character")
                .isNotZero();
    }

    @Test
    void closesTheFormerVersionOfAChangedRecordAndRewritesNothing() {
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", ""));
        Delivery changed = office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚[2026]1号", "3000", ""));

        assertThat(changed.counts()).isEqualTo(new Delivery.Counts(1, 0, 1, 0, 0, 0));
        assertThat(office.row("select amount_fen from ingest.read_record where known_to is null"))
                .containsEntry("amount_fen", 300_000L);
        assertThat(office.row("select amount_fen from ingest.read_record where known_to is not null"))
                .containsEntry("amount_fen", 200_000L);
    }

    /** What somebody could do who is inside the application, and no command of its pages does. */
    @Test
    void whatWasKnownUntilADayAndTheFaultsOfAFileStay() {
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", ""));
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "3000", "") + "无,不是代码,,,,,,\n");
        assertThat(office.count("select count(*) from ingest.delivery_fault")).isEqualTo(1);
        for (String slip : List.of(
                "update ingest.record set known_to = null where known_to is not null",
                "delete from ingest.delivery_fault",
                "update ingest.delivery set state = 'running'",
                "update ingest.delivery set faults = 0",
                "delete from ingest.delivery_flag",
                "update ingest.delivery_fault set value = 'x'")) {
            assertThatThrownBy(() -> office.get(JdbcClient.class).sql(slip).update())
                    .as(slip)
                    .rootCause()
                    .message()
                    .containsPattern("stays as it is|its faults stay|permission denied");
        }
    }

    /** An older or narrower extract must not undo a repair: that would raise a grade, and nobody would be told. */
    @Test
    void aFileWithoutTheColumnTakesNoRepairOrWithdrawalBack() {
        String whole = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元),公示截止期,信用修复日期,撤销日期\n甲," + CODE
                + ",罚〔2026〕1号,罚款,2026-03-31,市场监管局,2000,2027-01-31,2026-06-01,2026-07-01\n";
        office.deliver(RecordKind.PENALTY, whole);
        Delivery narrow = office.deliver(
                RecordKind.PENALTY,
                "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关\n甲," + CODE + ",罚〔2026〕1号,罚款,2026-03-31,市场监管局\n");
        assertThat(narrow.counts().same()).as("nothing new is told").isEqualTo(1);
        assertThat(office.get(Deliveries.class).notes(narrow.id(), Scope.WHOLE_OFFICE))
                .filteredOn(note -> note.code().equals("columns-not-told"))
                .singleElement()
                .satisfies(note -> assertThat(note.args()).contains("信用修复日期", "撤销日期", "罚款金额", "公示截止期"));
        Delivery corrected = office.deliver(
                RecordKind.PENALTY,
                "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元)\n甲," + CODE
                        + ",罚〔2026〕1号,罚款,2026-03-31,市场监管局,3000\n");
        assertThat(corrected.counts().changed()).isEqualTo(1);
        assertThat(office.row(
                        "select amount_fen, repaired_on::text, withdrawn_on::text, ends_on::text from ingest.record"
                                + " where known_to is null"))
                .containsEntry("amount_fen", 300_000L)
                .containsEntry("repaired_on", "2026-06-01")
                .containsEntry("withdrawn_on", "2026-07-01")
                .containsEntry("ends_on", "2027-02-01");
    }

    @Test
    void aCellThatIsThereAndEmptyTakesARepairBack() {
        String header = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元),信用修复日期\n";
        String row = "甲," + CODE + ",罚〔2026〕1号,罚款,2026-03-31,市场监管局,2000,";
        office.deliver(RecordKind.PENALTY, header + row + "2026-06-01\n");
        office.deliver(
                RecordKind.PENALTY,
                "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元)\n甲," + CODE
                        + ",罚〔2026〕1号,罚款,2026-03-31,市场监管局,5000\n");
        Delivery empty = office.deliver(RecordKind.PENALTY, header + row.replace("2000", "5000") + "\n");
        assertThat(empty.counts().changed()).isEqualTo(1);
        assertThat(office.row("select repaired_on from ingest.record where known_to is null"))
                .containsEntry("repaired_on", null);
    }

    @Test
    void aListingStaysRemovedAndAPermitStaysWithdrawnThoughAFileCannotSayIt() {
        office.deliver(
                RecordKind.ABNORMAL,
                "企业名称,统一社会信用代码,列入日期,列入原因,移出日期,列入决定机关\n甲," + CODE + ",2024-01-01,通过登记的住所或者经营场所无法联系,2024-05-01,市场监管局\n");
        office.deliver(RecordKind.ABNORMAL, "企业名称,统一社会信用代码,列入日期,列入原因\n甲," + CODE + ",2024-01-01,通过登记的住所或者经营场所无法联系\n");
        office.deliver(
                RecordKind.PERMIT,
                "企业名称,统一社会信用代码,行政许可决定文书号,许可决定日期,有效期至,许可机关,撤销日期\n甲," + CODE
                        + ",许〔2024〕1号,2024-01-01,2028-12-31,市场监管局,2025-05-01\n");
        office.deliver(
                RecordKind.PERMIT,
                "企业名称,统一社会信用代码,行政许可决定文书号,许可决定日期,许可机关,许可内容\n甲," + CODE + ",许〔2024〕1号,2024-01-01,市场监管局,食品销售\n");
        assertThat(office.row(
                        "select repaired_on::text from ingest.record where kind = ? and known_to is null",
                        RecordKind.ABNORMAL.number()))
                .containsEntry("repaired_on", "2024-05-01");
        assertThat(office.row(
                        "select withdrawn_on::text, ends_on::text, summary from ingest.record"
                                + " where kind = ? and known_to is null",
                        RecordKind.PERMIT.number()))
                .containsEntry("withdrawn_on", "2025-05-01")
                .containsEntry("ends_on", "2029-01-01")
                .containsEntry("summary", "食品销售");
    }

    /** A frame of one street would lose everybody to a file that knows the county only. */
    @Test
    void aCoarserRegionOrIndustryIsNoNews() {
        String header = "企业名称,统一社会信用代码,行政区划,行业代码\n";
        office.deliver(RecordKind.REGISTRATION, header + "甲," + CODE + ",150581006,H6210\n");
        Delivery coarse =
                office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,住所\n甲," + CODE + ",内蒙古自治区通辽市霍林郭勒市某街1号\n");
        assertThat(coarse.counts().changed()).as("the address is news").isEqualTo(1);
        office.deliver(RecordKind.REGISTRATION, header + "甲," + CODE + ",150581,62\n");
        assertThat(office.row("select region, industry, section from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("region", "150581006")
                .containsEntry("industry", "6210")
                .containsEntry("section", "H");
        office.deliver(RecordKind.REGISTRATION, header + "甲," + CODE + ",150521,F5211\n");
        assertThat(office.row("select region, industry, section from ingest.enterprise where credit_code = ?", CODE))
                .as("it moved, and changed its trade")
                .containsEntry("region", "150521")
                .containsEntry("industry", "5211")
                .containsEntry("section", "F");
    }

    @Test
    void whatBelongsTogetherIsNotTornApartByAFileThatTellsHalfOfIt() {
        office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,登记状态,注销日期,营业期限自,营业期限至,企业类型,企业类型代码\n甲," + CODE
                        + ",注销,2025-03-04,2010-01-01,2040-01-01,有限责任公司,1100\n");
        String facts = "select deregistered_on::text, term_to::text, type_code, status from ingest.enterprise"
                + " where credit_code = ?";
        Delivery half = office.deliver(
                RecordKind.REGISTRATION, "企业名称,统一社会信用代码,登记状态,营业期限自,企业类型\n甲," + CODE + ",注销,2010-01-01,有限责任公司\n");
        assertThat(half.counts().same()).isEqualTo(1);
        assertThat(office.row(facts, CODE))
                .containsEntry("deregistered_on", "2025-03-04")
                .containsEntry("term_to", "2040-01-01")
                .containsEntry("type_code", "1100");
        office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,登记状态,营业期限自,营业期限至,企业类型\n甲," + CODE + ",存续,2010-01-01,长期,股份有限公司\n");
        assertThat(office.row(facts, CODE))
                .as("it trades again, without a limit, as another type")
                .containsEntry("status", "ACTIVE")
                .containsEntry("deregistered_on", null)
                .containsEntry("term_to", "9999-12-31")
                .containsEntry("type_code", null);
    }

    @Test
    void aTermWithoutAnEndIsTakenWhereverARowSaysSo() {
        String end = "select term_to::text from ingest.enterprise where credit_code = ?";
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,营业期限自,营业期限至\n甲," + CODE + ",2010-01-01,2040-01-01\n");
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,营业期限至\n甲," + CODE + ",\n");
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,营业期限自,营业期限至\n甲," + CODE + ",2010-01-01,？\n");
        assertThat(office.row(end, CODE))
                .as("neither an empty cell alone nor one that cannot be read says that there is no end")
                .containsEntry("term_to", "2040-01-01");
        Delivery unlimited = office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,营业期限至\n甲," + CODE + ",长期\n");
        assertThat(unlimited.counts().changed()).isEqualTo(1);
        assertThat(office.row(end, CODE)).containsEntry("term_to", "9999-12-31");
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,营业期限至\n甲," + CODE + ",2050-01-01\n");
        assertThat(office.row(end, CODE)).containsEntry("term_to", "2050-01-01");
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,营业期限自,营业期限至\n甲," + CODE + ",2010-01-01,\n");
        assertThat(office.row(end, CODE))
                .as("a beginning beside an empty end means that there is none")
                .containsEntry("term_to", "9999-12-31");
        assertThat(office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,营业期限至\n甲," + CODE + ",2099-12-31\n")
                        .counts()
                        .same())
                .isEqualTo(1);
    }

    /** 双公示 names the body by its code, GSXT by its name, a repair list not at all. */
    @Test
    void oneDecisionToldInThreeLayoutsIsOneRecord() {
        office.deliver(
                RecordKind.PENALTY,
                "CF_XDR_SHXYM,CF_XDR_MC,CF_WSH,CF_CFLB,CF_JDRQ,CF_CFJG,CF_CFJGDM,CF_NR_FK\n" + CODE
                        + ",甲,霍市监罚〔2026〕1号,罚款,2026-06-01,霍林郭勒市市场监督管理局,11150581MB000001XX,5\n");
        Delivery named = office.deliver(
                RecordKind.PENALTY,
                "UNISCID,ENTNAME,PENDECNO,PENTYPE,PENDECISSDATE,PENAUTH_CN,PENAM\n" + CODE
                        + ",甲,霍市监罚[2026]1号,罚款,2026-06-01,霍林郭勒市市场监督管理局,5\n");
        assertThat(named.counts()).as("the same, in other brackets").isEqualTo(new Delivery.Counts(1, 0, 0, 1, 0, 0));
        String repair = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,修复日期\n" + CODE + ",甲,霍市监罚〔2026〕1号,罚款,2026-06-01,2026-10-01\n";
        assertThat(office.deliver(RecordKind.PENALTY, repair).counts().changed())
                .isEqualTo(1);
        assertThat(office.deliver(RecordKind.PENALTY, repair).counts().same()).isEqualTo(1);
        assertThat(office.row(
                        "select count(*) as records, min(repaired_on)::text as repaired, min(amount_fen) as fen, min(authority) as body"
                                + " from ingest.record where known_to is null"))
                .containsEntry("records", 1L)
                .containsEntry("repaired", "2026-10-01")
                .containsEntry("fen", 5_000_000L)
                .containsEntry("body", "霍林郭勒市市场监督管理局");
    }

    @Test
    void aShortNumberOfTwoBodiesIsTwoDecisions() {
        String header = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,处罚机关\n" + CODE + ",甲,";
        office.deliver(RecordKind.PENALTY, header + "罚〔2026〕1号,警告,2026-06-01,市场监管局（本级）\n");
        assertThat(office.deliver(RecordKind.PENALTY, header + "罚〔2026〕1号,警告,2026-06-01,市场监管局(本级)\n")
                        .counts()
                        .same())
                .as("the same body in other brackets")
                .isEqualTo(1);
        assertThat(office.deliver(RecordKind.PENALTY, header + "罚〔2026〕1号,警告,2026-06-01,住房和城乡建设局\n")
                        .counts()
                        .added())
                .isEqualTo(1);
        Delivery either = office.deliver(
                RecordKind.PENALTY, "统一社会信用代码,企业名称,文书号,处罚类别,决定日期\n" + CODE + ",甲,罚〔2026〕1号,警告,2026-06-01\n");
        assertThat(either.counts().added())
                .as("it may be about the one or the other, so it is neither")
                .isEqualTo(1);
    }

    @Test
    void aWordThatNobodyKnowsTakesNoCategoryWithdrawalOrVoidnessBack() {
        String penalty = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,当前状态\n" + CODE + ",甲,霍市监罚〔2026〕1号,";
        office.deliver(RecordKind.PENALTY, penalty + "吊销许可证件,2026-06-01,撤销\n");
        for (String row : List.of("某种处理,2026-06-01,怪词\n", ",2026-06-01,怪词\n")) {
            office.deliver(RecordKind.PENALTY, penalty + row);
            assertThat(
                            office.row(
                                    "select category, severity, withdrawn_on::text, ends_on::text from ingest.record where kind = 3 and known_to is null"))
                    .containsEntry("category", "010107")
                    .containsEntry("severity", 3)
                    .containsEntry("withdrawn_on", "2026-06-01")
                    .containsEntry("ends_on", "2029-06-01");
        }
        office.deliver(RecordKind.PENALTY, penalty + "警告,2026-06-01,正常\n");
        assertThat(
                        office.row(
                                "select category, severity, withdrawn_on::text from ingest.record where kind = 3 and known_to is null"))
                .as("known words are news")
                .containsEntry("category", "010101")
                .containsEntry("severity", 1)
                .containsEntry("withdrawn_on", null);
        String permit = "XK_XDR_SHXYM,XK_XDR_MC,XK_WSH,XK_JDRQ,XK_YXQZI,XK_ZT\n" + CODE
                + ",甲,霍市监许〔2024〕1号,2024-01-01,2030-01-01,";
        for (String state : List.of("已注销", "怪词")) {
            office.deliver(RecordKind.PERMIT, permit + state + "\n");
            assertThat(office.row("select ends_on::text from ingest.record where kind = 2 and known_to is null"))
                    .as(state)
                    .containsEntry("ends_on", "2024-01-01");
        }
    }

    @Test
    void aRemovalFindsItsListingHoweverTheReasonIsWritten() {
        String listing = "统一社会信用代码,企业名称,列入日期,列入原因,移出日期\n" + CODE + ",甲,2026-01-05,";
        String removed =
                "select count(*) as n, min(repaired_on)::text as day from ingest.record where kind = ? and known_to is null";
        office.deliver(RecordKind.DISHONESTY, listing + "\"受到较重行政处罚(吊销),且情节严重\",\n");
        office.deliver(RecordKind.DISHONESTY, listing + "受到较重行政处罚（吊销），且情节严重,2026-10-01\n");
        assertThat(office.row(removed, RecordKind.DISHONESTY.number()))
                .containsEntry("n", 1L)
                .containsEntry("day", "2026-10-01");
        office.deliver(RecordKind.ABNORMAL, listing + "未按期公示年度报告,\n");
        office.deliver(RecordKind.ABNORMAL, listing + ",2026-10-01\n");
        assertThat(office.row(removed, RecordKind.ABNORMAL.number()))
                .containsEntry("n", 1L)
                .containsEntry("day", "2026-10-01");
        office.deliver(RecordKind.ABNORMAL, listing + "未按期公示年度报告,2016-10-01\n");
        assertThat(office.row(removed, RecordKind.ABNORMAL.number()))
                .as("a removal before the listing cannot be")
                .containsEntry("day", "2026-10-01");
        office.deliver(RecordKind.ABNORMAL, listing + "通过登记的住所或者经营场所无法联系,\n");
        assertThat(office.row(removed, RecordKind.ABNORMAL.number()))
                .as("another reason known by its words is another listing")
                .containsEntry("n", 2L);
    }

    @Test
    void anEndThatTheSourceStatedOutlivesAnotherCategory() {
        String row = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期%s\n" + CODE + ",甲,霍市监罚〔2026〕1号,%s,2026-06-01%s\n";
        String end = "select ends_on::text, category from ingest.record where known_to is null";
        office.deliver(RecordKind.PENALTY, row.formatted(",公示截止期", "罚款", ",2026-08-31"));
        office.deliver(RecordKind.PENALTY, row.formatted("", "其他", ""));
        assertThat(office.row(end)).containsEntry("ends_on", "2026-09-01");
        office.deliver(RecordKind.PENALTY, row.formatted("", "吊销许可证件", ""));
        assertThat(office.row(end)).containsEntry("ends_on", "2026-09-01").containsEntry("category", "010107");
        office.deliver(RecordKind.PENALTY, row.formatted(",公示截止期", "吊销许可证件", ","));
        assertThat(office.row(end))
                .as("the source states none any more, so the law's longest time holds")
                .containsEntry("ends_on", "2029-06-01");
    }

    /** Whoever looked at the clock first need not be the first to merge. */
    @Test
    void aDeliveryThatBeganEarlierMayMergeLater() {
        String registration = "企业名称,统一社会信用代码,登记状态\n甲," + CODE + ",";
        String penalty = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期\n" + CODE + ",甲,霍市监罚〔2026〕1号,%s,2026-06-01\n";
        office.deliver(RecordKind.REGISTRATION, registration + "存续\n");
        office.deliver(RecordKind.PENALTY, penalty.formatted("警告"));
        office.jdbcOwner()
                .sql("update ingest.enterprise set known_from = known_from + interval '1 hour'")
                .update();
        office.jdbcOwner()
                .sql("update ingest.record set known_from = known_from + interval '1 hour'")
                .update();
        assertThat(office.deliver(RecordKind.REGISTRATION, registration + "注销\n")
                        .counts()
                        .changed())
                .isEqualTo(1);
        assertThat(office.deliver(RecordKind.PENALTY, penalty.formatted("罚款"))
                        .counts()
                        .changed())
                .isEqualTo(1);
        assertThat(office.row("select count(*) as n from ingest.record where known_to < known_from"
                        + " or known_from < (select max(known_from) from ingest.record)"))
                .containsEntry("n", 0L);
    }

    /** 总局令第44号: whoever has been listed for three years is removed; the list of the abnormal has no such end. */
    @Test
    void aListingAsSeriouslyDishonestEndsAfterThreeYearsThoughNobodyTellsOfTheRemoval() {
        String listing = "统一社会信用代码,企业名称,列入原因,列入日期,列入决定机关,移出日期\n" + CODE + ",甲,";
        String ends =
                "select min(ends_on)::text as ends, min(repaired_on)::text as removed from ingest.record where kind = ?"
                        + " and known_to is null";
        office.deliver(RecordKind.DISHONESTY, listing + "提交虚假材料取得登记,2024-02-29,市场监督管理局,\n");
        assertThat(office.row(ends, RecordKind.DISHONESTY.number())).containsEntry("ends", "2027-02-28");
        office.deliver(RecordKind.DISHONESTY, listing + "提交虚假材料取得登记,2024-02-29,市场监督管理局,2026-05-01\n");
        assertThat(office.row(ends, RecordKind.DISHONESTY.number()))
                .containsEntry("ends", "2027-02-28")
                .containsEntry("removed", "2026-05-01");
        office.deliver(RecordKind.ABNORMAL, listing + "未按规定期限公示年度报告,2024-02-29,市场监督管理局,\n");
        assertThat(office.row(ends, RecordKind.ABNORMAL.number())).containsEntry("ends", null);
    }

    @Test
    void whatBothSidesStateDifferentlyIsTwoEvents() {
        String listing = "统一社会信用代码,企业名称,列入原因,列入日期,列入决定机关,移出日期\n" + CODE + ",甲,";
        office.deliver(RecordKind.DISHONESTY, listing + "提交虚假材料取得登记,2026-03-01,市场监督管理局,\n");
        office.deliver(RecordKind.DISHONESTY, listing + "生产销售不符合食品安全标准的食品,2026-03-01,市场监督管理局,2026-08-01\n");
        assertThat(standing(RecordKind.DISHONESTY)).as("two reasons").isEqualTo(2);
        office.deliver(RecordKind.ABNORMAL, listing + "未按规定期限公示年度报告,2026-03-01,市场监督管理局,\n");
        office.deliver(RecordKind.ABNORMAL, listing + "提供的登记信息有误,2026-03-01,市场监督管理局,2026-04-01\n");
        assertThat(standing(RecordKind.ABNORMAL))
                .as("a known reason and another")
                .isEqualTo(2);

        String penalty = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,罚款金额(元),处罚机关,处罚机关代码\n" + CODE + ",甲,";
        String fire = "行政处罚决定书〔2026〕1号,罚款,2026-05-10,5000,消防救援大队,11150581MB00000001\n";
        String emergency = "行政处罚决定书〔2026〕1号,责令停产停业,2026-07-20,,应急管理局,11150581MB00000002\n";
        for (String row : List.of(fire, emergency, fire, emergency)) {
            office.deliver(RecordKind.PENALTY, penalty + row);
        }
        assertThat(standing(RecordKind.PENALTY)).as("two days").isEqualTo(2);
        assertThat(office.deliver(RecordKind.PENALTY, penalty + fire).counts().same())
                .isEqualTo(1);
        office.deliver(RecordKind.PENALTY, penalty + "第12号,责令关闭,2025-12-10,,甲局,\n");
        office.deliver(RecordKind.PENALTY, penalty + "第12号,警告,2026-10-10,,甲局,\n");
        assertThat(standing(RecordKind.PENALTY))
                .as("numbers begin anew each year")
                .isEqualTo(4);
    }

    /** 信用修复管理办法: the longest time counts from the decision and follows the gravity, whoever told the rest. */
    @Test
    void noPenaltyCountsLongerThanTheLawAllowsWhicheverRowsTellOfIt() {
        String header = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关";
        String row = "\n" + CODE + ",甲,霍市监罚〔2025〕1号,%s,%s,甲局%s\n";
        String ended = header + ",公示截止期" + row;
        String silent = header + row;
        record Case(String first, String then, String endsOn, boolean marked) {}
        for (Case told : List.of(
                new Case(
                        ended.formatted("罚款", "2025-06-01", ",2026-05-31"),
                        ended.formatted("其他", "2025-06-01", ","),
                        "2026-06-01",
                        false),
                new Case(
                        ended.formatted("罚款", "2025-06-01", ","),
                        ended.formatted("其他", "2025-06-01", ",2028-05-31"),
                        "2026-06-01",
                        true),
                new Case(
                        ended.formatted("警告", "2026-06-01", ","),
                        ended.formatted("其他", "2026-06-01", ",2029-06-01"),
                        "2026-09-01",
                        true),
                new Case(
                        ended.formatted("吊销许可证件", "2025-06-01", ",2028-05-31"),
                        silent.formatted("罚款", "2025-06-01", ""),
                        "2026-06-01",
                        true),
                new Case(
                        ended.formatted("罚款", "2026-06-01", ",2027-05-31"),
                        silent.formatted("罚款", "2025-06-01", ""),
                        "2026-06-01",
                        true),
                new Case(
                        silent.formatted("罚款", "2025-06-01", ""),
                        silent.formatted("其他", "2025-07-01", ""),
                        "2026-07-01",
                        false),
                new Case(
                        ended.formatted("吊销许可证件", "2025-06-01", ",2026-05-31"),
                        silent.formatted("罚款", "2025-06-01", ""),
                        "2026-06-01",
                        false))) {
            office.clear();
            office.deliver(RecordKind.PENALTY, told.first());
            office.deliver(RecordKind.PENALTY, told.then());
            var stands = office.row("select ends_on::text, flags from ingest.record where known_to is null");
            assertThat(stands).as(told.toString()).containsEntry("ends_on", told.endsOn());
            assertThat(((Long) stands.get("flags") & Flag.END_BEYOND_LIMIT.mask()) != 0)
                    .as(told.toString())
                    .isEqualTo(told.marked());
            assertThat(office.deliver(RecordKind.PENALTY, told.then()).counts().same())
                    .as(told.toString())
                    .isEqualTo(1);
        }
    }

    @Test
    void oneDecisionIsOneHoweverTheFileNamesItsBody() {
        String header = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚机关代码,信用修复日期\n";
        String row = CODE + ",甲,%s,警告,%s,%s,%s,%s\n";
        String full = "霍林郭勒市市场监督管理局";
        String body = "11150581MB000001XX";
        office.deliver(
                RecordKind.PENALTY,
                header
                        + row.formatted("33", "2026-06-01", full, body, "")
                        + row.formatted("33", "2026-06-01", "霍市监局", body, ""));
        assertThat(standing(RecordKind.PENALTY)).as("one code, two names").isEqualTo(1);
        assertThat(office.deliver(RecordKind.PENALTY, header + row.formatted("33", "2026-06-03", "霍市监", body, ""))
                        .counts()
                        .changed())
                .as("its day corrected")
                .isEqualTo(1);
        assertThat(office.deliver(RecordKind.PENALTY, header + row.formatted("33", "2026-06-03", "霍市监", "", ""))
                        .counts()
                        .added())
                .as("without its code")
                .isZero();
        office.deliver(
                RecordKind.PENALTY, header + row.formatted("33", "2026-06-03", "霍市消防", "11150581MB000002XX", ""));
        assertThat(standing(RecordKind.PENALTY)).as("another body's number 33").isEqualTo(2);

        office.clear();
        String number = "霍市监罚〔2026〕20号";
        String inOneFile = header
                + row.formatted(number, "2026-06-01", full, "", "")
                + row.formatted(number, "2026-06-01", "霍市监局", "", "")
                + row.formatted(number, "2026-06-01", "", "", "");
        office.deliver(RecordKind.PENALTY, inOneFile);
        assertThat(standing(RecordKind.PENALTY)).as("the number names the body").isEqualTo(1);
        assertThat(office.deliver(RecordKind.PENALTY, inOneFile).counts())
                .as("the same file again")
                .isEqualTo(new Delivery.Counts(3, 0, 0, 3, 0, 0));
        office.deliver(RecordKind.PENALTY, header + row.formatted(number, "2026-06-01", "", body, "2026-10-01"));
        assertThat(
                        office.row(
                                "select count(*) as n, min(repaired_on)::text as day from ingest.record where known_to is null"))
                .containsEntry("n", 1L)
                .containsEntry("day", "2026-10-01");

        office.clear();
        office.deliver(
                RecordKind.PENALTY,
                header
                        + row.formatted("行政处罚决定书〔2026〕1号", "2026-06-01", "消防救援大队", "", "")
                        + row.formatted("行政处罚决定书〔2026〕1号", "2026-06-01", "应急管理局", "", "")
                        + row.formatted("行政处罚决定书〔2026〕1号", "2026-06-01", "", "", ""));
        assertThat(standing(RecordKind.PENALTY))
                .as("a number that any body gives, and a row that may be of either")
                .isEqualTo(3);
    }

    @Test
    void aVoidPermitIsVoidAlsoUnderTheShortNameOfItsBody() {
        String header = "统一社会信用代码,企业名称,行政许可决定文书号,许可决定日期,有效期至,许可机关,许可机关代码,当前状态\n";
        String row = CODE + ",甲,许准〔2026〕5号,2026-01-10,2031-01-09,%s,11150581MB000001XX,%s\n";
        office.deliver(
                RecordKind.PERMIT, header + row.formatted("霍林郭勒市行政审批政务服务局", "有效") + row.formatted("霍市审批局", "无效"));
        assertThat(office.row(
                        "select count(*) as n, min(ends_on)::text as day from ingest.record where known_to is null"))
                .containsEntry("n", 1L)
                .containsEntry("day", "2026-01-10");
    }

    @Test
    void aRemovalFindsItsListingByTheNumberOfTheDecision() {
        String header = "统一社会信用代码,企业名称,列入日期,列入原因,列入决定机关,列入决定书文号,移出日期\n" + CODE + ",甲,";
        String removed =
                "select count(*) as n, min(repaired_on)::text as day from ingest.record where kind = ? and known_to is null";
        office.deliver(RecordKind.DISHONESTY, header + "2025-07-08,生产、销售假药,霍局,霍严入〔2025〕11号,\n");
        office.deliver(RecordKind.DISHONESTY, header + "2025-07-08,\"生产，销售假药。\",霍局,霍严入〔2025〕11号,2026-10-01\n");
        assertThat(office.row(removed, RecordKind.DISHONESTY.number()))
                .containsEntry("n", 1L)
                .containsEntry("day", "2026-10-01");
        office.deliver(RecordKind.DISHONESTY, header + "2025-09-08,虚假宣传、情节严重,霍局,,\n");
        office.deliver(RecordKind.DISHONESTY, header + "2025-09-08,虚假宣传；情节严重。,霍局,,2026-10-02\n");
        assertThat(office.row("select count(*) as n from ingest.record where known_to is null and repaired_on is null"))
                .as("without a number, by the words and not by their punctuation")
                .containsEntry("n", 0L);

        office.deliver(RecordKind.ABNORMAL, header + "2025-07-08,未按规定期限公示年度报告,霍局,霍异入〔2025〕8号,\n");
        for (String correction : List.of(
                "2025-07-09,未按规定期限公示年度报告,霍局,霍异入〔2025〕8号,\n",
                "2025-07-09,通过登记的住所或者经营场所无法联系,霍局,霍异入〔2025〕8号,\n",
                "2025-07-09,通过登记的住所或者经营场所无法联系,霍局,霍异入〔2025〕8号,2026-10-01\n")) {
            Delivery delivery = office.deliver(RecordKind.ABNORMAL, header + correction);
            assertThat(delivery.counts().changed()).as(correction).isEqualTo(1);
            assertThat(office.deliver(RecordKind.ABNORMAL, header + correction)
                            .counts()
                            .same())
                    .as(correction)
                    .isEqualTo(1);
        }
        assertThat(office.row(removed, RecordKind.ABNORMAL.number()))
                .containsEntry("n", 1L)
                .containsEntry("day", "2026-10-01");
        office.deliver(RecordKind.ABNORMAL, header + "2026-07-09,未按规定期限公示年度报告,霍局,霍异入〔2026〕8号,\n");
        assertThat(office.row(removed, RecordKind.ABNORMAL.number()))
                .as("another decision")
                .containsEntry("n", 2L);
    }

    @Test
    void aTextThatAnExportKeepsFromTheSpreadsheetIsReadWithoutItsSigns() {
        Delivery delivery = office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,行政区划\n\"=\"\"甲\"\"\",\"=\"\"" + CODE + "\"\"\",\"=\"\"150581\"\"\"\n");
        assertThat(delivery.counts()).isEqualTo(new Delivery.Counts(1, 1, 0, 0, 0, 0));
        assertThat(office.row("select credit_code, name, region from ingest.enterprise"))
                .containsEntry("credit_code", CODE)
                .containsEntry("name", "甲")
                .containsEntry("region", "150581");
    }

    /** Its category is no penalty's, and what it takes back would count on if it were not read. */
    @Test
    void aDecisionThatImposesNothingAfterAllWithdrawsThePenaltyThatWasKnown() {
        String header = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,当前状态,撤销日期\n甲," + CODE + ",罚〔2026〕7号,";
        office.deliver(RecordKind.PENALTY, header + "吊销许可证件,2026-05-05,市场监管局,0,\n");
        Delivery after = office.deliver(RecordKind.PENALTY, header + "不予处罚,2026-05-05,市场监管局,1,2026-06-10\n");
        assertThat(after.counts().changed()).isEqualTo(1);
        assertThat(office.row("select withdrawn_on::text from ingest.record where known_to is null"))
                .containsEntry("withdrawn_on", "2026-06-10");
    }

    /** An honest slip of 万元 and yuan would cost an enterprise a rank, and the row itself says what is right. */
    @Test
    void aFineInTheOtherUnitIsReadAsTheWordsSayAndAnyOtherContradictionIsMarked() {
        String header = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚内容,罚款金额";
        String rows = CODE + ",甲,霍市监罚〔2026〕%d号,罚款,2026-06-01,甲局,%s,%s\n";
        Delivery delivery = office.deliver(
                RecordKind.PENALTY,
                header + "\n" + rows.formatted(1, "罚款15000元", "15000") + rows.formatted(2, "罚款15000元", "1.5")
                        + rows.formatted(3, "罚款15000元", "1.6") + rows.formatted(4, "罚款15000元；罚款2000元", "17000")
                        + rows.formatted(5, "罚款15000元", "15000元"));
        assertThat(fines())
                .containsExactly(
                        "1500000 " + Flag.AMOUNT_OF_OTHER_UNIT.mask(),
                        "1500000 0",
                        "1600000 " + Flag.AMOUNT_CONTRADICTED.mask(),
                        "17000000000 0",
                        "1500000 0");
        assertThat(office.get(Deliveries.class).notes(delivery.id(), Scope.WHOLE_OFFICE))
                .extracting(note -> note.code() + note.args())
                .contains("fines-without-unit[罚款金额]");

        Delivery inYuan = office.deliver(
                RecordKind.PENALTY,
                header + "（元）\n" + rows.formatted(1, "罚款1.5万元", "1.5") + rows.formatted(4, "罚款17000元", "17000"));
        assertThat(fines())
                .startsWith("1500000 " + Flag.AMOUNT_OF_OTHER_UNIT.mask())
                .contains("1700000 0");
        assertThat(office.get(Deliveries.class).notes(inYuan.id(), Scope.WHOLE_OFFICE))
                .extracting(note -> note.code())
                .doesNotContain("fines-without-unit");
    }

    private List<String> fines() {
        return office.jdbcOwner().sql("""
                        select amount_fen || ' ' || flags from ingest.record
                        where document_no like '霍市监罚〔2026〕%' and known_to is null order by document_no""").query(String.class).list();
    }

    @Test
    void aNoughtWhereThereWasAFineSaysNothing() {
        String header = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚内容,罚款金额(元)\n" + CODE + ",甲,";
        String fen = "select amount_fen, flags from ingest.record where document_no = ?";
        office.deliver(RecordKind.PENALTY, header + "霍市监罚〔2026〕1号,罚款,2026-06-01,甲局,处罚款50万元,0\n");
        assertThat(office.row(fen, "霍市监罚〔2026〕1号"))
                .containsEntry("amount_fen", 50_000_000L)
                .containsEntry("flags", Flag.AMOUNT_FROM_TEXT.mask());
        office.deliver(RecordKind.PENALTY, header + "霍市监罚〔2026〕2号,010103/010107,2026-06-01,甲局,,0\n");
        assertThat(office.row(fen, "霍市监罚〔2026〕2号"))
                .containsEntry("amount_fen", null)
                .containsEntry("flags", Flag.AMOUNT_UNKNOWN.mask());
        office.deliver(RecordKind.PENALTY, header + "霍市监罚〔2026〕3号,警告,2026-06-01,甲局,,0\n");
        assertThat(office.row(fen, "霍市监罚〔2026〕3号"))
                .as("no fine, and it says so")
                .containsEntry("amount_fen", 0L)
                .containsEntry("flags", 0L);
    }

    @Test
    void aRowOfAnotherBodyIsAnotherDecision() {
        String header = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚机关代码,罚款金额(元)\n";
        String row = CODE + ",甲,%s,罚款,2026-06-01,%s,%s,%s\n";
        for (String name : List.of("", "市场监督管理局")) {
            office.clear();
            String one = row.formatted("33", name, "11150581MB000001XX", "50000");
            String other = row.formatted("33", name, "11150581MB000002XX", "10000");
            office.deliver(RecordKind.PENALTY, header + one + other);
            assertThat(standing(RecordKind.PENALTY)).as("in one file").isEqualTo(2);
            office.clear();
            office.deliver(RecordKind.PENALTY, header + one);
            office.deliver(RecordKind.PENALTY, header + other);
            assertThat(standing(RecordKind.PENALTY)).as("in two files").isEqualTo(2);
        }
    }

    @Test
    void oneDecisionToListForTwoReasonsIsTwoListings() {
        String listing = "统一社会信用代码,企业名称,列入日期,列入原因,列入决定机关,列入决定书文号,移出日期\n"
                + CODE + ",甲,2026-01-05,通过登记的住所或者经营场所无法联系,霍市监局,霍市监异入〔2026〕100号,\n"
                + CODE + ",甲,2026-01-05,未按规定期限公示年度报告,霍市监局,霍市监异入〔2026〕100号,2026-10-01\n";
        office.deliver(RecordKind.ABNORMAL, listing);
        assertThat(office.row("select count(*) as n, count(repaired_on) as removed from ingest.record"))
                .containsEntry("n", 2L)
                .containsEntry("removed", 1L);
        assertThat(office.deliver(RecordKind.ABNORMAL, listing).counts().same()).isEqualTo(2);
    }

    @Test
    void theNearestOfTwoReasonsIsMeant() {
        String row = CODE + ",甲,2026-01-05,";
        String header = "统一社会信用代码,企业名称,列入日期,列入原因,移出日期\n" + row;
        office.deliver(RecordKind.DISHONESTY, header + "虚假宣传,\n" + row + "虚假宣传情节严重,\n");
        // a key of other days
        office.jdbcOwner()
                .sql("update ingest.record set key_hash = gen_random_uuid()")
                .update();
        for (String reason : List.of("虚假宣传。", "\"虚假宣传，情节严重。\"")) {
            office.deliver(RecordKind.DISHONESTY, header + reason + ",2026-10-01\n");
        }
        assertThat(
                        office.row(
                                "select count(*) as n, count(repaired_on) as removed from ingest.record where known_to is null"))
                .containsEntry("n", 2L)
                .containsEntry("removed", 2L);
    }

    @Test
    void whatFollowedADecisionCannotComeBeforeItsCorrectedDay() {
        String penalty = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关";
        String row = "\n" + CODE + ",甲,霍市监罚〔2025〕1号,罚款,%s,甲局%s\n";
        office.deliver(
                RecordKind.PENALTY,
                penalty + ",罚款金额(元),公示截止期,信用修复日期" + row.formatted("2025-12-01", ",500,2026-03-01,2026-03-01"));
        office.deliver(RecordKind.PENALTY, penalty + ",罚款金额(元)" + row.formatted("2026-03-01", ",500"));
        assertThat(office.row(
                        "select ends_on::text, repaired_on::text, flags from ingest.record where known_to is null"))
                .as("on the day itself they stay")
                .isEqualTo(Map.of("ends_on", "2026-03-02", "repaired_on", "2026-03-01", "flags", 0L));
        String corrected = penalty + ",罚款金额(元)" + row.formatted("2026-06-01", ",500");
        office.deliver(RecordKind.PENALTY, corrected);
        assertThat(office.row("select ends_on::text, repaired_on, flags from ingest.record where known_to is null"))
                .containsEntry("ends_on", "2027-06-01")
                .containsEntry("repaired_on", null)
                .containsEntry("flags", Flag.DAY_BEFORE_DECISION.mask());
        assertThat(office.deliver(RecordKind.PENALTY, corrected).counts().same())
                .isEqualTo(1);
    }

    /** Sources add a column, and the same rows arrive again: each is compared with those of its own subject, once. */
    @Test
    void manyRowsOfFewSubjectsInOtherWordsAreFoundInOnePass() {
        var named = new StringBuilder("统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚机关代码\n");
        var coded = new StringBuilder(named);
        int rows = 6_000;
        for (int i = 1; i <= rows; i++) {
            String row = (i % 2 == 0 ? CODE : Codes.right(2)) + ",甲,罚〔2026〕" + i + "号,警告,2026-06-01,霍林郭勒市市场监督管理局,";
            named.append(row).append('\n');
            coded.append(row).append("11150581MB000001XX\n");
        }
        office.deliver(RecordKind.PENALTY, named.toString());
        assertThat(office.deliver(RecordKind.PENALTY, coded.toString()).counts())
                .as("the code is news")
                .isEqualTo(new Delivery.Counts(rows, 0, rows, 0, 0, 0));
        assertThat(office.deliver(RecordKind.PENALTY, coded.toString()).counts())
                .isEqualTo(new Delivery.Counts(rows, 0, 0, rows, 0, 0));
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(rows);
    }

    @Test
    void anotherWritingOfABodysCodeIsNoOtherBody() {
        String header = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚机关代码\n";
        String row = CODE + ",甲,%s,警告,2026-06-01,霍林郭勒市市场监督管理局,%s\n";
        office.deliver(RecordKind.PENALTY, header + row.formatted("霍市监罚〔2026〕1号", "11150581MB000001XX"));
        for (String code : List.of(
                "11150581mb000001xx", "1115 0581-MB000001XX", "MB000001X", "0", "不详", "", "11150581MB0000017X")) {
            office.deliver(RecordKind.PENALTY, header + row.formatted("霍市监罚〔2026〕1号", code));
            assertThat(standing(RecordKind.PENALTY)).as(code).isEqualTo(1);
        }
        office.clear();
        office.deliver(
                RecordKind.PENALTY, header + row.formatted("33", "11150581mb000001xx") + row.formatted("33", "0"));
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(1);
        assertThat(office.deliver(RecordKind.PENALTY, header + row.formatted("33", "11150581MB000001XX"))
                        .counts()
                        .same())
                .as("learned once")
                .isEqualTo(0);
        assertThat(office.deliver(RecordKind.PENALTY, header + row.formatted("33", "11150581MB000001XX"))
                        .counts()
                        .same())
                .isEqualTo(1);
        office.deliver(RecordKind.PENALTY, header + row.formatted("33", "11150581MB000002XX"));
        assertThat(standing(RecordKind.PENALTY)).as("another body of that name").isEqualTo(2);
        office.deliver(RecordKind.PENALTY, header + row.formatted("33", ""));
        assertThat(office.row(
                        "select count(distinct authority_code) as bodies from ingest.record where known_to is null"))
                .as("it may be of the one or the other, and both stay")
                .containsEntry("bodies", 2L);
    }

    @Test
    void whatContradictsInOneFileIsTwoAsInTwoFiles() {
        String header = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元)\n";
        String warned = CODE + ",甲,33,警告,2026-06-01,霍林郭勒市市场监督管理局,\n";
        String fined = CODE + ",甲,33,罚款,2026-06-01,,50000\n";
        office.deliver(RecordKind.PENALTY, header + warned + fined);
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(2);
        office.clear();
        office.deliver(RecordKind.PENALTY, header + warned);
        office.deliver(RecordKind.PENALTY, header + fined);
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(2);
    }

    /** A carrier has one licence and a permit for each journey. */
    @Test
    void manyDecisionsAboutOneLicenceAreLookedUpOneByOne() {
        String header = "统一社会信用代码,企业名称,行政许可决定文书号,许可编号,许可决定日期,有效期至,许可机关\n";
        int rows = 6_000;
        for (int year = 2024; year <= 2026; year++) {
            var file = new StringBuilder(header);
            for (int i = 1; i <= rows; i++) {
                file.append(CODE)
                        .append(",甲,蒙交超限许〔")
                        .append(year)
                        .append("〕")
                        .append(i)
                        .append("号,150500001234,")
                        .append(year)
                        .append("-03-01,2026-12-31,交通局\n");
            }
            assertThat(office.deliver(RecordKind.PERMIT, file.toString())
                            .counts()
                            .added())
                    .isEqualTo(rows);
        }
    }

    @Test
    void theNumberByWhichAPermitWasFoundStays() {
        String header = "统一社会信用代码,企业名称,行政许可决定文书号,许可编号,许可决定日期,有效期至,许可机关\n";
        String row = CODE + ",甲,%s,%s,2026-01-10,2031-01-09,甲局\n";
        for (String other : List.of("JY11505810001234(1-1)", "霍食准〔2026〕5号")) {
            office.clear();
            office.deliver(RecordKind.PERMIT, header + row.formatted("霍食准〔2026〕5号", "JY11505810001234"));
            String file = header + row.formatted("JY11505810001234", other);
            office.deliver(RecordKind.PERMIT, file);
            assertThat(office.deliver(RecordKind.PERMIT, file).counts().same())
                    .as(other)
                    .isEqualTo(1);
            assertThat(
                            office.row(
                                    "select count(*) as n, min(document_no) as document, min(licence_no) as licence from ingest.record where known_to is null"))
                    .as(other)
                    .isEqualTo(Map.of("n", 1L, "document", "霍食准〔2026〕5号", "licence", "JY11505810001234"));
        }
    }

    @Test
    void aRowThatWasFoundMeansItsRecordAgainUntilAFileTellsTheTwoApart() {
        String header = "统一社会信用代码,企业名称,行政许可决定文书号,许可编号,许可决定日期,许可机关\n";
        String licence = CODE + ",甲,JY1,,2026-01-10,甲局\n";
        String decision = CODE + ",甲,霍食准〔2026〕5号,JY1,2026-01-10,甲局\n";
        office.deliver(RecordKind.PERMIT, header + licence);
        office.deliver(RecordKind.PERMIT, header + decision);
        assertThat(standing(RecordKind.PERMIT)).isEqualTo(1);
        assertThat(office.deliver(RecordKind.PERMIT, header + decision).counts())
                .isEqualTo(new Delivery.Counts(1, 0, 0, 1, 0, 0));
        Delivery both = office.deliver(RecordKind.PERMIT, header + licence + decision);
        assertThat(both.counts().added()).isEqualTo(1);
        assertThat(standing(RecordKind.PERMIT)).isEqualTo(2);
        for (String file : List.of(licence + decision, decision + licence, decision, licence)) {
            Delivery again = office.deliver(RecordKind.PERMIT, header + file);
            assertThat(again.counts().same()).as(file).isEqualTo(again.counts().rows());
        }
    }

    @Test
    void aShortNumberThatWasFoundOnceIsAnotherDecisionOnAnotherDay() {
        String header = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,处罚机关\n";
        office.deliver(RecordKind.PENALTY, header + CODE + ",甲,33,警告,2026-06-01,甲局\n");
        String bare = CODE + ",甲,33,警告,%s,\n";
        office.deliver(RecordKind.PENALTY, header + bare.formatted("2026-06-01"));
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(1);
        office.deliver(RecordKind.PENALTY, header + bare.formatted("2026-06-01"));
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(1);
        office.deliver(RecordKind.PENALTY, header + bare.formatted("2026-06-02"));
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(2);
    }

    @Test
    void anotherLicenceOfADecisionIsNoSameRow() {
        String file = "统一社会信用代码,企业名称,行政许可决定文书号,许可编号,许可决定日期,有效期至,许可机关\n" + CODE
                + ",甲,霍交许〔2026〕6号,%s,2026-03-01,2026-12-31,交通局\n";
        office.deliver(RecordKind.PERMIT, file.formatted("JY1"));
        assertThat(office.deliver(RecordKind.PERMIT, file.formatted("JY2"))
                        .counts()
                        .changed())
                .isEqualTo(1);
        assertThat(office.row("select licence_no from ingest.record where known_to is null"))
                .containsEntry("licence_no", "JY2");
        assertThat(office.deliver(RecordKind.PERMIT, file.formatted("JY2"))
                        .counts()
                        .same())
                .isEqualTo(1);
    }

    private long standing(RecordKind kind) {
        return office.count("select count(*) from ingest.record where kind = ? and known_to is null", kind.number());
    }

    @Test
    void aRowWithoutTheCodeOfItsBodyIsTheSameDecisionAlsoInOneFile() {
        office.deliver(
                RecordKind.PENALTY,
                "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,处罚机关,处罚机关代码\n" + CODE
                        + ",甲,霍市监罚〔2026〕31号,警告,2026-06-01,霍林郭勒市市场监督管理局,11150581MB000001XX\n" + CODE
                        + ",甲,霍市监罚〔2026〕31号,警告,2026-06-01,霍林郭勒市市场监督管理局,\n");
        assertThat(standing(RecordKind.PENALTY)).isEqualTo(1);
    }

    @Test
    void aVoidPermitStaysVoidWhenTheDayOfItsDecisionIsCorrected() {
        String header = "统一社会信用代码,企业名称,行政许可决定文书号,许可内容,许可决定日期,有效期至,许可机关";
        office.deliver(RecordKind.PERMIT, header + ",当前状态\n" + CODE + ",甲,许〔2026〕2号,食品,2026-01-10,2031-01-09,甲局,注销\n");
        String corrected = header + "\n" + CODE + ",甲,许〔2026〕2号,食品,2026-01-08,2031-01-09,甲局\n";
        assertThat(office.deliver(RecordKind.PERMIT, corrected).counts().changed())
                .isEqualTo(1);
        assertThat(office.deliver(RecordKind.PERMIT, corrected).counts().same()).isEqualTo(1);
        assertThat(office.row("select ends_on::text from ingest.record where known_to is null"))
                .containsEntry("ends_on", "2026-01-08");
    }

    @Test
    void aRegisterOfLicencesKnowsAPermitByItsSecondNumber() {
        String decisions = "统一社会信用代码,企业名称,行政许可决定文书号,许可编号,许可决定日期,有效期至,许可机关,当前状态\n" + CODE
                + ",甲,霍市监许准〔2026〕9号,JY11505810001234,2026-01-10,2031-01-09,甲局,2\n";
        String licences =
                "统一社会信用代码,企业名称,许可编号,许可决定日期,有效期至,许可机关\n" + CODE + ",甲,JY11505810001234,2026-01-10,2031-01-09,甲局\n";
        office.deliver(RecordKind.PERMIT, decisions);
        for (String file : List.of(licences, decisions, licences)) {
            assertThat(office.deliver(RecordKind.PERMIT, file).counts().same()).isEqualTo(1);
        }
        assertThat(office.row(
                        "select document_no, licence_no, ends_on::text from ingest.record where known_to is null"))
                .containsEntry("document_no", "霍市监许准〔2026〕9号")
                .containsEntry("licence_no", "JY11505810001234")
                .containsEntry("ends_on", "2026-01-10");
        office.clear();
        office.deliver(RecordKind.PERMIT, licences);
        office.deliver(RecordKind.PERMIT, decisions);
        for (String file : List.of(licences, decisions, licences)) {
            assertThat(office.deliver(RecordKind.PERMIT, file).counts().same()).isEqualTo(1);
        }
        assertThat(office.row("select document_no, ends_on::text from ingest.record where known_to is null"))
                .as("told in the other order")
                .containsEntry("document_no", "霍市监许准〔2026〕9号")
                .containsEntry("ends_on", "2026-01-10");
    }

    @Test
    void aWordForNoNumberIsNoNumber() {
        String penalty = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,处罚机关\n";
        String row = CODE + ",甲,%s,%s,%s,甲局\n";
        Delivery delivery = office.deliver(
                RecordKind.PENALTY,
                penalty
                        + row.formatted("无文号", "罚款", "2026-05-10")
                        + row.formatted("暂无", "责令关闭", "2025-05-08")
                        + row.formatted("不详", "警告", "2026-10-08"));
        assertThat(delivery.counts().added()).isEqualTo(3);
        assertThat(office.get(Deliveries.class).flags(delivery.id(), Scope.WHOLE_OFFICE))
                .containsEntry(Flag.DOCUMENT_NUMBER_MISSING, 3L);
    }

    @Test
    void anAmountThatCannotBeReadTakesNoKnownOneAway() {
        String header =
                "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,罚款金额(元),没收金额(元)\n" + CODE + ",甲,霍市监罚〔2026〕1号,罚款、没收违法所得,2026-06-01,";
        office.deliver(RecordKind.PENALTY, header + "500000,20000\n");
        for (String cells : List.of("见决定书,见决定书\n", ",20000\n")) {
            assertThat(office.deliver(RecordKind.PENALTY, header + cells)
                            .counts()
                            .same())
                    .as(cells)
                    .isEqualTo(1);
        }
        assertThat(office.row("select amount_fen, confiscated_fen from ingest.record where known_to is null"))
                .containsEntry("amount_fen", 50_000_000L)
                .containsEntry("confiscated_fen", 2_000_000L);
        String capital = "企业名称,统一社会信用代码,注册资本\n甲," + CODE + ",";
        office.deliver(RecordKind.REGISTRATION, capital + "100万元\n");
        office.deliver(RecordKind.REGISTRATION, capital + "若干\n");
        assertThat(office.row("select capital_fen, capital_text from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("capital_fen", 100_000_000L)
                .containsEntry("capital_text", "100万元");
    }

    /** 信用修复管理办法 (2026): the longest time holds, whatever the source says. */
    @Test
    void noPenaltyCountsLongerThanTheLawAllowsNorEndsBeforeItWasDecided() {
        String header = "统一社会信用代码,企业名称,文书号,处罚类别,决定日期,公示截止期,修复日期\n" + CODE + ",甲,霍市监罚〔2026〕%d号,警告,2026-06-10,%s,%s\n";
        String record =
                "select ends_on::text, repaired_on::text, flags from ingest.record where document_no = ? and known_to is null";
        office.deliver(RecordKind.PENALTY, header.formatted(1, "2026-09-09", ""));
        office.deliver(RecordKind.PENALTY, header.formatted(2, "2026-09-10", ""));
        office.deliver(RecordKind.PENALTY, header.formatted(3, "2028-06-10", ""));
        office.deliver(RecordKind.PENALTY, header.formatted(4, "2020-06-10", "2026-06-09"));
        office.deliver(RecordKind.PENALTY, header.formatted(5, "", "2026-06-10"));
        assertThat(office.row(record, "霍市监罚〔2026〕1号"))
                .containsEntry("ends_on", "2026-09-10")
                .containsEntry("flags", 0L);
        assertThat(office.row(record, "霍市监罚〔2026〕2号"))
                .as("a source that counts the last day in")
                .containsEntry("ends_on", "2026-09-11")
                .containsEntry("flags", 0L);
        assertThat(office.row(record, "霍市监罚〔2026〕3号"))
                .containsEntry("ends_on", "2026-09-10")
                .containsEntry("flags", Flag.END_BEYOND_LIMIT.mask());
        assertThat(office.row(record, "霍市监罚〔2026〕4号"))
                .containsEntry("ends_on", "2026-09-10")
                .containsEntry("repaired_on", null)
                .containsEntry("flags", Flag.mask(Flag.END_NOT_READ, Flag.DAY_BEFORE_DECISION));
        assertThat(office.row(record, "霍市监罚〔2026〕5号"))
                .containsEntry("repaired_on", "2026-06-10")
                .containsEntry("flags", 0L);
    }

    @Test
    void anEndOfPublicityThatCannotBeReadIsNoNews() {
        String header = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,公示截止期\n";
        String row = "甲," + CODE + ",罚〔2026〕1号,警告,2026-04-30,市场监管局,";
        String end = "select ends_on::text, flags from ingest.record where known_to is null";
        office.deliver(RecordKind.PENALTY, header + row + "明年\n");
        assertThat(office.row(end))
                .as("of a record that nobody knew the law's longest time is taken")
                .containsEntry("ends_on", "2026-07-30")
                .containsEntry("flags", Flag.mask(Flag.DAY_NOT_READ, Flag.END_NOT_READ));
        office.deliver(RecordKind.PENALTY, header + row + "2026-05-31\n");
        assertThat(office.row(end)).containsEntry("ends_on", "2026-06-01").containsEntry("flags", 0L);
        Delivery unread = office.deliver(RecordKind.PENALTY, header + row + "明年\n");
        assertThat(unread.counts().same()).isEqualTo(1);
        assertThat(office.row(end)).containsEntry("ends_on", "2026-06-01");
        office.deliver(RecordKind.PENALTY, header + row + "\n");
        assertThat(office.row(end))
                .as("an empty cell says that the source states none")
                .containsEntry("ends_on", "2026-07-30");
    }

    @Test
    void anEmptyCellForTheBodyTakesNoBodyFromWhatOnlyABodyDoes() {
        String body = "select authority from ingest.record where known_to is null";
        String penalty = "甲," + CODE + ",霍市监罚字〔2026〕1号,警告,2026-04-30,%s,,\n";
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty.formatted("霍市监局"));
        Delivery without = office.deliver(RecordKind.PENALTY, PENALTIES + penalty.formatted(""));
        assertThat(without.counts().same()).isEqualTo(1);
        assertThat(office.row(body)).containsEntry("authority", "霍市监局");
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty.formatted("霍林郭勒市市场监督管理局"));
        assertThat(office.row(body)).containsEntry("authority", "霍林郭勒市市场监督管理局");
        office.clear();
        String honour = "企业名称,统一社会信用代码,荣誉名称,授予日期,授予机关\n甲," + CODE + ",守合同重信用,2026-04-30,%s\n";
        office.deliver(RecordKind.HONOUR, honour.formatted("霍市协会"));
        office.deliver(RecordKind.HONOUR, honour.formatted(""));
        assertThat(office.row(body)).as("who gave an honour may be nobody").containsEntry("authority", null);
    }

    @Test
    void aMarkStaysWithTheValueItIsAbout() {
        office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,登记状态,注册资本,行业代码,行政区划,成立日期\n甲," + CODE + ",奇怪状态,若干,?,150581,2031-01-01\n");
        long marks =
                Flag.mask(Flag.STATUS_NOT_KNOWN, Flag.CAPITAL_NOT_READ, Flag.INDUSTRY_NOT_KNOWN, Flag.DAY_IN_FUTURE);
        assertThat(office.row("select flags from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("flags", marks);
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,法定代表人\n甲," + CODE + ",王\n");
        assertThat(office.row("select flags from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("flags", marks);
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,登记状态,注册资本\n甲," + CODE + ",存续,10万元\n");
        assertThat(office.row("select flags from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("flags", Flag.mask(Flag.INDUSTRY_NOT_KNOWN, Flag.DAY_IN_FUTURE));
    }

    @Test
    void aMarkGoesWhenTheSameValueIsToldInAWordThatIsKnown() {
        String header = "企业名称,统一社会信用代码,登记状态\n甲," + CODE + ",";
        office.deliver(RecordKind.REGISTRATION, header + "奇怪状态\n");
        assertThat(office.deliver(RecordKind.REGISTRATION, header + "存续\n")
                        .counts()
                        .changed())
                .isEqualTo(1);
        assertThat(office.row("select status, flags from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("status", "ACTIVE")
                .containsEntry("flags", Flag.REGION_NOT_KNOWN.mask());
    }

    @Test
    void aVoidPermitStaysVoidUntilAFileSaysThatItIsValid() {
        String header = "企业名称,统一社会信用代码,行政许可决定文书号,许可决定日期,许可机关,有效期至";
        String row = "甲," + CODE + ",许〔2024〕1号,2024-01-01,市场监管局,2030-01-01";
        office.deliver(RecordKind.PERMIT, header + ",当前状态\n" + row + ",注销\n");
        assertThat(office.deliver(RecordKind.PERMIT, header + "\n" + row + "\n")
                        .counts()
                        .same())
                .isEqualTo(1);
        assertThat(office.row("select ends_on::text from ingest.record where known_to is null"))
                .containsEntry("ends_on", "2024-01-01");
        assertThat(office.deliver(RecordKind.PERMIT, header + ",当前状态\n" + row + ",\n")
                        .counts()
                        .same())
                .isEqualTo(1);
        office.deliver(RecordKind.PERMIT, header + ",当前状态\n" + row + ",有效\n");
        assertThat(office.row("select ends_on::text from ingest.record where known_to is null"))
                .containsEntry("ends_on", "2030-01-02");
    }

    @Test
    void aWithdrawnPenaltyStaysWithdrawnWhereAFileLeavesItsStateEmpty() {
        String penalty =
                "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,当前状态\n甲," + CODE + ",霍市监罚〔2025〕1号,警告,2025-05-05,市场监管局,";
        office.deliver(RecordKind.PENALTY, penalty + "撤销\n");
        assertThat(office.deliver(RecordKind.PENALTY, penalty + "\n").counts().same())
                .isEqualTo(1);
        office.deliver(RecordKind.PENALTY, penalty + "正常\n");
        assertThat(office.row("select withdrawn_on from ingest.record where known_to is null"))
                .containsEntry("withdrawn_on", null);
        office.deliver(RecordKind.PENALTY, penalty + "\n");
        assertThat(office.row("select flags from ingest.record where known_to is null"))
                .containsEntry("flags", 0L);
    }

    @Test
    void theSurerOfTwoTellingsOfAPenaltyStays() {
        String header = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚内容";
        String row = "甲," + CODE + ",罚〔2025〕1号,罚款,2025-05-05,市场监管局,罚款人民币伍万元整";
        office.deliver(RecordKind.PENALTY, header + ",罚款金额(元),撤销日期\n" + row + ",50001,2025-10-10\n");
        Delivery less = office.deliver(RecordKind.PENALTY, header + ",当前状态\n" + row + ",1\n");
        assertThat(less.counts().same()).isEqualTo(1);
        assertThat(office.row("select amount_fen, withdrawn_on::text, flags from ingest.record where known_to is null"))
                .containsEntry("amount_fen", 5_000_100L)
                .containsEntry("withdrawn_on", "2025-10-10")
                .containsEntry("flags", Flag.AMOUNT_CONTRADICTED.mask());
    }

    @Test
    void aFineReadFromWordsKeepsItsMarkWhenAnotherFileTellsOfTheRepair() {
        String header = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关";
        String row = "甲," + CODE + ",罚〔2025〕1号,罚款,2025-05-05,市场监管局";
        office.deliver(RecordKind.PENALTY, header + ",处罚内容\n" + row + ",罚款人民币伍万元整\n");
        office.deliver(RecordKind.PENALTY, header + ",信用修复日期\n" + row + ",2026-01-05\n");
        assertThat(office.row("select amount_fen, repaired_on::text, flags from ingest.record where known_to is null"))
                .containsEntry("amount_fen", 5_000_000L)
                .containsEntry("repaired_on", "2026-01-05")
                .containsEntry("flags", Flag.AMOUNT_FROM_TEXT.mask());
    }

    @Test
    void aMoveIsAMoveAlsoIntoTheTownWhoseNumberEndsInNoughts() {
        String row = "企业名称,统一社会信用代码,行政区划\n甲," + CODE + ",%s\n";
        String[][] moves = {
            {"150581101", "150581100"},
            {"150581100", "150581101"},
            {"150581201", "150581200000"},
            {"150581200", "150523100"}
        };
        for (String[] move : moves) {
            office.clear();
            office.deliver(RecordKind.REGISTRATION, row.formatted(move[0]));
            assertThat(office.deliver(RecordKind.REGISTRATION, row.formatted(move[1]))
                            .counts()
                            .changed())
                    .as("%s to %s", move[0], move[1])
                    .isEqualTo(1);
        }
        String[][] coarser = {
            {"150581101", "150581"},
            {"150581101", "150581000"},
            {"150581101", "150581000000"},
            {"150581101001", "150581101000"},
            {"150581101", "150500"},
            {"150581101", "150000"}
        };
        for (String[] less : coarser) {
            office.clear();
            office.deliver(RecordKind.REGISTRATION, row.formatted(less[0]));
            assertThat(office.deliver(RecordKind.REGISTRATION, row.formatted(less[1]))
                            .counts()
                            .same())
                    .as("%s says nothing new of %s", less[1], less[0])
                    .isEqualTo(1);
        }
    }

    @Test
    void aCitySaysNothingNewOfACountyButAnotherDivisionIsAnotherTrade() {
        String header = "企业名称,统一社会信用代码,行政区划,行业代码\n甲," + CODE + ",";
        office.deliver(RecordKind.REGISTRATION, header + "150581,7299\n");
        assertThat(office.deliver(RecordKind.REGISTRATION, header + "150500,72\n")
                        .counts()
                        .same())
                .isEqualTo(1);
        assertThat(office.deliver(RecordKind.REGISTRATION, header + "150000,70\n")
                        .counts()
                        .changed())
                .isEqualTo(1);
        assertThat(office.row("select region, industry, section from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("region", "150581")
                .containsEntry("industry", "7000")
                .containsEntry("section", "K");
        office.deliver(RecordKind.REGISTRATION, header + "150520,70\n");
        assertThat(office.row("select region from ingest.enterprise where credit_code = ?", CODE))
                .as("a county that ends in a zero is a county")
                .containsEntry("region", "150520");
    }

    @Test
    void aDayOrStatusThatCannotBeReadTakesNothingAwayAndIsMarked() {
        String header = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元),信用修复日期\n";
        String row = "甲," + CODE + ",罚〔2025〕1号,罚款,2025-05-05,市场监管局,2000,";
        office.deliver(RecordKind.PENALTY, header + row + "2026-01-05\n");
        office.deliver(RecordKind.PENALTY, header + row.replace("2000", "3000") + "不详\n");
        assertThat(office.row("select repaired_on::text, flags from ingest.record where known_to is null"))
                .containsEntry("repaired_on", "2026-01-05")
                .containsEntry("flags", Flag.DAY_NOT_READ.mask());
        String register = "企业名称,统一社会信用代码,登记状态,注销日期\n甲," + CODE + ",";
        office.deliver(RecordKind.REGISTRATION, register + "注销,2025-01-01\n");
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,登记状态\n甲," + CODE + ",奇怪\n");
        assertThat(office.row(
                        "select status, deregistered_on::text from ingest.enterprise where credit_code = ?", CODE))
                .containsEntry("status", "DEREGISTERED")
                .containsEntry("deregistered_on", "2025-01-01");
    }

    /** Two sources of one register, one with fewer columns, night after night: nobody's grade is at stake. */
    @Test
    void aFullAndANarrowFileInTurnsChangeNothing() {
        String full = REGISTRATIONS + "甲," + CODE + ",2016-03-31,存续,150581,10万元\n";
        String narrow = "企业名称,统一社会信用代码,登记机关\n甲," + CODE + ",市场监管局\n";
        office.deliver(RecordKind.REGISTRATION, full);
        assertThat(office.deliver(RecordKind.REGISTRATION, narrow).counts().changed())
                .as("the registrar is news")
                .isEqualTo(1);
        for (String again : List.of(full, narrow, full)) {
            assertThat(office.deliver(RecordKind.REGISTRATION, again).counts().same())
                    .isEqualTo(1);
        }
        assertThat(office.count("select count(*) from ingest.enterprise_version"))
                .isEqualTo(1);
    }

    @Test
    void keepsAWithdrawnRecordWithTheDayOfItsWithdrawal() {
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", ""));
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", "2026-10-01"));

        assertThat(office.row("select withdrawn_on::text from ingest.record where known_to is null"))
                .containsEntry("withdrawn_on", "2026-10-01");
        assertThat(office.count("select count(*) from ingest.record")).isEqualTo(2);
    }

    @Test
    void countsTheSameFileSentAgainAsTheSameEvenWhenItContradictsItself() {
        String file = PENALTIES
                + penalty("罚〔2026〕1号", "2000", "")
                + penalty("罚〔2026〕1号", "2000", "") // word for word
                + penalty("罚〔2026〕2号", "2000", "")
                + penalty("罚〔2026〕2号", "9000", ""); // the later row counts
        Delivery first = office.deliver(RecordKind.PENALTY, file);
        Delivery again = office.deliver(RecordKind.PENALTY, file);

        assertThat(first.counts()).isEqualTo(new Delivery.Counts(4, 2, 1, 1, 0, 0));
        assertThat(again.counts()).isEqualTo(new Delivery.Counts(4, 0, 0, 4, 0, 0));
        assertThat(again.sameFileAs()).as("an empty line longer").isNull();
        assertThat(again.changedNothing()).isTrue();
        assertThat(touched(again)).isZero();
        assertThat(office.doors().toRegrade).containsExactly(first.id());
        assertThat(office.jdbcOwner()
                        .sql("select amount_fen from ingest.record order by document_no")
                        .query(Long.class)
                        .list())
                .containsExactly(200_000L, 900_000L);
    }

    @Test
    void entersTheSubjectOfARecordAndCompletesItWhenItsRegistrationComes() {
        Delivery penalty = office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", ""));
        assertThat(penalty.counts().added()).isEqualTo(1);
        assertThat(office.row("select registered, name, region from ingest.read_enterprise"))
                .containsEntry("registered", false)
                .containsEntry("name", "甲")
                .containsEntry("region", null);

        Delivery registration =
                office.deliver(RecordKind.REGISTRATION, REGISTRATIONS + "甲公司," + CODE + ",2016-03-31,存续,150581,10万元\n");
        assertThat(registration.counts()).isEqualTo(new Delivery.Counts(1, 1, 0, 0, 0, 0));
        assertThat(office.row("select registered, name, region from ingest.read_enterprise"))
                .containsEntry("registered", true)
                .containsEntry("name", "甲公司")
                .containsEntry("region", "150581");
        assertThat(office.count("""
                select count(*) from ingest.record r join ingest.enterprise e on e.id = r.enterprise_id
                """)).isEqualTo(1);
    }

    @Test
    void keepsOneRecordOfOneSubjectUnderItsOldNumber() {
        String oldNumber = Codes.oldNumber(7);
        String file = PENALTIES + "老厂," + oldNumber + ",罚〔2026〕7号,警告,2026-05-01,霍市监局,,\n";
        Delivery delivery = office.deliver(RecordKind.PENALTY, file);
        assertThat(delivery.counts()).isEqualTo(new Delivery.Counts(1, 1, 0, 0, 1, 0));
        assertThat(office.row("select credit_code, old_number, code_class from ingest.enterprise"))
                .containsEntry("credit_code", null)
                .containsEntry("old_number", oldNumber)
                .containsEntry("code_class", "OLD_NUMBER");
        assertThat(office.deliver(RecordKind.PENALTY, file).counts().same()).isEqualTo(1);
        assertThat(office.deliver(
                                RecordKind.REGISTRATION,
                                REGISTRATIONS + "老厂," + oldNumber + ",1996-03-31,存续,150581,10万元\n")
                        .counts()
                        .added())
                .isEqualTo(1);
        assertThat(office.count("select count(*) from ingest.enterprise")).isEqualTo(1);
    }

    @Test
    void readsAPenaltyInTheOfficialLayoutWithItsEndByTheLawOfToday() {
        String header =
                "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_JDRQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_FR_SFZH,某列\n";
        Delivery delivery = office.deliver(
                RecordKind.PENALTY,
                header
                        + "甲,法人及非法人组织," + CODE
                        + ",罚〔2026〕1号,罚款;没收违法所得,罚款2万元,2.000000,0.155295,2026/05/31,,霍市监局,11150581MB0000000X,15058119900101001X,x\n"
                        + "甲,法人及非法人组织," + CODE
                        + ",罚〔2026〕2号,吊销许可证件,,,,2026/05/31,2027/01/31,霍市监局,11150581MB0000000X,,x\n");
        assertThat(delivery.counts()).isEqualTo(new Delivery.Counts(2, 2, 0, 0, 0, 0));
        assertThat(office.row("""
                        select event_day::text, ends_on::text, severity, amount_fen, confiscated_fen, category
                        from ingest.read_record where document_no = '罚〔2026〕1号'
                        """))
                .isEqualTo(Map.of(
                        "event_day",
                        "2026-05-31",
                        "ends_on",
                        "2027-05-31",
                        "severity",
                        2,
                        "amount_fen",
                        2_000_000L,
                        "confiscated_fen",
                        155_295L,
                        "category",
                        "010103,010104"));
        assertThat(office.row("select ends_on::text, severity from ingest.read_record where document_no = '罚〔2026〕2号'"))
                .isEqualTo(Map.of("ends_on", "2027-02-01", "severity", 3));
        var notes = office.get(Deliveries.class).notes(delivery.id(), Scope.WHOLE_OFFICE);
        assertThat(notes)
                .extracting(note -> note.code() + note.args())
                .containsExactly(
                        "columns-unknown[某列]",
                        "columns-personal[CF_FR_SFZH]",
                        "columns-not-told[信用修复日期, 撤销日期, 违法行为类型]");
        assertThat(office.count("select count(*) from ingest.record where summary like '%15058119900101001X%'"))
                .isZero();
    }

    @Test
    void takesAFineFromTheWordsOfTheDecisionAndSaysSoAndNeverCallsItNothing() {
        String header = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚内容,处罚决定日期\n";
        Delivery delivery = office.deliver(
                RecordKind.PENALTY,
                header
                        + "甲," + CODE + ",罚〔2026〕1号,罚款,罚款人民币肆拾捌万元。,2026-05-01\n"
                        + "甲," + CODE + ",罚〔2026〕2号,罚款,罚款若干,2026-05-01\n"
                        + "甲," + CODE + ",罚〔2026〕3号,,罚款2000元,2026-05-01\n"
                        + "甲," + CODE + ",罚〔2026〕4号,警告,警告,2026-05-01\n");
        assertThat(delivery.counts()).isEqualTo(new Delivery.Counts(4, 4, 0, 0, 3, 0));
        assertThat(office.jdbcOwner().sql("""
                                select coalesce(amount_fen::text, 'none') || case when amount_unknown then ' unknown' else '' end
                                from ingest.read_record order by document_no
                                """).query(String.class).list())
                .containsExactly("48000000", "none unknown", "200000", "none");
        assertThat(office.get(Deliveries.class).flags(delivery.id(), Scope.WHOLE_OFFICE))
                .isEqualTo(Map.of(Flag.AMOUNT_FROM_TEXT, 2L, Flag.AMOUNT_UNKNOWN, 1L, Flag.CATEGORY_NOT_KNOWN, 1L));
        assertThat(office.get(Deliveries.class).notes(delivery.id(), Scope.WHOLE_OFFICE))
                .extracting(note -> note.code())
                .containsExactly("fines-from-text", "columns-not-told");
    }

    @Test
    void keepsADocumentNumberAsItIsWrittenAndComparesItInOneWriting() {
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("（霍）市监罚（2026）7号", "2000", ""));
        Delivery again = office.deliver(RecordKind.PENALTY, PENALTIES + penalty("〔霍〕市监罚[2026] 7号", "2000", ""));

        assertThat(again.counts().same()).isEqualTo(1);
        assertThat(office.row("select document_no from ingest.read_record"))
                .containsEntry("document_no", "（霍）市监罚（2026）7号");
    }

    @Test
    void keepsOddRowsAndMarksThem() {
        Delivery penalty = office.deliver(
                RecordKind.PENALTY,
                "企业名称,统一社会信用代码,CF_WSH,CF_CFLB,CF_NR,CF_JDRQ,CF_NR_FK,CF_GSJZQ\n" + "甲," + CODE
                        + ",罚〔2026〕1号,罚款,罚款3万元,2026-05-01,-3,2026年末\n");
        assertThat(penalty.counts()).isEqualTo(new Delivery.Counts(1, 1, 0, 0, 1, 0));
        assertThat(office.row(
                        "select amount_fen, amount_unknown, ends_on::text from ingest.read_record where kind = 3"))
                .containsEntry("amount_fen", null)
                .containsEntry("amount_unknown", true)
                .containsEntry("ends_on", "2027-05-01"); // the longest time of the law, as if none were stated
        assertThat(office.get(Deliveries.class).flags(penalty.id(), Scope.WHOLE_OFFICE))
                .containsOnlyKeys(Flag.AMOUNT_NEGATIVE, Flag.AMOUNT_UNKNOWN, Flag.DAY_NOT_READ, Flag.END_NOT_READ);

        Delivery listed = office.deliver(
                RecordKind.ABNORMAL, "企业名称,统一社会信用代码,列入日期,列入原因,移出日期\n甲," + CODE + ",2026-03-31,未按期公示年度报告,2026-03-30\n");
        assertThat(listed.counts()).isEqualTo(new Delivery.Counts(1, 1, 0, 0, 1, 0));
        assertThat(office.row("select repaired_on from ingest.read_record where kind = 4"))
                .containsEntry("repaired_on", null);
        assertThat(office.get(Deliveries.class).flags(listed.id(), Scope.WHOLE_OFFICE))
                .containsOnlyKeys(Flag.REMOVED_BEFORE_LISTED);
    }

    @Test
    void readsPermitsAndBothLists() {
        assertThat(office.deliver(
                                RecordKind.PERMIT,
                                "XK_XDR_MC,XK_XDR_SHXYM,XK_WSH,XK_XKLB,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJG,XK_ZT\n"
                                        + "甲," + CODE + ",许〔2026〕1号,普通,2026/01/05,2026/01/05,2029/01/04,霍市监局,1\n"
                                        + "甲," + CODE + ",许〔2026〕2号,普通,2026/01/05,2026/01/05,2099/12/31,霍市监局,1\n"
                                        + "甲," + CODE + ",许〔2026〕3号,普通,2026/01/05,2026/01/05,2029/01/04,霍市监局,2\n")
                        .counts()
                        .added())
                .isEqualTo(3);
        assertThat(office.jdbcOwner()
                        .sql("select coalesce(ends_on::text, 'none') from ingest.record order by document_no")
                        .query(String.class)
                        .list())
                .containsExactly("2029-01-05", "none", "2026-01-05");

        String abnormal = "企业名称,统一社会信用代码,列入日期,列入原因,作出决定机关,移出日期\n";
        office.deliver(RecordKind.ABNORMAL, abnormal + "甲," + CODE + ",2026-02-01,通过登记的住所或经营场所无法联系,霍市监局,\n");
        Delivery removed = office.deliver(
                RecordKind.ABNORMAL, abnormal + "甲," + CODE + ",2026-02-01,通过登记的住所无法联系,霍市监局,2026-06-01\n");
        assertThat(removed.counts().changed()).isEqualTo(1);
        assertThat(office.row(
                        "select category, repaired_on::text from ingest.record where kind = 4 and known_to is null"))
                .isEqualTo(Map.of("category", "4", "repaired_on", "2026-06-01"));

        office.deliver(RecordKind.DISHONESTY, "企业名称,统一社会信用代码,列入日期,列入原因,移出日期\n甲," + CODE + ",2026-02-01,提供虚假材料取得许可,\n");
        assertThat(office.row("select severity from ingest.record where kind = 5"))
                .containsEntry("severity", 3);
    }

    @Test
    void readsTheSameFileInEveryEncoding() {
        String file = REGISTRATIONS + "霍林郭勒市𠮷祥商贸，有限公司," + CODE + ",2016年3月31日,存续,150581,10万元\n";
        Delivery utf8 = office.deliver(RecordKind.REGISTRATION, file);
        Delivery marked = office.deliver(RecordKind.REGISTRATION, ("\ufeff" + file).getBytes(StandardCharsets.UTF_8));
        Delivery gb = office.deliver(RecordKind.REGISTRATION, file.getBytes(Charset.forName("GB18030")));
        Delivery tabs =
                office.deliver(RecordKind.REGISTRATION, file.replace(',', '\t').replace("\n", "\r\n"));

        assertThat(List.of(utf8, marked, gb, tabs))
                .extracting(Delivery::encoding)
                .containsExactly("UTF-8", "UTF-8 BOM", "GB18030", "UTF-8");
        assertThat(utf8.counts().added()).isEqualTo(1);
        assertThat(List.of(marked, gb, tabs))
                .allSatisfy(again -> assertThat(again.counts().same()).isEqualTo(1));
        assertThat(office.row("select name from ingest.enterprise")).containsEntry("name", "霍林郭勒市𠮷祥商贸，有限公司");
    }

    @Test
    void keepsGoodRowsAndTellsOfEachBadOne() {
        Delivery delivery = office.deliver(
                RecordKind.REGISTRATION,
                REGISTRATIONS
                        + "甲," + CODE + ",2016-03-31,存续,150581,10万元\n"
                        + "乙,13830295-X,2016-03-31,存续,150581,10万元\n"
                        + "丙," + Codes.right(3) + ",2024-02-30,存续,150581,10万元\n"
                        + "丁," + Codes.checkWrong(4) + ",2016-03-31,营业吧,150581,五十万\n"
                        + "戊," + Codes.organisationCheckWrong(5) + ",2016-03-31,存续,,\n");
        assertThat(delivery.counts()).isEqualTo(new Delivery.Counts(5, 4, 0, 0, 3, 1));
        assertThat(office.get(DeliveryFaults.class).first(delivery.id(), 20, Scope.WHOLE_OFFICE))
                .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.value() + " " + fault.code())
                .containsExactly("3 统一社会信用代码 13830295-X code-length");
        assertThat(office.get(Deliveries.class).flags(delivery.id(), Scope.WHOLE_OFFICE))
                .isEqualTo(Map.of(
                        Flag.CHECK_WRONG, 1L,
                        Flag.DAY_NOT_READ, 1L,
                        Flag.ORGANISATION_CHECK_WRONG, 1L,
                        Flag.STATUS_NOT_KNOWN, 1L,
                        Flag.CAPITAL_NOT_READ, 1L,
                        Flag.REGION_NOT_KNOWN, 1L));
    }

    @Test
    void writesOneLedgerEntryForTheReceiptAndOneForTheMerge() {
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", ""));
        assertThat(office.doors().entries)
                .extracting(entry -> entry.event())
                .containsExactly(LedgerEvent.DELIVERY_RECEIVED, LedgerEvent.DELIVERY_MERGED);
        assertThat(office.doors().entries.get(1).facts())
                .containsEntry("added", "1")
                .containsEntry("touched", "1");
    }

    @Test
    void leavesNoRecordWithoutItsSubject() {
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", ""));
        assertThat(office.count("""
                select count(*) from ingest.record r
                where not exists (select from ingest.enterprise e where e.id = r.enterprise_id)
                """)).isZero();
    }

    @Test
    void theDatabaseItselfRefusesToForgetOrRewrite() {
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty("罚〔2026〕1号", "2000", ""));
        JdbcClient app = office.get(JdbcClient.class);
        for (String sql : List.of(
                "delete from ingest.record",
                "update ingest.record set amount_fen = 0",
                "delete from ingest.enterprise",
                "update ingest.enterprise_version set name = 'x'",
                "delete from ingest.delivery",
                "delete from ingest.touched",
                "truncate ingest.record")) {
            assertThatThrownBy(() -> app.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage(
                            "ERROR: permission denied for table " + sql.replaceAll(".*ingest\\.(\\w+).*", "$1"));
        }
    }

    private long touched(Delivery delivery) {
        return office.count("select count(*) from ingest.read_touched where delivery_id = ?", delivery.id());
    }

    private static String penalty(String documentNo, String yuan, String withdrawn) {
        return "甲," + CODE + "," + documentNo + ",罚款,2026-05-01,霍市监局," + yuan + "," + withdrawn + "\n";
    }
}
