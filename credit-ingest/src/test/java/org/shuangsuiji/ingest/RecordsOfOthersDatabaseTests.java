package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** Who may change what another body told. */
class RecordsOfOthersDatabaseTests {
    private static final String CODE = "91150581MA0N0RCG94";
    private static final String PENALTIES = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元),信用修复日期\n";
    private static final String COMPLAINTS = "统一社会信用代码,企业名称,投诉举报编号,类型,登记日期,撤回日期\n";
    private static final Actor TAX = new Actor("sun", "孙", 2, new Scope("/1/9/", "150581"));

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @BeforeEach
    void begin() {
        office.jdbcOwner()
                .sql("truncate ingest.source, ingest.agreement cascade")
                .update();
        office.deliver(RecordKind.REGISTRATION, "统一社会信用代码,企业名称,登记状态,行政区划\n" + CODE + ",甲公司,存续,150581\n");
        office.deliver(RecordKind.PENALTY, PENALTIES + penalty(""));
    }

    @Test
    void nobodyRepairsWhatABodyOfAnotherRegionTold() {
        Delivery delivery = send(RecordKind.PENALTY, PENALTIES + penalty("2026-06-01"), IngestOffice.ELSEWHERE);
        assertThat(delivery.counts().faults()).isEqualTo(1);
        assertThat(delivery.counts().changed()).isZero();
        assertThat(delivery.counts().rows()).isEqualTo(1);
        assertThat(office.row(
                        "select line, value, code from ingest.delivery_fault where delivery_id = ?", delivery.id()))
                .containsEntry("code", "record-of-others")
                .containsEntry("line", 2L)
                .containsEntry("value", CODE);
        assertThat(repaired()).isZero();
    }

    @Test
    void whoSaysTheSameOfAnotherRegionIsHeard() {
        Delivery delivery = send(RecordKind.PENALTY, PENALTIES + penalty("") + "\n", IngestOffice.ELSEWHERE);
        assertThat(delivery.counts().same()).isEqualTo(1);
        assertThat(delivery.counts().faults()).isZero();
    }

    @Test
    void anotherBodyOfTheRegionAndTheOneAboveMayRepair() {
        assertThat(send(RecordKind.PENALTY, PENALTIES + penalty("2026-06-01"), TAX)
                        .counts()
                        .changed())
                .isEqualTo(1);
        assertThat(send(RecordKind.PENALTY, PENALTIES + penalty("2026-06-02"), IngestOffice.CITY)
                        .counts()
                        .changed())
                .isEqualTo(1);
        assertThat(repaired()).isEqualTo(1);
    }

    @Test
    void aThirdPartyTakesNothingBackThatOthersTold() {
        String complaint = CODE + ",甲公司,12345-1,投诉,2026-05-01,";
        office.deliver(RecordKind.COMPLAINT, COMPLAINTS + complaint + "\n");
        Sources sources = office.get(Sources.class);
        long water = sources.enter(
                new SourceTerms("water", "供水公司", Source.Standing.THIRD_PARTY, 2, Source.Trust.UNCONFIRMED),
                IngestOffice.COUNTY);
        sources.agree(
                water,
                new AgreementTerms(
                        "保密-1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "档案室"),
                IngestOffice.COUNTY);
        Delivery delivery = third(COMPLAINTS + complaint + "2026-06-01\n");
        assertThat(delivery.counts().faults()).isEqualTo(1);
        assertThat(office.row(
                        "select code, args[1] as whose from ingest.delivery_fault where delivery_id = ?",
                        delivery.id()))
                .containsEntry("code", "record-told-by-other")
                .containsEntry("whose", "霍市监局");
        String own = CODE + ",甲公司,水-7,投诉,2026-05-02,";
        assertThat(third(COMPLAINTS + own + "\n").counts().added()).isEqualTo(1);
        assertThat(third(COMPLAINTS + own + "2026-06-01\n").counts().changed()).isEqualTo(1);
    }

    private static Delivery third(String text) {
        Delivery received =
                office.receive(RecordKind.COMPLAINT, text.getBytes(StandardCharsets.UTF_8), Handling.of("water"));
        office.load(received.id());
        return office.get(Deliveries.class).get(received.id(), IngestOffice.COUNTY.scope());
    }

    private static Delivery send(RecordKind kind, String text, Actor actor) {
        return office.deliver(kind, text.getBytes(StandardCharsets.UTF_8), actor);
    }

    private static String penalty(String repaired) {
        return CODE + ",甲公司,霍市监罚〔2026〕1号,罚款,2026-05-05,霍市监局,1000," + repaired + "\n";
    }

    private static long repaired() {
        return office.count("select count(*) from ingest.record where known_to is null and repaired_on is not null");
    }
}
