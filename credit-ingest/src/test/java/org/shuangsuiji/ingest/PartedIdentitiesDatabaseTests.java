package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.RecordKind;

/** What is told of two identities while they are one subject, and after they are two again. */
class PartedIdentitiesDatabaseTests {
    private static final String CODE = "91150581MA0N0RCG94";
    private static final String NUMBER = "150581000000018";
    private static final String REGISTER = "统一社会信用代码,注册号,企业名称,登记状态,行政区划\n";
    private static final String ARREARS = "统一社会信用代码,企业名称,欠税税种,所属期,欠税余额,公告日期,税务机关\n";
    private static final String REPORTS = "统一社会信用代码,企业名称,年报年度,公示日期,年报状态\n";
    private static final String GRADES = "统一社会信用代码,企业名称,评价方案,等级,评价日期\n";
    private static final String PENALTIES = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元)\n";
    private static final String LISTINGS = "统一社会信用代码,企业名称,列入日期,列入原因,移出日期,列入机关\n";
    private static final int DELIVERIES = 24;

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @Test
    void whatNoNumberTellsApartCountsOnceWhileTheyAreLinkedAndTwiceAfter() {
        office.deliver(RecordKind.TAX_ARREARS, ARREARS + NUMBER + ",,增值税,2026-01,5000,2026-03-01,霍市税务局\n");
        office.deliver(RecordKind.TAX_ARREARS, ARREARS + CODE + ",,增值税,2026-01,3000,2026-04-01,霍市税务局\n");
        register(true);
        assertThat(records(CODE))
                .singleElement()
                .asString()
                .as("the later word")
                .contains("300000");
        office.deliver(RecordKind.TAX_ARREARS, ARREARS + NUMBER + ",,增值税,2026-01,2000,2026-05-01,霍市税务局\n");
        assertThat(records(CODE)).singleElement().asString().contains("200000");
        part();
        assertThat(records(CODE)).singleElement().asString().contains("300000");
        assertThat(records(NUMBER)).singleElement().asString().contains("200000");
    }

    @Test
    void whatWasToldOfTheOneUnderTheOthersKeyComesBackAndIsKnownWhenItComesAgain() {
        office.deliver(RecordKind.ANNUAL_REPORT, REPORTS + NUMBER + ",,2025,2026-03-01,已公示\n");
        register(true);
        String ofCode = REPORTS + CODE + ",,2025,2026-03-02,已公示\n";
        office.deliver(RecordKind.ANNUAL_REPORT, ofCode);
        assertThat(records(CODE)).hasSize(1);
        part();
        assertThat(records(CODE)).hasSize(1);
        assertThat(records(NUMBER)).hasSize(1);
        Delivery again = office.deliver(RecordKind.ANNUAL_REPORT, ofCode + "\n");
        assertThat(again.counts().same()).isEqualTo(1);
        Delivery repaired = office.deliver(RecordKind.ANNUAL_REPORT, REPORTS + CODE + ",,2025,2026-03-02,未年报\n");
        assertThat(repaired.counts().changed()).isEqualTo(1);
        assertThat(records(NUMBER)).singleElement().asString().contains("reported");
        assertThat(records(CODE)).singleElement().asString().contains("missing");
    }

    @Test
    void oneFactToldOfBothInOneFileCountsOnce() {
        register(true);
        office.deliver(
                RecordKind.PENALTY,
                PENALTIES + NUMBER + ",,霍市监罚〔2026〕1号,罚款,2026-05-05,霍市监局,1000\n" + CODE
                        + ",,霍市监罚〔2026〕1号,罚款,2026-05-05,霍市监局,1000\n");
        assertThat(records(CODE)).hasSize(1);
        Delivery again = office.deliver(
                RecordKind.PENALTY,
                PENALTIES + CODE + ",,霍市监罚〔2026〕1号,罚款,2026-05-05,霍市监局,1000\n" + NUMBER
                        + ",,霍市监罚〔2026〕1号,罚款,2026-05-05,霍市监局,1000\n");
        assertThat(again.counts().same()).isEqualTo(2);
        assertThat(records(CODE)).hasSize(1);
    }

    /** Whatever comes in which order: a link that was wrong leaves no trace in what counts. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void aLinkThatIsWithdrawnLeavesEachSideAsIfItHadNeverBeen(long seed) {
        List<List<Told>> deliveries = deliveries(new Random(seed));
        deliveries.forEach(PartedIdentitiesDatabaseTests::send);
        register(false);
        List<String> codesOwn = records(CODE);
        List<String> numbersOwn = records(NUMBER);

        office.clear();
        int linkedFrom = new Random(seed).nextInt(DELIVERIES);
        for (int i = 0; i < DELIVERIES; i++) {
            if (i == linkedFrom) {
                register(true);
            }
            send(deliveries.get(i));
            if (i >= linkedFrom) {
                assertThat(facts(deliveries.subList(0, i + 1)))
                        .as("each fact once, after delivery %d", i)
                        .hasSize(records(CODE).size());
            }
        }
        part();
        assertThat(records(CODE)).isEqualTo(codesOwn);
        assertThat(records(NUMBER)).isEqualTo(numbersOwn);
        deliveries.subList(DELIVERIES - 3, DELIVERIES).forEach(PartedIdentitiesDatabaseTests::send);
        assertThat(records(CODE)).as("the last words again").isEqualTo(codesOwn);
        assertThat(records(NUMBER)).isEqualTo(numbersOwn);
    }

    /** One row: a fact, and what the row says of it. */
    private record Told(RecordKind kind, String fact, String row) {}

    private static List<List<Told>> deliveries(Random random) {
        List<RecordKind> kinds = List.of(
                RecordKind.TAX_ARREARS,
                RecordKind.ANNUAL_REPORT,
                RecordKind.PUSHED_GRADE,
                RecordKind.PENALTY,
                RecordKind.ABNORMAL);
        List<List<Told>> deliveries = new ArrayList<>();
        for (int i = 0; i < DELIVERIES; i++) {
            RecordKind kind = kinds.get(random.nextInt(kinds.size()));
            // the last row of one fact is what a file means; of which identity it comes is chance
            var rows = new TreeMap<String, Told>();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                String subject = random.nextBoolean() ? CODE : NUMBER;
                Told told = told(kind, subject, 1 + random.nextInt(3), random.nextInt(4));
                rows.put(told.fact(), told);
            }
            deliveries.add(List.copyOf(rows.values()));
        }
        return deliveries;
    }

    private static Told told(RecordKind kind, String subject, int which, int how) {
        String row =
                switch (kind) {
                    case TAX_ARREARS ->
                        "%s,,增值税,2026-0%d,%d,2026-05-1%d,霍市税务局".formatted(subject, which, 1000 * (how + 1), how);
                    case ANNUAL_REPORT ->
                        "%s,,202%d,2026-03-0%d,%s".formatted(subject, which, which, how % 2 == 0 ? "已公示" : "未年报");
                    case PUSHED_GRADE -> "%s,,省级分类,%s,2026-0%d-01".formatted(subject, "ABCD".charAt(how), which);
                    case PENALTY ->
                        "%s,,霍市监罚〔2026〕%d号,罚款,2026-05-05,霍市监局,%d".formatted(subject, which, 1000 * (how + 1));
                    case ABNORMAL ->
                        "%s,,2026-0%d-01,通过登记的住所或者经营场所无法联系,%s,霍市监局"
                                .formatted(subject, which, how % 2 == 0 ? "" : "2026-08-0" + how);
                    default -> throw new IllegalArgumentException(kind.word());
                };
        return new Told(kind, kind + " " + which, row);
    }

    private static Set<String> facts(List<List<Told>> deliveries) {
        Set<String> facts = new HashSet<>();
        deliveries.forEach(rows -> rows.forEach(row -> facts.add(row.fact())));
        return facts;
    }

    private static void send(List<Told> rows) {
        RecordKind kind = rows.get(0).kind();
        String header =
                switch (kind) {
                    case TAX_ARREARS -> ARREARS;
                    case ANNUAL_REPORT -> REPORTS;
                    case PUSHED_GRADE -> GRADES;
                    case PENALTY -> PENALTIES;
                    default -> LISTINGS;
                };
        Delivery delivery = office.deliver(
                kind, header + String.join("\n", rows.stream().map(Told::row).toList()) + "\n");
        assertThat(delivery.state()).isEqualTo(DeliveryState.DONE);
        assertThat(delivery.counts().faults()).isZero();
    }

    private static void register(boolean withNumber) {
        office.deliver(
                RecordKind.REGISTRATION, REGISTER + CODE + "," + (withNumber ? NUMBER : "") + ",甲公司,存续,150581\n");
    }

    private static void part() {
        long link = office.count("select id from ingest.link where state = 'IN_FORCE'");
        office.get(DecideLinks.class).withdraw(link, "两家不是同一主体", IngestOffice.COUNTY);
    }

    /** What counts for an identity now, without when and through whom it came. */
    private static List<String> records(String subject) {
        return office.jdbcOwner()
                .sql("""
                        select concat_ws(' ', r.kind, r.event_day, r.repaired_on, r.amount_fen, r.category, r.document_no,
                            r.summary, r.details)
                        from ingest.record r join ingest.enterprise e on e.id = r.enterprise_id
                        where coalesce(e.credit_code, e.old_number) = :subject and r.known_to is null
                        order by 1
                        """)
                .param("subject", subject)
                .query(String.class)
                .list();
    }
}
