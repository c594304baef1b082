package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.ingest.file.WorkbookBuilder;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.Preview;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** A file that is tried out, waits for a word, and is remembered in the way it was read. */
class CheckedDeliveryDatabaseTests {
    private static final String HEADER = "企业名称,统一社会信用代码,成立日期,行政区划,住所\n";
    private static final Handling CHECK = new Handling(null, ReadingChoice.DETECT, true);

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @Test
    void findsWhatALoadWouldFindAndStoresNothing() {
        office.deliver(RecordKind.REGISTRATION, HEADER + row("甲", 1, "旧街一号") + row("乙", 2, "旧街二号"));
        List<String> before = everything();
        Delivery checked = check(HEADER
                + row("甲", 1, "旧街一号")
                + row("乙", 2, "新街二号")
                + row("丙", 3, "旧街三号")
                + "丁,不是代码,2016-03-31,150581,x\n");
        assertThat(everything()).as("nothing of it is visible").isEqualTo(before);
        assertThat(checked.state()).isEqualTo(DeliveryState.CHECKED);

        Trial trial = trial(checked);
        assertThat(trial.refused()).isNull();
        assertThat(trial.counts()).isEqualTo(new Delivery.Counts(4, 1, 1, 1, 0, 1));
        assertThat(trial.examples())
                .containsExactly(
                        new Trial.Example(true, 4, Codes.right(3), "丙公司", List.of()),
                        new Trial.Example(
                                false, 3, Codes.right(2), "乙公司", List.of(new Trial.Change("address", "旧街二号", "新街二号"))));
        assertThat(trial.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(5);
            assertThat(fault.code()).isEqualTo("code-length");
        });
        Preview preview = java.util.Objects.requireNonNull(trial.preview());
        assertThat(preview.encoding()).isEqualTo("UTF-8");
        assertThat(preview.rows()).hasSize(4);

