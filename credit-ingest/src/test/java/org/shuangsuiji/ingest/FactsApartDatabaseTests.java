package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** Facts that look alike and are several: none may be lost for another. */
class FactsApartDatabaseTests {
    private static final String CODE = "91150581MA0N0RCG94";

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

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
        assertThat(quantities()).isEqualTo("complaint 3, report 2");
        String typed = "统一社会信用代码,企业名称,统计月份,类型,件数\n" + CODE + ",甲公司,2026-09,举报,4\n";
        assertThat(office.deliver(RecordKind.COMPLAINT, typed).counts().changed())
                .as("the type said in a column is the type said by the heading")
                .isEqualTo(1);
        assertThat(quantities()).isEqualTo("complaint 3, report 4");
    }

    @Test
    void complaintsAndReportsOfAMonthInOneRowAreAFactEach() {
        String counts = """
                统一社会信用代码,企业名称,统计月份,投诉件数,举报件数
                C,甲公司,2026-05,5,2
                C,甲公司,2026-06,,1
                C,甲公司,2026-07,3,很多
                C,甲公司,2026-08,,
                """.replace("C,", CODE + ",");
        Delivery first = office.deliver(RecordKind.COMPLAINT, counts);
        assertThat(first.counts().added()).isEqualTo(6);
        assertThat(first.counts().rows()).as("as many as they tell facts").isEqualTo(6);
        assertThat(office.get(Deliveries.class).notes(first.id(), Scope.WHOLE_OFFICE))
                .contains(new Note("counts-apart", List.of("投诉件数", "举报件数")));
        assertThat(office.row("""
                        select string_agg(concat(category, ' ', coalesce(quantity::text, '?'),
                                case when flags & %d <> 0 then '!' end), ', ' order by event_day, category) as told
                        from ingest.record
                        """.formatted(Flag.NUMBER_NOT_READ.mask())))
                .containsEntry("told", "complaint 5, report 2, report 1, complaint 3, report ?!,  ?!");
        assertThat(office.deliver(RecordKind.COMPLAINT, counts + "\n").counts())
                .isEqualTo(new Delivery.Counts(6, 0, 0, 6, 2, 0));
    }

    @Test
    void aCorrectedMonthTakesThePlaceOfTheOldOneHoweverItsColumnsAreCut() {
        String both = "统一社会信用代码,企业名称,统计月份,投诉件数,举报件数\nC,甲公司,2026-05,%s,%s\n".replace("C,", CODE + ",");
        for (List<String> now : List.of(
                List.of("0", "4"), List.of("2", "0"), List.of("30", "20"), List.of("0", "0"), List.of("1", "2"))) {
            office.deliver(RecordKind.COMPLAINT, both.formatted(now.get(0), now.get(1)));
            assertThat(quantities()).isEqualTo("complaint %s, report %s".formatted(now.get(0), now.get(1)));
        }
        office.deliver(RecordKind.COMPLAINT, "统一社会信用代码,企业名称,统计月份,投诉件数\nC,甲公司,2026-05,8\n".replace("C,", CODE + ","));
        assertThat(quantities()).isEqualTo("complaint 8, report 2");
        office.deliver(
                RecordKind.COMPLAINT,
                "统一社会信用代码,企业名称,统计月份,类型,件数\nC,甲公司,2026-05,投诉,7\nC,甲公司,2026-05,举报,6\n".replace("C,", CODE + ","));
        assertThat(quantities()).isEqualTo("complaint 7, report 6");
        office.deliver(RecordKind.COMPLAINT, both.formatted("4", "2"));
        assertThat(quantities()).isEqualTo("complaint 4, report 2");
    }

    @Test
    void aTotalBesideComplaintsAndReportsIsNoFactOfItsOwnAndSaidToDiffer() {
        String counts = """
                统一社会信用代码,企业名称,统计月份,总件数,其中：投诉,举报件数
                C,甲公司,2026-05,7,5,2
                C,甲公司,2026-06,9,4,3
                C,甲公司,2026-07,6,,
                """.replace("C,", CODE + ",");
        office.deliver(RecordKind.COMPLAINT, counts);
        assertThat(office.row("""
                        select string_agg(concat_ws(' ', category, quantity, case when flags & %d <> 0 then '!' end), ', '
                            order by event_day, category) as told
                        from ingest.record
                        """.formatted(Flag.TOTAL_DIFFERS.mask())))
                .containsEntry("told", "complaint 5, report 2, complaint 4 !, report 3 !, 6");
    }

    @Test
    void aNumberedComplaintIsOneFactWhateverCountsStandBesideIt() {
        office.deliver(RecordKind.COMPLAINT, """
                统一社会信用代码,企业名称,投诉举报编号,登记日期,投诉件数,举报件数
                C,甲公司,12345-7,2026-05-06,1,0
                """.replace("C,", CODE + ","));
        assertThat(quantities()).isEqualTo("1");
    }

    private String quantities() {
        return String.valueOf(office.row("""
                        select string_agg(concat_ws(' ', category, quantity), ', ' order by category, quantity) as told
                        from ingest.record
                        where known_to is null
                        """).get("told"));
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
