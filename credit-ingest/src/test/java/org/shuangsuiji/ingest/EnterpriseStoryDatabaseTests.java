package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** What the office can tell of one enterprise. */
class EnterpriseStoryDatabaseTests {
    private static final String CODE = Codes.right(1);
    private static final Scope COUNTY = IngestOffice.COUNTY.scope();

    private static IngestOffice office;
    private static Enterprises enterprises;

    @BeforeAll
    static void open() {
        office = new IngestOffice();
        enterprises = office.get(Enterprises.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.clear();
        register("宏达公司", "珠斯花街1号", "张三", "100万元", "存续");
    }

    @Test
    void tellsWhatARegistrationSaidBeforeAndSinceWhenItSaysOtherwise() {
        register("宏达公司", "珠斯花街1号", "张三", "100万元", "存续");
        Delivery second = register("宏达煤业公司", "珠斯花街1号", "李四", "100万元", "存续");
        Delivery third = register("宏达煤业公司", "珠斯花街1号", "李四", "50万元", "吊销");
        assertThat(enterprises.changes(id(), COUNTY))
                .extracting(
                        RegistrationChange::fact,
                        RegistrationChange::before,
                        RegistrationChange::after,
                        RegistrationChange::deliveryId)
                .containsExactlyInAnyOrder(
                        tuple(RegistrationChange.Fact.STATUS, "ACTIVE", "REVOKED", third.id()),
                        tuple(RegistrationChange.Fact.CAPITAL, "100万元", "50万元", third.id()),
                        tuple(RegistrationChange.Fact.NAME, "宏达公司", "宏达煤业公司", second.id()),
                        tuple(RegistrationChange.Fact.LEGAL_PERSON, "张三", "李四", second.id()));
        assertThat(enterprises.changes(id(), COUNTY).get(0).deliveryId()).isEqualTo(third.id());
    }

    @Test
    void tellsThatTheDayOfEstablishmentWasSaidOtherwise() {
        String code = Codes.right(19);
        String head = "企业名称,统一社会信用代码,成立日期,行政区划\n";
        office.deliver(RecordKind.REGISTRATION, head + "早晚公司," + code + ",2016-03-31,150581\n");
        office.deliver(RecordKind.REGISTRATION, head + "早晚公司," + code + ",2015-03-31,150581\n");
        assertThat(enterprises.changes(idOf(code), COUNTY))
                .extracting(RegistrationChange::fact, RegistrationChange::before, RegistrationChange::after)
                .containsExactly(tuple(RegistrationChange.Fact.ESTABLISHED, "2016-03-31", "2015-03-31"));
    }

    @Test
    void aRegistrationThatFollowsARecordIsNoChange() {
        String later = Codes.right(9);
        office.deliver(RecordKind.COMPLAINT, "企业名称,统一社会信用代码,登记日期,类型\n后来公司," + later + ",2026-03-02,投诉\n");
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,成立日期,行政区划\n后来公司," + later + ",2016-03-31,150581\n");
        assertThat(enterprises.changes(idOf(later), COUNTY)).isEmpty();
    }

    @Test
    void namesTheOtherPartyOfARelationAndSaysWhetherTheReaderMaySeeIt() {
        office.deliver(
                RecordKind.REGISTRATION, "企业名称,统一社会信用代码,成立日期,行政区划\n石家庄母公司," + Codes.right(5) + ",2016-03-31,130102\n");
        office.deliver(
                RecordKind.RELATION,
                "企业名称,统一社会信用代码,关系类型,关联方名称,关联方统一社会信用代码,关联方证件号码,出资比例\n"
                        + "宏达公司," + CODE + ",股东,石家庄母公司," + Codes.right(5) + ",,60%\n"
                        + "宏达公司," + CODE + ",股东,霍市远航商贸公司,,,30%\n"
                        + "宏达公司," + CODE + ",股东,王五,,11010519491231002X,10%\n");
        List<EnterpriseRecord> records = enterprises.records(id(), false, COUNTY);
        assertThat(records)
                .extracting(
                        EnterpriseRecord::ofPerson,
                        record -> name(record),
                        record -> record.other() != null && record.other().visible())
                .containsExactlyInAnyOrder(
                        tuple(false, "石家庄母公司", false), tuple(false, "霍市远航商贸公司", true), tuple(true, "nobody", false));
    }

    @Test
    void whoIsNamedInRelationsSeesByWhomWithinTheScopeOfTheReader() {
        String holding = Codes.right(7);
        String former = Codes.right(8);
        String outside = Codes.right(5);
        office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,成立日期,行政区划\n宏图控股公司," + holding + ",2016-03-31,150581\n石家庄公司," + outside
                        + ",2016-03-31,130102\n");
        office.deliver(
                RecordKind.RELATION,
                "企业名称,统一社会信用代码,关系类型,关联方名称,关联方统一社会信用代码,关联方证件号码,出资比例,起始日期,撤销日期\n"
                        + "宏达公司," + CODE + ",股东,宏图控股公司," + holding + ",,60%,2020-01-01,\n"
                        + "宏达公司," + CODE + ",股东,宏图旧名公司," + former + ",,30%,2021-01-01,2022-01-01\n"
                        + "宏达公司," + CODE + ",股东,王五,,11010519491231002X,10%,2020-01-01,\n"
                        + "石家庄公司," + outside + ",股东,宏图控股公司," + holding + ",,5%,2020-01-01,\n"
                        + "宏图控股公司," + holding + ",股东,宏图控股公司," + holding + ",,1%,2020-01-01,\n");
        NamedBy named = enterprises.namedBy(idOf(holding), COUNTY, 10);
        assertThat(named.lines()).singleElement().satisfies(line -> {
            assertThat(line.by().name()).isEqualTo("宏达公司");
            assertThat(line.record().category()).isEqualTo("shareholder");
            assertThat(line.record().details()).contains("600000");
        });
        assertThat(named.visible()).isEqualTo(1);
        assertThat(named.hidden()).as("of an enterprise of another county").isEqualTo(1);
        assertThat(enterprises.namedBy(id(), COUNTY, 10).lines()).isEmpty();

        office.jdbcOwner()
                .sql("update ingest.enterprise set same_as = ? where credit_code = ?")
                .params(idOf(holding), former)
                .update();
        NamedBy both = enterprises.namedBy(idOf(holding), COUNTY, 1);
        assertThat(both.visible()).as("by a former identity too").isEqualTo(2);
        assertThat(both.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.record().life().eventDay()).isEqualTo("2021-01-01"));
    }

    @Test
    void anEnterpriseKnownByItsNameAloneIsFoundAndShown() {
        office.deliver(RecordKind.COMPLAINT, "被投诉举报单位,登记日期,类型\n珠斯花早餐铺子馆,2026-03-02,投诉\n");
        List<Enterprise> found = enterprises.search("早餐", COUNTY, null, 10);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).code()).isEmpty();
        assertThat(found.get(0).name()).isEqualTo("珠斯花早餐铺子馆");
        assertThat(enterprises.records(found.get(0).id(), false, COUNTY)).hasSize(1);
        assertThat(enterprises.search("", COUNTY, null, 10)).hasSize(2);
        assertThat(enterprises.search("15058", COUNTY, null, 10)).hasSize(1);
    }

    @Test
    void aRecordSaysUntilWhenItCountsAndWhy() {
        office.deliver(
                RecordKind.PENALTY,
                "企业名称,统一社会信用代码,处罚决定书文号,处罚类别,处罚决定日期,公示截止期,信用修复日期\n"
                        + "宏达公司," + CODE + ",1号,罚款,2026-05-01,,\n"
                        + "宏达公司," + CODE + ",2号,罚款,2026-05-02,2026-11-01,\n"
                        + "宏达公司," + CODE + ",3号,其他,2026-05-03,,\n"
                        + "宏达公司," + CODE + ",4号,罚款,2026-05-04,,2026-06-01\n");
        office.deliver(RecordKind.ABNORMAL, "企业名称,统一社会信用代码,列入日期,列入原因\n宏达公司," + CODE + ",2026-05-05,通过登记的住所无法联系\n");
        office.deliver(
                RecordKind.HONOUR, "企业名称,统一社会信用代码,荣誉名称,授予日期,有效期至\n宏达公司," + CODE + ",先进单位,2026-05-06,2028-05-05\n");
        List<EnterpriseRecord> records = enterprises.records(id(), false, COUNTY);
        assertThat(records)
                .extracting(EnterpriseRecord::until)
                .containsExactly(
                        EnterpriseRecord.Until.TERM,
                        EnterpriseRecord.Until.OPEN,
                        EnterpriseRecord.Until.LIMIT,
                        EnterpriseRecord.Until.LIMIT_OF_UNKNOWN,
                        EnterpriseRecord.Until.STATED,
                        EnterpriseRecord.Until.LIMIT);
        assertThat(records.get(2).flags()).contains(Flag.REPAIRED_EARLY);
        assertThat(records.get(2).life().repairedOn()).isEqualTo("2026-06-01");
        assertThat(records.get(5).flags()).doesNotContain(Flag.REPAIRED_EARLY);
    }

    private static String name(EnterpriseRecord record) {
        OtherParty other = record.other();
        return other == null ? "nobody" : other.name();
    }

    private static Delivery register(String name, String address, String person, String capital, String status) {
        return office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,成立日期,行政区划,住所,法定代表人,注册资本,登记状态\n"
                        + String.join(",", name, CODE, "2016-03-31", "150581", address, person, capital, status)
                        + "\n");
    }

    private static long id() {
        return idOf(CODE);
    }

    private static long idOf(String code) {
        return Objects.requireNonNull(enterprises.search(code, COUNTY, null, 1).get(0))
                .id();
    }
}