        office.get(DecideDelivery.class).load(checked.id(), trial.at(), IngestOffice.COUNTY);
        assertThat(office.doors().toLoad).contains(checked.id());
        office.load(checked.id());
        assertThat(get(checked).counts()).isEqualTo(trial.counts());
        assertThat(office.count("select count(*) from ingest.delivery_fault where delivery_id = ?", checked.id()))
                .isEqualTo(1);
        assertThat(office.doors().entries.stream().map(LedgerEntry::event))
                .endsWith(
                        LedgerEvent.DELIVERY_RECEIVED,
                        LedgerEvent.DELIVERY_CHECKED,
                        LedgerEvent.DELIVERY_RELEASED,
                        LedgerEvent.DELIVERY_MERGED);
    }

    @Test
    void saysWhichFieldsOfARecordWouldChange() {
        String header = "企业名称,统一社会信用代码,处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期\n";
        office.deliver(RecordKind.PENALTY, header + "甲," + Codes.right(1) + ",罚1号,罚款,1,2026-05-01\n");
        List<String> before = everything();
        Delivery checked = check(
                RecordKind.PENALTY,
                header
                        + "甲," + Codes.right(1) + ",罚1号,罚款,2.5,2026-05-01\n"
                        + "乙," + Codes.right(2) + ",罚2号,警告,,2026-05-02\n");
        Trial trial = trial(checked);
        assertThat(trial.counts()).isEqualTo(new Delivery.Counts(2, 1, 1, 0, 0, 0));
        assertThat(trial.examples().get(1).changes())
                .containsExactly(new Trial.Change("amount_fen", "1000000", "2500000"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatIsKnownOfAnEnterpriseElsewhereIsNotShownToWhoeverSendsARowAboutIt() {
        String header = "企业名称,统一社会信用代码,处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期\n";
        office.deliver(RecordKind.REGISTRATION, HEADER + row("甲", 1, "旧街一号"));
        office.deliver(RecordKind.PENALTY, header + "甲公司," + Codes.right(1) + ",罚1号,罚款,1,2026-05-01\n");
        String guess = header + "甲公司," + Codes.right(1) + ",罚1号,罚款,2.5,2026-05-01\n";

        Trial elsewhere = trial(check(RecordKind.PENALTY, guess, IngestOffice.ELSEWHERE));
        assertThat(elsewhere.counts().faults()).as("others told of it").isEqualTo(1);
        assertThat(elsewhere.examples()).isEmpty();
        Trial above = trial(check(RecordKind.PENALTY, guess, IngestOffice.CITY));
        assertThat(above.examples())
                .flatExtracting(Trial.Example::changes)
                .containsExactly(new Trial.Change("amount_fen", "1000000", "2500000"));
    }

    @Test
    void aSenderThatGivesAnEnterpriseItsOwnRegionSeesNothingOfWhatOthersToldOfItBefore() {
        office.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,成立日期,住所\n甲公司," + Codes.right(1) + ",2016-03-31,旧街一号\n");
        String claim = HEADER + "甲公司," + Codes.right(1) + ",2016-03-31,%s,新街一号\n";

        Trial elsewhere = trial(check(RecordKind.REGISTRATION, claim.formatted("130102"), IngestOffice.ELSEWHERE));
        assertThat(elsewhere.counts().changed()).isEqualTo(1);
        assertThat(elsewhere.examples()).isEmpty();
        Trial own = trial(check(claim.formatted("150581")));
        assertThat(own.examples())
                .flatExtracting(Trial.Example::changes)
                .contains(new Trial.Change("address", "旧街一号", "新街一号"));
    }

    @Test
    void aKeyStandsForATrialOrForALoadAndNeverForBoth() {
        String file = HEADER + row("甲", 1, "街");
        Delivery tried = send(file, "key-0001", CHECK);
        refuses("delivery-key-tried", () -> send(file, "key-0001", Handling.LOAD));
        office.get(CheckDelivery.class).check(tried.id(), Progress.SILENT, IngestOffice.COUNTY);
        refuses("delivery-key-tried", () -> send(file, "key-0001", Handling.LOAD));
        assertThat(send(file, "key-0001", CHECK).id()).isEqualTo(tried.id());
        loadAfter(tried);
        refuses("delivery-key-tried", () -> send(file, "key-0001", Handling.LOAD));

        Delivery sent = send(file, "key-0002", Handling.LOAD);
        refuses("delivery-key-loaded", () -> send(file, "key-0002", CHECK));
        office.load(sent.id());
        refuses("delivery-key-loaded", () -> send(file, "key-0002", CHECK));
        assertThat(send(file, "key-0002", Handling.LOAD).id()).isEqualTo(sent.id());
    }

    @Test
    void whatEndedBeforeItBeganAnswersItsKeyEitherWay() {
        String file = HEADER + row("甲", 1, "街");
        Delivery sent = send(file, "key-0001", CHECK);
        office.get(LoadDelivery.class).cancel(sent.id(), IngestOffice.COUNTY);
        for (Handling handling : List.of(CHECK, Handling.LOAD)) {
            Delivery answer = send(file, "key-0001", handling);
            assertThat(answer.id()).isEqualTo(sent.id());
            assertThat(answer.state()).isEqualTo(DeliveryState.CANCELLED);
        }
    }

    @Test
    void rowsOfOthersAreAmongTheFaultsOfACheck() {
        office.deliver(
                RecordKind.REGISTRATION,
                (HEADER + row("甲", 1, "街")).getBytes(StandardCharsets.UTF_8),
                IngestOffice.COUNTY);
        Delivery delivery = office.get(ReceiveDelivery.class)
                .receive(
                        RecordKind.REGISTRATION,
                        "x.csv",
                        new java.io.ByteArrayInputStream((HEADER + "甲公司," + Codes.right(1) + ",2016-03-31,130102,街\n")
                                .getBytes(StandardCharsets.UTF_8)),
                        "key",
                        CHECK,
                        IngestOffice.ELSEWHERE);
        office.get(CheckDelivery.class).check(delivery.id(), Progress.SILENT, IngestOffice.ELSEWHERE);
        Trial trial = office.get(Trials.class)
                .find(delivery.id(), IngestOffice.ELSEWHERE.scope())
                .orElseThrow();
        assertThat(trial.counts()).isEqualTo(new Delivery.Counts(1, 0, 0, 0, 0, 1));
        assertThat(trial.faults()).singleElement().satisfies(fault -> assertThat(fault.code())
                .isEqualTo(Merge.OF_OTHERS));
        assertThat(office.count("select count(*) from ingest.delivery_fault")).isZero();
    }

    @Test
    void aFileThatIsRefusedAsAWholeCanBeReadOtherwise() {
        Delivery checked = check("甲方,统一社会信用代码,联系电话\n甲公司," + Codes.right(1) + ",13812345678\n");
        Trial refused = trial(checked);
        assertThat(java.util.Objects.requireNonNull(refused.refused()).code()).isEqualTo("file-column-missing");
        assertThat(java.util.Objects.requireNonNull(refused.preview()).headers())
                .extracting(Preview.Header::taken)
                .containsExactly(Preview.Taken.UNKNOWN, Preview.Taken.COLUMN, Preview.Taken.PERSONAL);
        refuses("delivery-check-refused", () -> office.get(DecideDelivery.class)
                .load(checked.id(), refused.at(), IngestOffice.COUNTY));

        office.get(DecideDelivery.class).readAs(checked.id(), columns(Map.of("甲方", "企业名称")), IngestOffice.COUNTY);
        assertThat(get(checked).state()).isEqualTo(DeliveryState.CHECKING);
        office.get(CheckDelivery.class).check(checked.id(), Progress.SILENT, IngestOffice.COUNTY);
        Trial trial = trial(checked);
        assertThat(trial.refused()).isNull();
        assertThat(trial.counts().added()).isEqualTo(1);
        refuses("delivery-check-other", () -> office.get(DecideDelivery.class)
                .load(checked.id(), refused.at(), IngestOffice.COUNTY));
        loadAfter(checked);
        assertThat(get(checked).counts().added()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeCutIsToldWithoutAPreview() {
        Delivery checked = office.receive(RecordKind.REGISTRATION, new byte[] {'P', 'K', 3, 4, 1, 2}, CHECK);
        office.get(CheckDelivery.class).check(checked.id(), Progress.SILENT, IngestOffice.COUNTY);
        assertThat(java.util.Objects.requireNonNull(trial(checked).refused()).code())
                .startsWith("file-");
        assertThat(trial(checked).preview()).isNull();
    }

    @Test
    void whatTheNextFileOfTheSameHeadIsReadLikeIsRemembered() {
        String odd = "甲方,统一社会信用代码,成立日期\n";
        var choice = columns(Map.of("甲方", "企业名称", "成立日期", ReadingChoice.LEAVE_OUT));
        Delivery first = load(odd + "甲公司," + Codes.right(1) + ",2016-03-31\n", new Handling(null, choice, false));
        assertThat(first.counts().added()).isEqualTo(1);

        Delivery next = check("甲方, 统一社会信用代码*,成立日期\n乙公司," + Codes.right(2) + ",2016-03-31\n");
        ReadingChoices.Made made = made(next);
        assertThat(made.choice()).isEqualTo(choice);
        assertThat(made.rememberedFrom()).isEqualTo(first.id());
        assertThat(made.rememberedAt()).isEqualTo(first.receivedAt());
        assertThat(trial(next).counts().added()).isEqualTo(1);

        Delivery unlike = check("甲方,统一社会信用代码\n丙公司," + Codes.right(3) + "\n");
        assertThat(made(unlike).choice()).as("another header row").isEqualTo(ReadingChoice.DETECT);
        Delivery ofOthers = office.get(ReceiveDelivery.class)
                .receive(
                        RecordKind.REGISTRATION,
                        "x.csv",
                        new java.io.ByteArrayInputStream(
                                (odd + "丁公司," + Codes.right(4) + ",\n").getBytes(StandardCharsets.UTF_8)),
                        "key",
                        CHECK,
                        IngestOffice.CITY);
        office.get(CheckDelivery.class).check(ofOthers.id(), Progress.SILENT, IngestOffice.CITY);
        assertThat(made(ofOthers).choice()).as("another sender").isEqualTo(ReadingChoice.DETECT);
    }

    /** The workbook of refused rows has a sheet of its own, and its header stands in the first row. */
    @Test
    void rowsThatWereHandedBackAreReadByTheRememberedColumnsThoughTheirSheetHasAnotherName(@TempDir Path folder)
            throws IOException {
        var choice = new ReadingChoice(null, null, "六月", 2, Map.of("甲方", "企业名称", "某列", "住所"));
        Delivery first = load(
                WorkbookBuilder.anEmptyWorkbook()
                        .sheet("五月", "", "某局导出", "甲方|统一社会信用代码|某列", "甲公司|" + Codes.right(1) + "|五月街")
                        .sheet("六月", "", "某局导出", "甲方|统一社会信用代码|某列", "乙公司|1234|六月街")
                        .write(folder.resolve("first.xlsx")),
                new Handling(null, choice, false));
        assertThat(first.counts().faults()).isEqualTo(1);
        Delivery corrected = load(
                WorkbookBuilder.anEmptyWorkbook()
                        .sheet("说明", "", "范围|全部退回行")
                        .sheet(
                                "退回的行",
                                "",
                                "退回行号|退回的列|退回原因|退回处理办法|甲方|统一社会信用代码|某列",
                                "3|统一社会信用代码|x|y|乙公司|" + Codes.right(2) + "|六月街")
                        .write(folder.resolve("corrected.xlsx")),
                Handling.LOAD);
        assertThat(corrected.counts().added()).as(corrected.toString()).isEqualTo(1);
        assertThat(made(corrected).rememberedFrom()).isEqualTo(first.id());
        assertThat(office.jdbcOwner()
                        .sql("select name || address from ingest.enterprise")
                        .query(String.class)
                        .list())
                .containsExactly("乙公司六月街");

        Delivery next = load(
                WorkbookBuilder.anEmptyWorkbook()
                        .sheet("五月", "", "某局导出", "甲方|统一社会信用代码|某列", "甲公司|" + Codes.right(1) + "|五月街")
                        .sheet("六月", "", "某局导出", "甲方|统一社会信用代码|某列", "丙公司|" + Codes.right(3) + "|六月街")
                        .write(folder.resolve("next.xlsx")),
                Handling.LOAD);
        assertThat(next.delimiter())
                .as("an ordinary file is read as the first one")
                .isEqualTo("六月");
        assertThat(made(next).choice()).isEqualTo(choice);
    }

    @Test
    void whatWasTakenBackIsNotRememberedAnyMore() {
        String head = "企业名称,统一社会信用代码,成立日期\n";
        load(head + "甲公司," + Codes.right(1) + ",2016-03-31\n", new Handling(null, columns(Map.of("成立日期", "-")), false));
        Delivery second = check(head + "乙公司," + Codes.right(2) + ",2016-03-31\n");
        assertThat(made(second).rememberedFrom()).isNotNull();
        office.get(DecideDelivery.class).readAs(second.id(), ReadingChoice.DETECT, IngestOffice.COUNTY);
        office.get(CheckDelivery.class).check(second.id(), Progress.SILENT, IngestOffice.COUNTY);
        loadAfter(second);
        Delivery third = load(head + "丙公司," + Codes.right(3) + ",2016-03-31\n", Handling.LOAD);
        assertThat(made(third).choice()).isEqualTo(ReadingChoice.DETECT);
    }

    @Test
    void theSameBytesReadInAnotherWayAreNotTheSameFile() {
        String file = HEADER + row("甲", 1, "街");
        Delivery first = load(file, new Handling(null, columns(Map.of("住所", "-")), false));
        Delivery again = load(file, Handling.LOAD);
        assertThat(again.sameFileAs()).isEqualTo(first.id());
        Delivery otherwise = load(file, new Handling(null, columns(Map.of("某列", "-", "住所", "住所")), false));
        assertThat(otherwise.failureCode()).isEqualTo("choice-header-unknown");
        Delivery fuller = load(file, new Handling(null, columns(Map.of("住所", "住所")), false));
        assertThat(fuller.sameFileAs()).isNull();
        assertThat(fuller.counts().changed()).isEqualTo(1);
    }

    @Test
    void aCheckSaysThatALoadWouldNotReadTheFileAgain() {
        String file = HEADER + row("甲", 1, "街");
        Delivery first = load(file, Handling.LOAD);
        Delivery again = check(file);
        assertThat(trial(again).sameFileAs()).isEqualTo(first.id());
        assertThat(trial(again).counts()).isEqualTo(new Delivery.Counts(1, 0, 0, 1, 0, 0));
        loadAfter(again);
        assertThat(get(again).sameFileAs()).isEqualTo(first.id());
    }

    @Test
    void aFileThatWaitsForAWordKeepsNobodyWaitingAndTakesItsTurnWithTheWord() {
        Delivery checked = check(HEADER + row("甲", 1, "先收到"));
        Delivery later = load(HEADER + row("甲", 1, "后收到"), Handling.LOAD);
        assertThat(later.state()).isEqualTo(DeliveryState.DONE);
        Delivery waiting = office.receive(
                RecordKind.REGISTRATION,
                (HEADER + row("甲", 1, "排在前面")).getBytes(StandardCharsets.UTF_8),
                Handling.LOAD);
        office.get(DecideDelivery.class).load(checked.id(), trial(checked).at(), IngestOffice.COUNTY);
        assertThatThrownBy(() -> office.load(checked.id()))
                .as("its turn counts from the word")
                .isInstanceOf(Progress.Later.class);
        office.load(waiting.id());
        office.load(checked.id());
        assertThat(office.jdbcOwner()
                        .sql("select address from ingest.enterprise")
                        .query(String.class)
                        .single())
                .isEqualTo("先收到");
        assertThat(get(checked).counts().changed())
                .as("facts changed since the check, which found it new")
                .isEqualTo(1);
    }

    @Test
    void aLoadAndASecondWordFindNothingToDo() {
        Delivery checked = check(HEADER + row("甲", 1, "街"));
        Instant seen = trial(checked).at();
        office.load(checked.id());
        assertThat(get(checked).state()).as("no word was given").isEqualTo(DeliveryState.CHECKED);
        var decide = office.get(DecideDelivery.class);
        decide.load(checked.id(), seen, IngestOffice.COUNTY);
        refuses("delivery-not-checked", () -> decide.load(checked.id(), seen, IngestOffice.COUNTY));
        refuses("delivery-not-checked", () -> decide.discard(checked.id(), IngestOffice.COUNTY));
        refuses("delivery-not-checked", () -> decide.readAs(checked.id(), ReadingChoice.DETECT, IngestOffice.COUNTY));
        office.get(CheckDelivery.class).check(checked.id(), Progress.SILENT, IngestOffice.COUNTY);
        assertThat(get(checked).state()).isEqualTo(DeliveryState.RECEIVED);
    }

    @Test
    void isThrownAwayAndStaysSo() {
        Delivery checked = check(HEADER + row("甲", 1, "街"));
        office.get(DecideDelivery.class).discard(checked.id(), IngestOffice.COUNTY);
        assertThat(get(checked).state()).isEqualTo(DeliveryState.CANCELLED);
        refuses("delivery-not-checked", () -> office.get(DecideDelivery.class)
                .load(checked.id(), trial(checked).at(), IngestOffice.COUNTY));
    }

    @Test
    void whoMayNotSeeItDecidesNothing() {
        Delivery checked = check(HEADER + row("甲", 1, "街"));
        Actor stranger = IngestOffice.ELSEWHERE;
        Instant seen = trial(checked).at();
        var decide = office.get(DecideDelivery.class);
        refuses("absent", () -> decide.load(checked.id(), seen, stranger));
        refuses("absent", () -> decide.readAs(checked.id(), ReadingChoice.DETECT, stranger));
        refuses("absent", () -> decide.discard(checked.id(), stranger));
        refuses("absent", () -> office.get(Trials.class).find(checked.id(), stranger.scope()));
        assertThat(get(checked).state()).isEqualTo(DeliveryState.CHECKED);
    }

    @Test
    void isThrownAwayBySystemOnceItsTimeIsOver() {
        Delivery old = check(HEADER + row("甲", 1, "街"));
        Delivery young = check(HEADER + row("乙", 2, "街"));
        office.jdbcOwner()
                .sql(
                        "update ingest.delivery_check set checked_at = checked_at - interval '7 days' where delivery_id = ?")
                .param(old.id())
                .update();
        assertThat(office.get(DecideDelivery.class).endOverdue()).containsExactly(old.id());
        assertThat(get(old).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(get(young).state()).isEqualTo(DeliveryState.CHECKED);
        assertThat(office.get(Deliveries.class).notes(old.id(), IngestOffice.COUNTY.scope()))
                .contains(new Note("check-overdue", List.of("7")));
        assertThat(office.doors().entries.get(office.doors().entries.size() - 1).event())
                .isEqualTo(LedgerEvent.DELIVERY_CANCELLED);
        assertThat(office.get(DecideDelivery.class).endOverdue()).isEmpty();
    }

    @Test
    void checksLeaveHalfOfThePlacesToLoads() {
        Staging staging = office.get(Staging.class);
        Delivery one = office.receive(RecordKind.PENALTY, "1");
        Delivery two = office.receive(RecordKind.PENALTY, "2");
        Delivery three = office.receive(RecordKind.PENALTY, "3");
        try (var first = staging.open(
                        one.id(), RecordKind.PENALTY, Staging.Purpose.CHECK, UUID.randomUUID(), Progress.SILENT);
                var second = staging.open(
                        two.id(), RecordKind.PENALTY, Staging.Purpose.CHECK, UUID.randomUUID(), Progress.SILENT)) {
            assertThatThrownBy(() -> staging.open(
                            three.id(), RecordKind.PENALTY, Staging.Purpose.CHECK, UUID.randomUUID(), Progress.SILENT))
                    .isInstanceOf(Progress.Later.class);
            try (var load = staging.open(
                    three.id(), RecordKind.PENALTY, Staging.Purpose.LOAD, UUID.randomUUID(), Progress.SILENT)) {
                assertThat(List.of(first.slot(), second.slot())).doesNotContain(load.slot());
            }
        }
    }

    @Test
    void isStoppedWhileItIsChecked() {
        Delivery delivery = office.receive(
                RecordKind.REGISTRATION, (HEADER + row("甲", 1, "街")).getBytes(StandardCharsets.UTF_8), CHECK);
        var stopping = new Progress() {
            @Override
            public void stage(String stage, long total) {}

            @Override
            public void done(long done) {}

            @Override
            public void stopIfAsked() {
                throw new Cancelled();
            }
        };
        assertThatThrownBy(() -> office.get(CheckDelivery.class).check(delivery.id(), stopping, IngestOffice.COUNTY))
                .isInstanceOf(Progress.Cancelled.class);
        assertThat(get(delivery).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(office.count("select count(*) from ingest.enterprise")).isZero();
    }

    private static Delivery check(String text) {
        return check(RecordKind.REGISTRATION, text);
    }

    private static Delivery check(RecordKind kind, String text) {
        return check(kind, text, IngestOffice.COUNTY);
    }

    private static Delivery check(RecordKind kind, String text, Actor sender) {
        Delivery delivery = office.receive(
                kind, text.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString(), CHECK, sender);
        assertThat(delivery.state()).isEqualTo(DeliveryState.CHECKING);
        assertThat(office.doors().toCheck).contains(delivery.id());
        office.get(CheckDelivery.class).check(delivery.id(), Progress.SILENT, sender);
        return get(delivery);
    }

    private static Delivery load(Path file, Handling handling) throws IOException {
        return load(Files.readAllBytes(file), handling);
    }

    private static Delivery load(String text, Handling handling) {
        return load(text.getBytes(StandardCharsets.UTF_8), handling);
    }

    private static Delivery load(byte[] file, Handling handling) {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, file, handling);
        try {
            office.load(delivery.id());
        } catch (Refusal refusal) {
            // the delivery says so
        }
        return get(delivery);
    }

    private static Delivery send(String file, String key, Handling handling) {
        return office.receive(
                RecordKind.REGISTRATION, file.getBytes(StandardCharsets.UTF_8), key, handling, IngestOffice.COUNTY);
    }

    private static void loadAfter(Delivery checked) {
        office.get(DecideDelivery.class).load(checked.id(), trial(checked).at(), IngestOffice.COUNTY);
        office.load(checked.id());
        assertThat(get(checked).state()).isEqualTo(DeliveryState.DONE);
    }

    private static void refuses(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static ReadingChoices.Made made(Delivery delivery) {
        return office.get(ReadingChoices.class).of(delivery.id()).orElseThrow();
    }

    private static Trial trial(Delivery delivery) {
        return office.get(Trials.class).find(delivery.id(), Scope.WHOLE_OFFICE).orElseThrow();
    }

    private static Delivery get(Delivery delivery) {
        return office.get(Deliveries.class).get(delivery.id(), Scope.WHOLE_OFFICE);
    }

    private static ReadingChoice columns(Map<String, String> columns) {
        return new ReadingChoice(null, null, null, null, columns);
    }

    private static String row(String name, int number, String address) {
        return "%s公司,%s,2016-03-31,150581,%s\n".formatted(name, Codes.right(number), address);
    }

    /** What anybody can see of enterprises and records. */
    private static List<String> everything() {
        return office.jdbcOwner().sql("""
                        select to_jsonb(e)::text from ingest.enterprise e
                        union all select to_jsonb(v)::text from ingest.enterprise_version v
                        union all select to_jsonb(r)::text from ingest.record r
                        union all select to_jsonb(t)::text from ingest.touched t
                        order by 1
                        """).query(String.class).list();
    }
}
