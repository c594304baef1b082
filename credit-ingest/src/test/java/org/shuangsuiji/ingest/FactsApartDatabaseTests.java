package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.model.RecordKind;

/** Facts that look alike and are several: none may be lost for another. */
class FactsApartDatabaseTests {
    private static final String CODE = "91150581MA0N0RCG94";

    private static IngestOffice office;

    @BeforeAll
    static void open() {
        office = new IngestOffice();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.clear();
    }

    @Test
    void eachInsuranceAndEachCreditorIsOwedOfItsOwn() {
        Delivery delivery = office.deliver(RecordKind.FEE_ARREARS, """
                统一社会信用代码,企业名称,费种,所属期,欠费金额,认定日期,征收机关
                C,甲公司,养老保险,2026-03,8000,2026-04-20,市社保局
                C,甲公司,医疗保险,2026-03,3000,2026-04-20,市社保局
                C,甲公司,失业保险,2026-03,500,2026-04-20,市社保局
                C,甲公司,工伤保险,2026-03,100,2026-04-20,市社保局
                C,甲公司,生育保险,2026-03,50,2026-04-20,市社保局
                C,甲公司,其他费用,2026-03,700,2026-04-20,甲物业公司
                C,甲公司,其他费用,2026-03,900,2026-04-20,市城管局
                """.replace("C,", CODE + ","));
        assertThat(delivery.counts().added()).isEqualTo(7);
        assertThat(office.count("select sum(amount_fen) from ingest.record where known_to is null"))
                .isEqualTo(1_325_000);
    }

    @Test
    void aPostThatEndedIsNotTheOneThatStands() {
        Delivery delivery = office.deliver(RecordKind.RELATION, """
                统一社会信用代码,企业名称,关系类型,关联方名称,关联方证件号码,职务,起始日期,终止日期
                C,甲公司,主要人员,张三,152301198001012235,执行董事,2020-01-01,
                C,甲公司,主要人员,张三,152301198001012235,总经理,2020-01-01,2024-05-01
                """.replace("C,", CODE + ","));
        assertThat(delivery.counts().added()).isEqualTo(2);
        assertThat(office.count("select count(*) from ingest.record where known_to is null and repaired_on is null"))
                .isEqualTo(1);
    }

    /** No layout says that a list of shareholders is whole: who is not in the next file may have been left out. */
    @Test
    void aShareholderLeavesByARowOfHisOwnAndNotByMissing() {
        String header = "统一社会信用代码,企业名称,关系类型,关联方名称,关联方统一社会信用代码,登记日期,退出日期\n";
        String holder = CODE + ",甲公司,股东,乙公司,91150581MA0N0RCH7Y,2020-01-01,%s\n";
        String other = CODE + ",甲公司,股东,丙公司,91150581MA0N0RCK1E,2020-01-01,\n";
        String standing = "select count(*) from ingest.read_relation where until_day is null";
        office.deliver(RecordKind.RELATION, header + holder.formatted("") + other);
        office.deliver(RecordKind.RELATION, header + other);
        assertThat(office.count(standing)).isEqualTo(2);
        Delivery left = office.deliver(RecordKind.RELATION, header + holder.formatted("2026-05-01"));
        assertThat(left.counts().changed()).isEqualTo(1);
        assertThat(office.count(standing)).isEqualTo(1);
        assertThat(office.row("select until_day::text from ingest.read_relation where until_day is not null"))
                .containsEntry("until_day", "2026-05-01");
    }

    @Test
    void whatEachBodyCountedIsItsOwn() {
        Delivery delivery = office.deliver(RecordKind.COMPLAINT, """
                统一社会信用代码,企业名称,类型,统计月份,件数,受理机关
                C,甲公司,投诉,2026-05,5,市监局
                C,甲公司,投诉,2026-05,7,住建局
                """.replace("C,", CODE + ","));
        assertThat(delivery.counts().added()).isEqualTo(2);
        assertThat(office.count("select sum(quantity) from ingest.record where known_to is null"))
                .isEqualTo(12);
    }

    @Test
    void aMonthOfComplaintsIsNotOneComplaintWhateverTheColumnOfTheirNumberIsCalled() {
        String counts = """
                统一社会信用代码,企业名称,投诉举报编号,统计月份,投诉件数
                C,甲公司,,2026-05,5
                C,甲公司,,2026-06,
                C,甲公司,,2026-07-01,
                C,甲公司,12345-1,2026-08,
                """.replace("C,", CODE + ",");
        assertThat(office.deliver(RecordKind.COMPLAINT, counts).counts().added())
                .isEqualTo(4);
        assertThat(office.row("""
                        select string_agg(coalesce(quantity::text, '?') || case when flags & %d <> 0 then '!' else '' end, ' '
                            order by event_day) as told
                        from ingest.record
                        """.formatted(Flag.NUMBER_NOT_READ.mask()))).containsEntry("told", "5 ?! 1 1");
    }

    @Test
    void reportsOfAMonthDoNotTakeThePlaceOfItsComplaints() {
        String counts = "统一社会信用代码,企业名称,统计月份,投诉件数\n" + CODE + ",甲公司,2026-09,3\n";
        office.deliver(RecordKind.COMPLAINT, counts);
        office.deliver(RecordKind.COMPLAINT, counts.replace("投诉件数", "举报件数").replace(",3\n", ",2\n"));
        assertThat(office.count("select sum(quantity) from ingest.record where known_to is null"))
                .isEqualTo(3);
    }

    @Test
    void complaintsOfOneDayAreAsManyAsTheThingsTheyAreAbout() {
        String complaints = """
                统一社会信用代码,企业名称,类型,登记日期,问题类别,商品名称,投诉内容,受理机关,处理结果
                C,甲公司,投诉,2026-05-06,质量,牛奶,买到的牛奶变质,市监局,
                C,甲公司,投诉,2026-05-06,质量,牛奶,牛奶里有异物,市监局,
                C,甲公司,投诉,2026-05-06,质量,面包,,市监局,
                C,甲公司,投诉,2026-05-06,价格,面包,,市监局,
                C,甲公司,投诉,2026-05-06,质量,面包。,,市监局,
                """.replace("C,", CODE + ",");
        assertThat(office.deliver(RecordKind.COMPLAINT, complaints).counts().added())
                .isEqualTo(4);
        assertThat(office.deliver(RecordKind.COMPLAINT, complaints).counts())
                .isEqualTo(new Delivery.Counts(5, 0, 0, 5, 0, 0));
        assertThat(office.deliver(RecordKind.COMPLAINT, complaints.replace("变质,市监局,", "变质,市监局,已调解"))
                        .counts()
                        .changed())
                .as("what became of a complaint makes it no other")
                .isEqualTo(1);
        assertThat(office.count("select count(*) from ingest.record where known_to is null"))
                .isEqualTo(4);
        assertThat(office.count("select count(*) from ingest.record r where r::text like '%异物%'"))
                .as("what was said is not kept")
                .isZero();
    }

    @Test
    void aComplaintWithANumberIsKnownByItWhateverItIsAbout() {
        String complaint = "统一社会信用代码,企业名称,投诉举报编号,登记日期,商品名称\n" + CODE + ",甲公司,12345-1,2026-05-06,牛奶\n";
        office.deliver(RecordKind.COMPLAINT, complaint);
        assertThat(office.deliver(RecordKind.COMPLAINT, complaint.replace("牛奶", "酸奶"))
                        .counts()
                        .same())
                .isEqualTo(1);
    }
}
