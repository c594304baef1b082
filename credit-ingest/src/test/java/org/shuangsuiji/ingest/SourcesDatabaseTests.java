package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.TermsRefused;
import org.springframework.dao.DataAccessException;

class SourcesDatabaseTests {
    @RegisterExtension
    private static final IngestOffice OFFICE = new IngestOffice();
    /** The day on which the clock of the office stands. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String REGISTRATIONS = "企业名称,统一社会信用代码\n甲公司,91150581MA0A00014D\n";
    private static final String FACTS = "企业名称,统一社会信用代码,信息项,信息内容,统计期\n甲公司,91150581MA0A00014D,用水量,下降,2026年5月\n";

    private final Sources sources = OFFICE.get(Sources.class);
    private final Deliveries deliveries = OFFICE.get(Deliveries.class);

    @BeforeEach
    void begin() {
        OFFICE.jdbcOwner()
                .sql("truncate ingest.source, ingest.agreement cascade")
                .update();
    }

    @Test
    void aDepartmentSendsInItsOwnNameWithoutAsking() {
        Delivery first = send(null, IngestOffice.COUNTY);
        Delivery second = send(null, IngestOffice.COUNTY);
        assertThat(first.source()).isEqualTo(second.source());
        assertThat(first.source().word()).isEqualTo("department-2");
        assertThat(first.source().name()).isEqualTo("霍市监局");
        assertThat(sources.list(IngestOffice.CITY.scope()))
                .extracting(SourceRow::word, SourceRow::trust)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("department-2", Source.Trust.OFFICIAL));
        assertThat(OFFICE.doors().entries)
                .allSatisfy(entry -> assertThat(entry.facts()).containsEntry("recordSource", "department-2"));
    }

    @Test
    void whatWasOnlyTriedOutIsNoDeliveryOfItsSource() {
        Actor county = IngestOffice.COUNTY;
        Delivery tried = OFFICE.get(ReceiveDelivery.class)
                .receive(
                        RecordKind.REGISTRATION,
                        "tried.csv",
                        new ByteArrayInputStream(REGISTRATIONS.getBytes(StandardCharsets.UTF_8)),
                        UUID.randomUUID().toString(),
                        new Handling(null, ReadingChoice.DETECT, true),
                        county);
        OFFICE.get(CheckDelivery.class).check(tried.id(), Progress.SILENT, county);
        assertThat(lastReceived()).as("it waits for a word").isNull();
        OFFICE.get(DecideDelivery.class).discard(tried.id(), county);
        assertThat(lastReceived()).as("it was thrown away").isNull();
        Delivery loaded = OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
        assertThat(lastReceived()).isEqualTo(loaded.receivedAt());
    }

    private java.time.Instant lastReceived() {
        return sources.list(IngestOffice.CITY.scope()).get(0).lastReceivedAt();
    }

    @Test
    void theOfficeSendsForADepartmentThatNeverSent() {
        Delivery delivery = send("department-2", IngestOffice.CITY);
        assertThat(delivery.source().name()).isEqualTo("霍市监局");
        assertThat(deliveries.find(delivery.id(), IngestOffice.COUNTY.scope()))
                .as("whose records they are reads what was sent in its name")
                .isPresent();
        assertThat(deliveries.find(delivery.id(), IngestOffice.ELSEWHERE.scope()))
                .isEmpty();
    }

    @Test
    void nobodySendsForWhomAnotherOfficeAnswers() {
        thirdParty("water-works", 1);
        refused("record-source-unknown", () -> send("water-works", IngestOffice.COUNTY));
        refused("record-source-unknown", () -> send("department-1", IngestOffice.COUNTY));
        refused("record-source-unknown", () -> send("department-3", IngestOffice.CITY));
        refused("record-source-unknown", () -> send("department-99", IngestOffice.CITY));
        refused("record-source-unknown", () -> send("nobody", IngestOffice.CITY));
        assertThat(OFFICE.count("select count(*) from ingest.delivery")).isZero();
        assertThat(OFFICE.folder()).isEmptyDirectory();
    }

    @Test
    void aThirdPartyWithoutAnAgreementSendsNothing() {
        thirdParty("water-works", 2);
        refused("record-source-agreement-missing", () -> send("water-works", IngestOffice.COUNTY));
        assertThat(OFFICE.count("select count(*) from ingest.delivery")).isZero();
        assertThat(OFFICE.folder()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2026-11-20, 2026-11-21, record-source-agreement-lapsed",
        "2025-01-01, 2026-11-20, 2026-11-22,",
        "2026-11-01, 2026-11-22, 2027-11-21,",
        "2026-11-01, 2026-11-23, 2027-11-21, record-source-agreement-not-yet",
        "2026-11-22, 2026-01-01, 2027-11-21,",
        "2026-11-23, 2026-01-01, 2027-11-21, record-source-agreement-not-yet"
    })
    void aThirdPartySendsFromTheFirstToTheLastDayOfItsAgreement(
            LocalDate signed, LocalDate begins, LocalDate ends, String refusal) {
        long id = thirdParty("water-works", 2);
        agree(id, "密协〔2026〕1号", signed, begins, ends);
        if (refusal == null) {
            assertThat(send("water-works", IngestOffice.COUNTY).source().word()).isEqualTo("water-works");
        } else {
            refused(refusal, () -> send("water-works", IngestOffice.COUNTY));
        }
    }

    /** S1 三(一): those arise where departments do their duty, and nobody else may tell them. */
    @Test
    void aThirdPartyTellsNeitherRegistrationsNorDecisions() {
        long id = thirdParty("water-works", 2);
        agree(id, "一号", TODAY, TODAY, TODAY);
        Set<RecordKind> told = EnumSet.noneOf(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            try {
                send(kind, FACTS, Handling.of("water-works"), UUID.randomUUID().toString(), IngestOffice.COUNTY);
                told.add(kind);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("record-source-kind");
                assertThat(refusal.arguments()).startsWith("供水公司", kind);
            }
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        RecordKind.THIRD_PARTY,
                        RecordKind.OPINION,
                        RecordKind.FEE_ARREARS,
                        RecordKind.COMPLAINT,
                        RecordKind.HONOUR);
        assertThat(OFFICE.count("select count(*) from ingest.delivery")).isEqualTo(told.size());
        sources.enter(terms("province", "自治区平台", Source.Standing.SUPERIOR, 2), IngestOffice.COUNTY);
        assertThat(send("province", IngestOffice.COUNTY).kind())
                .as("a platform above gathers what departments decided")
                .isEqualTo(RecordKind.REGISTRATION);
    }

