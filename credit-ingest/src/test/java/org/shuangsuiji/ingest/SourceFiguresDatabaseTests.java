package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.ingest.duty.Lateness;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.WorkingCalendar;

class SourceFiguresDatabaseTests {
    @RegisterExtension
    private static final IngestOffice OFFICE = new IngestOffice();

    /** A Sunday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String REGISTRATIONS = """
            企业名称,统一社会信用代码,登记状态,行政区划,核准日期
            甲公司,91150581MA0A00014D,存续,150581,2026-11-18
            乙公司,91150581MA0A00022X,存续,150581,2019-03-01
            丙公司,91150521MA0A00039T,存续,150521,
            丁公司,91150581MA0A00049G,注销,150581,
            """;
    private static final String PENALTIES = "行政处罚决定书文号,行政相对人名称,统一社会信用代码,处罚类别,罚款金额（万元）,处罚决定日期,处罚机关\n";

    private final Duties duties = OFFICE.get(Duties.class);
    private final SourceFigures figures = OFFICE.get(SourceFigures.class);

    @BeforeEach
    void begin() {
        OFFICE.jdbcOwner()
                .sql(
                        "truncate ingest.source, ingest.agreement, ingest.duty, ingest.region_value, ingest.delivery_tally cascade")
                .update();
    }

    @Test
    void anEventToldOnTheSeventhWorkingDayIsInTimeAndOnTheEighthIsLate() {
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        // today is a Sunday; counted from the day after, 11 November is 7 working days ago and 10 November 8
        long source = deliver(
                PENALTIES + penalty("一", "2026-11-11") + penalty("二", "2026-11-10") + penalty("三", "2026-11-20"));
        owe(source, RecordKind.PENALTY, "EACH_EVENT", 7, TODAY.minusYears(1));
        assertThat(of(source, RecordKind.PENALTY).lateness())
                .as("nobody tallied yet")
                .isNull();
        count();
        assertThat(of(source, RecordKind.PENALTY).lateness()).isEqualTo(new Lateness(3, 2, 7, 8, false));
        assertThat(of(source, RecordKind.PENALTY).due()).isNull();
    }

    @Test
    void aCorrectionOfWhatWasKnownIsNoLateNews() {
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        long source = deliver(PENALTIES + penalty("一", "2026-11-18"));
        owe(source, RecordKind.PENALTY, "EACH_EVENT", 7, TODAY.minusYears(1));
        deliver(PENALTIES + penalty("一", "2026-11-18").replace("0.5", "0.7"));
        count();
        assertThat(of(source, RecordKind.PENALTY).lateness()).isEqualTo(new Lateness(1, 1, 2, 2, false));
    }

    @Test
    void whatWasLateByTheFormerRuleStaysLateWhenTheDutyIsChanged() {
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        long source = deliver(
                PENALTIES + penalty("一", "2026-11-11") + penalty("二", "2026-11-10") + penalty("三", "2026-11-20"));
        var terms = new DutyTerms(source, RecordKind.PENALTY, "某办法第三条", "EACH_EVENT", 7, LocalDate.of(2026, 10, 1));
        long duty = duties.enter(terms, IngestOffice.COUNTY);
        count();
        assertThat(of(source, RecordKind.PENALTY).lateness()).isEqualTo(new Lateness(3, 2, 7, 8, false));
        duties.change(
                duty,
                0,
                new DutyTerms(source, RecordKind.PENALTY, "某办法第三条", "EACH_EVENT", 20, TODAY),
                IngestOffice.COUNTY);
        assertThat(of(source, RecordKind.PENALTY).lateness()).isEqualTo(new Lateness(3, 2, 7, 8, false));
    }

    @Test
    void whatHappenedBeforeTheDutyBeganWasOwedToNobody() {
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        long source = deliver(PENALTIES + penalty("一", "2026-10-31") + penalty("二", "2026-11-01"));
        owe(source, RecordKind.PENALTY, "EACH_EVENT", 7, LocalDate.of(2026, 11, 1));
        count();
        assertThat(of(source, RecordKind.PENALTY).lateness()).isEqualTo(new Lateness(1, 0, 15, 15, false));
        owe(source, RecordKind.REGISTRATION, "EACH_EVENT", 20, LocalDate.of(2026, 11, 1));
        assertThat(of(source, RecordKind.REGISTRATION).lateness())
                .as("of a registration the day of its approval counts")
                .isEqualTo(new Lateness(1, 1, 2, 2, false));
    }

    @Test
    void countsTheTradingEnterprisesOfItsAreaWithoutAValue() {
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        long county = deliver(PENALTIES + penalty("一", "2026-11-18"));
        owe(county, RecordKind.ABNORMAL, "EACH_EVENT", 20, TODAY.minusYears(1));
        count();
        assertThat(of(county, RecordKind.PENALTY).value())
                .extracting(KindFigures.Value::enterprises, KindFigures.Value::holding)
                .containsExactly(2L, 1L);
        assertThat(of(county, RecordKind.PENALTY).value().percentWithout().orElseThrow())
                .isEqualByComparingTo("50.0");
        assertThat(of(county, RecordKind.ABNORMAL).value().without()).isEqualTo(2);
        assertThat(of(county, RecordKind.REGISTRATION).value().without()).isZero();
        long city = OFFICE.get(Sources.class)
                .enter(
                        new SourceTerms("x", "自治区平台", Source.Standing.SUPERIOR, 1, Source.Trust.OFFICIAL),
                        IngestOffice.CITY);
        duties.enter(
                new DutyTerms(city, RecordKind.PENALTY, "依据", "MONTHLY", 10, TODAY.minusYears(1)), IngestOffice.CITY);
        assertThat(figures.of(city, IngestOffice.CITY.scope()).get(0).value().enterprises())
                .as("the county of the neighbour as well")
                .isEqualTo(3);
    }

    @Test
    void anEnterpriseKnownUnderTwoNumbersIsOneEnterprise() {
        String header = "统一社会信用代码,注册号,企业名称,登记状态,行政区划\n";
        OFFICE.deliver(RecordKind.REGISTRATION, header + "150581000000018,,甲公司,存续,150581\n");
        long county = deliver(PENALTIES + penalty("一", "2026-11-18"));
        long before = value(county).enterprises();
        OFFICE.deliver(RecordKind.REGISTRATION, header + "91150581MA0N0RCG94,150581000000018,甲公司,存续,150581\n");
        assertThat(OFFICE.count("select count(*) from ingest.enterprise where same_as is not null"))
                .isEqualTo(1);
        assertThat(value(county).enterprises()).isEqualTo(before);
    }

    private KindFigures.Value value(long source) {
        OFFICE.jdbcOwner().sql("delete from ingest.region_value").update();
        count();
        return of(source, RecordKind.PENALTY).value();
    }

    @Test
    void countsAgainOnlyWhenSomethingCameIn() {
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        assertThat(figures.owed()).isTrue();
        count();
        assertThat(figures.owed()).isFalse();
        Object before = OFFICE.row("select max(counted_at) as at from ingest.region_value")
                .get("at");
        figures.countValues();
        assertThat(OFFICE.row("select max(counted_at) as at from ingest.region_value")
                        .get("at"))
                .isEqualTo(before);
        long source = deliver(PENALTIES + penalty("一", "2026-11-18"));
        assertThat(figures.untallied()).hasSize(1);
        count();
        count();
        assertThat(of(source, RecordKind.PENALTY).value().holding()).isEqualTo(1);
        assertThat(OFFICE.count("select sum(records) from ingest.delivery_learned"))
                .as("each delivery is tallied once")
                .isEqualTo(3);
    }

    @Test
    void aPeriodicDeliveryIsOverdueFromTheDayAfterItWasDue() {
        long source = deliver(PENALTIES + penalty("一", "2026-11-18"));
        owe(source, RecordKind.ABNORMAL, "MONTHLY", 20, LocalDate.of(2026, 11, 1));
        owe(source, RecordKind.DISHONESTY, "MONTHLY", 19, LocalDate.of(2026, 11, 1));
        owe(source, RecordKind.PERMIT, "MONTHLY", 10, LocalDate.of(2026, 10, 1));
        owe(source, RecordKind.PENALTY, "MONTHLY", 10, LocalDate.of(2026, 11, 1));
        assertThat(of(source, RecordKind.ABNORMAL))
                .as("due on Friday, today is Sunday: no working day has passed")
                .returns(new WorkingCalendar.Deadline(LocalDate.of(2026, 11, 20), false), KindFigures::due)
                .returns(0, KindFigures::daysOverdue);
        assertThat(of(source, RecordKind.DISHONESTY).daysOverdue()).isEqualTo(1);
        assertThat(of(source, RecordKind.PERMIT))
                .as("never sent: overdue since the first day, a worked Saturday")
                .returns(new WorkingCalendar.Deadline(LocalDate.of(2026, 10, 10), false), KindFigures::due)
                .returns(30, KindFigures::daysOverdue);
        assertThat(of(source, RecordKind.PENALTY))
                .as("sent this month, so the next is owed next month")
                .returns(new WorkingCalendar.Deadline(LocalDate.of(2026, 12, 10), false), KindFigures::due)
                .returns(0, KindFigures::daysOverdue);
    }

    @Test
    void saysHowManyRowsWereRefusedAndMarkedByMonth() {
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        long source = deliver(PENALTIES + penalty("一", "2026-11-18") + penalty("二", "昨天") + penalty("三", "2026-11-17"));
        OFFICE.jdbcOwner().sql("""
                        insert into ingest.delivery (kind, state, department_id, source_id, actor, idempotency_key, file_name,
                            sha256, bytes, rows_read, added, faults, flagged, received_at, started_at, finished_at)
                        select kind, state, department_id, source_id, actor, 'then', file_name, sha256, bytes, 10, 5, 5, 2,
                            timestamptz '2026-06-30 17:00Z', timestamptz '2026-06-30 17:00Z', timestamptz '2026-06-30 17:00Z'
                        from ingest.delivery where kind = 3
                        """).update();
        KindFigures penalties = of(source, RecordKind.PENALTY);
        assertThat(penalties.months())
                .as("the months of the office, not of Greenwich")
                .extracting(KindFigures.Month::first)
                .containsExactly(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 7, 1));
        assertThat(penalties.months().get(0).percentFaults().orElseThrow()).isEqualByComparingTo("33.3");
        assertThat(penalties.percentFaults().orElseThrow()).isEqualByComparingTo("46.2");
        assertThat(penalties.flagged()).isEqualTo(2);
        assertThat(penalties.duty()).as("it sends what it does not owe").isNull();
    }

    @Test
    void nobodyReadsTheFiguresOfAnotherOffice() {
        long source = deliver(PENALTIES + penalty("一", "2026-11-18"));
        assertThatThrownBy(() -> figures.of(source, IngestOffice.ELSEWHERE.scope()))
                .isInstanceOf(Refusal.class);
    }

    private void count() {
        figures.untallied().forEach(figures::tally);
        figures.countValues();
    }

    private KindFigures of(long source, RecordKind kind) {
        List<KindFigures> all = figures.of(source, IngestOffice.CITY.scope());
        return all.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static long deliver(String penalties) {
        return OFFICE.deliver(RecordKind.PENALTY, penalties).source().id();
    }

    private void owe(long source, RecordKind kind, String rhythm, int days, LocalDate begins) {
        duties.enter(new DutyTerms(source, kind, "某办法第三条", rhythm, days, begins), IngestOffice.COUNTY);
    }

    private static String penalty(String number, String day) {
        return "霍罚〔2026〕%s号,甲公司,91150581MA0A00014D,罚款,0.5,%s,霍市监局\n".formatted(number, day);
    }
}