    @Test
    void aCheckedFileWaitsOnWhereItsSourceMaySendNoMore() {
        long id = thirdParty("water-works", 2);
        agree(id, "一号", TODAY, TODAY, TODAY);
        Delivery delivery = send(
                RecordKind.THIRD_PARTY,
                FACTS,
                new Handling("water-works", ReadingChoice.DETECT, true),
                "key",
                IngestOffice.COUNTY);
        OFFICE.get(CheckDelivery.class).check(delivery.id(), Progress.SILENT, IngestOffice.COUNTY);
        OFFICE.jdbcOwner()
                .sql(
                        "update ingest.agreement set signed_on = '2020-01-01', begins_on = '2020-01-01', ends_on = '2020-12-31'")
                .update();
        refused("delivery-held-agreement-lapsed", () -> decide(delivery));
        close(id);
        refused("delivery-held-closed", () -> decide(delivery));
        assertThat(state(delivery)).isEqualTo(DeliveryState.CHECKED);
        sources.reopen(id, version(id), "恢复报送", IngestOffice.COUNTY);
        agree(id, "二号", TODAY, TODAY, TODAY);
        decide(delivery);
        OFFICE.load(delivery.id());
        assertThat(state(delivery)).isEqualTo(DeliveryState.DONE);
    }

    @Test
    void aCheckedFileOfASourceThatMaySendNoMoreIsThrownAway() {
        long id = sources.enter(terms("province", "自治区平台", Source.Standing.SUPERIOR, 2), IngestOffice.COUNTY);
        Delivery delivery = send(
                RecordKind.REGISTRATION,
                REGISTRATIONS,
                new Handling("province", ReadingChoice.DETECT, true),
                "key",
                IngestOffice.COUNTY);
        OFFICE.get(CheckDelivery.class).check(delivery.id(), Progress.SILENT, IngestOffice.COUNTY);
        close(id);
        refused("delivery-held-closed", () -> decide(delivery));
        OFFICE.get(DecideDelivery.class).discard(delivery.id(), IngestOffice.COUNTY);
        assertThat(state(delivery)).isEqualTo(DeliveryState.CANCELLED);
    }

    @Test
    void anAgreementThatIsEndedEarlyHoldsNoMoreFromThatDayOnAndStaysAsItWasSigned() {
        long id = thirdParty("water-works", 2);
        agree(id, "一号", TODAY.minusDays(9), TODAY.minusDays(9), TODAY.plusYears(1));
        Agreement signed = sources.agreement(id, "一号", IngestOffice.COUNTY.scope());
        for (LocalDate outside : List.of(TODAY.minusDays(10), TODAY.plusYears(1).plusDays(1))) {
            refused("agreement-end-outside", () -> end(id, outside));
        }
        refused("reason-length", () -> sources.endAgreement(id, "一号", TODAY, "x", IngestOffice.COUNTY));
        refused("absent", () -> sources.endAgreement(id, "二号", TODAY, "合同终止", IngestOffice.COUNTY));
        refused("absent", () -> sources.endAgreement(id, "一号", TODAY, "合同终止", IngestOffice.ELSEWHERE));

        end(id, TODAY.plusDays(1));
        assertThat(send("water-works", IngestOffice.COUNTY).source().id())
                .as("the day before")
                .isEqualTo(id);
        assertThat(sources.row(id, IngestOffice.COUNTY.scope()).boundUntil()).isEqualTo(TODAY);
        refused("agreement-ended-already", () -> end(id, TODAY));
        OFFICE.jdbcOwner()
                .sql("update ingest.agreement_end set ended_on = :day")
                .param("day", TODAY)
                .update();
        refused("record-source-agreement-ended", () -> send("water-works", IngestOffice.COUNTY));
        assertThat(sources.row(id, IngestOffice.COUNTY.scope()).unbound()).isTrue();

        Agreement ended = sources.agreement(id, "一号", IngestOffice.COUNTY.scope());
        assertThat(ended.endsOn()).isEqualTo(signed.endsOn());
        assertThat(ended.end().reason()).isEqualTo("对方违约");
        assertThat(OFFICE.doors().entries)
                .filteredOn(entry -> entry.event() == LedgerEvent.AGREEMENT_ENDED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .containsEntry("number", "一号")
                        .containsEntry("endedOn", TODAY.plusDays(1).toString()));
        assertThatThrownBy(() -> OFFICE.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("delete from ingest.agreement_end")
                        .update())
                .isInstanceOf(DataAccessException.class);
        agree(id, "二号", TODAY, TODAY, TODAY);
        assertThat(send("water-works", IngestOffice.COUNTY).source().id()).isEqualTo(id);
    }

    @Test
    void anAgreementThatWasEndedBeforeItBeganPromisesNothing() {
        long id = thirdParty("water-works", 2);
        agree(id, "一号", TODAY, TODAY.plusDays(5), TODAY.plusYears(1));
        end(id, TODAY.plusDays(5));
        refused("record-source-agreement-ended", () -> send("water-works", IngestOffice.COUNTY));
    }

    private void end(long id, LocalDate day) {
        sources.endAgreement(id, "一号", day, "对方违约", IngestOffice.COUNTY);
    }

    private static void decide(Delivery delivery) {
        OFFICE.get(DecideDelivery.class)
                .load(
                        delivery.id(),
                        OFFICE.get(Trials.class)
                                .find(delivery.id(), Scope.WHOLE_OFFICE)
                                .orElseThrow()
                                .at(),
                        IngestOffice.COUNTY);
    }

    private DeliveryState state(Delivery delivery) {
        return deliveries.get(delivery.id(), Scope.WHOLE_OFFICE).state();
    }

    @Test
    void theNextAgreementFollowsWithoutTouchingTheFormer() {
        long id = thirdParty("water-works", 2);
        agree(id, "一号", TODAY.minusYears(2), TODAY.minusYears(2), TODAY.minusDays(1));
        refused("record-source-agreement-lapsed", () -> send("water-works", IngestOffice.COUNTY));
        agree(id, "二号", TODAY, TODAY, TODAY.plusYears(1));
        assertThat(send("water-works", IngestOffice.COUNTY).source().id()).isEqualTo(id);
        assertThat(sources.agreements(id, IngestOffice.COUNTY.scope()))
                .extracting(Agreement::number)
                .containsExactly("二号", "一号");
        refused("agreement-number-taken", () -> agree(id, "二号", TODAY, TODAY, TODAY.plusYears(2)));
        for (String change : List.of("delete from ingest.agreement", "update ingest.agreement set ends_on = ends_on")) {
            assertThatThrownBy(() -> OFFICE.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                            .sql(change)
                            .update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatWasTakenInIsAnsweredAsThenAlsoWhenTheAgreementLapsedSince() {
        long id = thirdParty("water-works", 2);
        agree(id, "一号", TODAY, TODAY, TODAY);
        Delivery first = send("water-works", "key-1", IngestOffice.COUNTY);
        OFFICE.jdbcOwner()
                .sql(
                        "update ingest.agreement set signed_on = '2020-01-01', begins_on = '2020-01-01', ends_on = '2020-12-31'")
                .update();
        assertThat(send("water-works", "key-1", IngestOffice.COUNTY).id()).isEqualTo(first.id());
        refused("record-source-agreement-lapsed", () -> send("water-works", "key-2", IngestOffice.COUNTY));
        refused("delivery-key-reused", () -> send(null, "key-1", IngestOffice.COUNTY));
        refused("delivery-key-reused", () -> send("department-2", "key-1", IngestOffice.COUNTY));
    }

    @Test
    void aClosedSourceSendsNothingFromItsLastDayOnUntilItIsReopened() {
        long id = sources.enter(terms("province", "自治区平台", Source.Standing.SUPERIOR, 2), IngestOffice.COUNTY);
        close(id);
        closedOn(id, TODAY.plusDays(1));
        assertThat(send("province", IngestOffice.COUNTY).source().id())
                .as("the day before")
                .isEqualTo(id);
        refused("record-source-closed-already", () -> close(id));
        closedOn(id, TODAY);
        refused("record-source-closed", () -> send("province", IngestOffice.COUNTY));
        assertThat(sources.choices(IngestOffice.COUNTY.scope()))
                .extracting(SourceRow::word)
                .containsExactly("department-2");
        sources.reopen(id, version(id), "恢复报送", IngestOffice.COUNTY);
        assertThat(send("province", IngestOffice.COUNTY).source().id()).isEqualTo(id);
        refused("record-source-open", () -> sources.reopen(id, version(id), "再来一次", IngestOffice.COUNTY));
        refused("reason-length", () -> sources.close(id, version(id), "x", IngestOffice.COUNTY));
        assertThat(OFFICE.doors().entries.stream().map(entry -> entry.event()))
                .containsSubsequence(
                        LedgerEvent.RECORD_SOURCE_ENTERED,
                        LedgerEvent.RECORD_SOURCE_CLOSED,
                        LedgerEvent.RECORD_SOURCE_REOPENED);
    }

    @Test
    void ofTwoWhoEditAtOnceTheSecondLearnsOfTheFirst() {
        long id = thirdParty("water-works", 2);
        long seen = version(id);
        sources.change(id, seen, terms("water-works", "市供水公司", Source.Standing.THIRD_PARTY, 2), IngestOffice.COUNTY);
        refused(
                "edited-meanwhile",
                () -> sources.change(
                        id, seen, terms("water-works", "水务", Source.Standing.THIRD_PARTY, 2), IngestOffice.COUNTY));
        refused(
                "record-source-fixed",
                () -> sources.change(
                        id, version(id), terms("other", "水务", Source.Standing.THIRD_PARTY, 2), IngestOffice.COUNTY));
    }

    @Test
    void onlyWhoAnswersForASourceSeesOrChangesIt() {
        long id = thirdParty("water-works", 1);
        assertThat(sources.list(IngestOffice.COUNTY.scope())).isEmpty();
        refused("absent", () -> sources.get(id, IngestOffice.COUNTY.scope()));
        refused("absent", () -> sources.close(id, 0, "停用", IngestOffice.COUNTY));
        refused("absent", () -> sources.enter(terms("x", "某平台", Source.Standing.SUPERIOR, 1), IngestOffice.COUNTY));
        refused(
                "absent",
                () -> sources.agree(id, new AgreementTerms("一号", TODAY, TODAY, TODAY, "第 3 柜"), IngestOffice.COUNTY));
        assertThat(sources.list(IngestOffice.CITY.scope())).hasSize(1);
    }

    @Test
    void tellsAllThatIsWrongWithASourceAtOnce() {
        assertThatThrownBy(() ->
                        sources.enter(terms("Department X", " 空格", Source.Standing.DEPARTMENT, 2), IngestOffice.COUNTY))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.faults())
                        .extracting(TermsRefused.Fault::field)
                        .containsExactly("word", "standing", "name"));
        refused(
                "terms",
                () -> sources.enter(terms("department-7", "冒名", Source.Standing.SUPERIOR, 2), IngestOffice.COUNTY));
        long id = thirdParty("water-works", 2);
        refused("record-source-word-taken", () -> thirdParty("water-works", 2));
        refused(
                "record-source-name-taken",
                () -> sources.enter(terms("other", "供水公司", Source.Standing.SUPERIOR, 2), IngestOffice.COUNTY));
        refused("terms", () -> agree(id, "一号", TODAY, TODAY, TODAY.minusDays(1)));
    }

    @Test
    void theSameBytesOfAnotherSourceAreItsOwnDelivery() {
        sources.enter(terms("province", "自治区平台", Source.Standing.SUPERIOR, 2), IngestOffice.COUNTY);
        Delivery own = load(send(null, IngestOffice.COUNTY));
        Delivery theirs = load(send("province", IngestOffice.COUNTY));
        Delivery again = load(send("province", IngestOffice.COUNTY));
        assertThat(theirs.sameFileAs()).isNull();
        assertThat(again.sameFileAs()).isEqualTo(theirs.id());
        assertThat(deliveries.list(
                        IngestOffice.COUNTY.scope(), null, null, own.source().id(), null, 10))
                .extracting(Delivery::id)
                .containsExactly(own.id());
    }

    private static Delivery load(Delivery delivery) {
        OFFICE.load(delivery.id());
        return OFFICE.get(Deliveries.class).get(delivery.id(), Scope.WHOLE_OFFICE);
    }

    @Test
    void oneEventThatTwoSourcesTellIsOneRecordWithBothOfThem() {
        String penalty = """
                统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元)
                91150581MA0A00014D,甲公司,霍市监罚%s1号,罚款,2026-05-05,霍市监局,2000
                """;
        OFFICE.deliver(
                RecordKind.PENALTY, penalty.formatted("〔2026〕").getBytes(StandardCharsets.UTF_8), IngestOffice.COUNTY);
        OFFICE.deliver(
                RecordKind.PENALTY, penalty.formatted("[2026]").getBytes(StandardCharsets.UTF_8), IngestOffice.CITY);
        assertThat(OFFICE.count("select count(*) from ingest.record where known_to is null"))
                .isEqualTo(1);
        assertThat(OFFICE.count("""
                        select count(*) from ingest.record_source t
                        join ingest.record r on r.key_hash = t.record_key and r.known_to is null
                        join ingest.source s on s.id = t.source_id
                        where s.department_id = 1"""))
                .as("the county told first, the city as well")
                .isEqualTo(1);
    }

    private static Delivery send(String source, Actor actor) {
        return send(source, UUID.randomUUID().toString(), actor);
    }

    private static Delivery send(String source, String key, Actor actor) {
        boolean thirdParty = "water-works".equals(source);
        return thirdParty
                ? send(RecordKind.THIRD_PARTY, FACTS, Handling.of(source), key, actor)
                : send(RecordKind.REGISTRATION, REGISTRATIONS, Handling.of(source), key, actor);
    }

    private static Delivery send(RecordKind kind, String file, Handling handling, String key, Actor actor) {
        return OFFICE.get(ReceiveDelivery.class)
                .receive(
                        kind,
                        "x.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        key,
                        handling,
                        actor);
    }

    private long thirdParty(String word, long department) {
        return sources.enter(
                terms(word, "供水公司", Source.Standing.THIRD_PARTY, department),
                department == 1 ? IngestOffice.CITY : IngestOffice.COUNTY);
    }

    private static SourceTerms terms(String word, String name, Source.Standing standing, long department) {
        return new SourceTerms(word, name, standing, department, Source.Trust.CONFIRMED);
    }

    private void agree(long id, String number, LocalDate signed, LocalDate begins, LocalDate ends) {
        sources.agree(id, new AgreementTerms(number, signed, begins, ends, "档案室第 3 柜"), IngestOffice.COUNTY);
    }

    private void close(long id) {
        sources.close(id, version(id), "协议终止", IngestOffice.COUNTY);
    }

    private static void closedOn(long id, LocalDate day) {
        OFFICE.jdbcOwner()
                .sql("update ingest.source set closed_on = :day where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    private long version(long id) {
        return sources.get(id, Scope.WHOLE_OFFICE).version();
    }

    private static void refused(String code, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refusal.class, (Consumer<Refusal>)
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
