package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.model.RecordKind;

/** What is kept, shown and handed back of rows in which numbers of people stand. */
class PeopleInRowsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String CODE = "91150581MA0W00014U";
    private static final String CARD = "11010519491231002X";
    private static final String SLIP = "110105194912310021";
    private static final String OLD_CARD = "150581580412001";
    private static final String WELDER = "152301198001012235";
    private static final String OTHER_WELDER = "152301198001012243";
    private static final String PERMITS = "行政相对人名称,统一社会信用代码,许可编号,许可决定日期,许可内容,许可机关,许可类别\n";
    private static final String PENALTIES = "行政相对人名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,违法事实,处罚内容,罚款金额(元)\n";
    private static final String SENT_BACK = "退回行号," + PENALTIES;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @Test
    void noTextOfAPenaltyAPermitOrAListingKeepsThem() throws IOException {
        write(PENALTIES + "甲公司," + CODE + ",罚〔2026〕1号,罚款,2026-03-31,某局 13812345678,负责人张某（" + SLIP
                + "）承认,罚款2万元，电话0475-8224567,20000\n");
        clean(RecordKind.PENALTY, "罚款2万元，电话［号码已删去］；负责人张某（［号码已删去］）承认");
        write("行政相对人名称,统一社会信用代码,许可编号,许可决定日期,许可内容,许可机关,许可类别\n甲公司," + CODE + ",1,2026-03-31,负责人" + CARD + ",某局,普通\n");
        clean(RecordKind.PERMIT, "负责人［号码已删去］");
        write("企业名称,统一社会信用代码,列入日期,列入原因,列入决定机关\n甲公司," + CODE + ",2026-03-31,电话13812345678无人接听,某局\n");
        clean(RecordKind.ABNORMAL, "电话［号码已删去］无人接听");
    }

    @ParameterizedTest
    @ValueSource(strings = {"经办人手机", "收货人联系电话", "经办人身份证号", "车主手机号码"})
    void aColumnOfPeoplesNumbersIsNeverReadWhosever(String header) throws IOException {
        write("企业名称,统一社会信用代码," + header + "\n甲公司," + CODE + ",13812345678\n");
        try (FileReading reading = open(RecordKind.REGISTRATION)) {
            assertThat(((RowResult.Accepted) Objects.requireNonNull(reading.next())).namesPersons())
                    .isTrue();
        }
    }

    /** Words that name no stretch of time stay as they are, but for such numbers. */
    @Test
    void aPhoneInTheColumnOfAPeriodIsTakenOut() throws IOException {
        write("纳税人名称,统一社会信用代码,欠税税种,所属期,欠税余额(元),公告日期\n甲公司," + CODE + ",增值税,详询13812345678,2,2026-03-31\n");
        try (FileReading reading = open(RecordKind.TAX_ARREARS)) {
            CreditRecord record = (CreditRecord) accepted(reading);
            assertThat(record.details()).contains("详询" + PersonNumbers.REMOVED).doesNotContain("12345678");
            assertThat(Flag.of(record.flags())).contains(Flag.PERSON_REMOVED);
        }
    }

    @Test
    void aCardInTheColumnOfRegistrationNumbersIsDroppedAndCounted() throws IOException {
        write("企业名称,统一社会信用代码,注册号\n甲公司," + CODE + "," + OLD_CARD + "\n乙公司," + CODE + ",150581000012345\n");
        try (FileReading reading = open(RecordKind.REGISTRATION)) {
            Registration first = (Registration) accepted(reading);
            assertThat(first.registerNumber()).isNull();
            assertThat(Flag.of(first.flags())).contains(Flag.PERSON_REMOVED);
            assertThat(((Registration) accepted(reading)).registerNumber()).isEqualTo("150581000012345");
        }
    }

    @Test
    void theCodeOfABodyIsNoCard() throws IOException {
        write(PENALTIES.replace("违法事实", "处罚机关统一社会信用代码") + "甲公司," + CODE + ",罚〔2026〕1号,罚款,2026-03-31,某局," + SLIP
                + ",罚款,2\n");
        try (FileReading reading = open(RecordKind.PENALTY)) {
            CreditRecord record = (CreditRecord) accepted(reading);
            assertThat(record.authorityCode()).isNull();
            assertThat(Flag.of(record.flags())).contains(Flag.PERSON_REMOVED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CARD, SLIP, OLD_CARD, "１１０１０５ 19491231 ００2x", "11O10519491231002X", "1101051949123100211"})
    void aRowThatNamesItsSubjectByACardIsRefusedAndNobodySeesTheNumber(String number) throws IOException {
        write(PENALTIES + "张三," + number + ",罚〔2026〕1号,罚款,2026-03-31,某局,张三" + number + ",电话13812345678,2\n");
        try (FileReading reading = open(RecordKind.PENALTY)) {
            Fault fault = rejected(reading);
            assertThat(fault.code()).startsWith("code-");
            assertThat(fault.value()).endsWith("********").doesNotContain("1231", "0412");
        }
        Preview preview = Preview.of(RecordKind.PENALTY, file, new LibraryFormats(), ReadingChoice.DETECT);
        assertThat(preview.toString()).contains("********").doesNotContain("9491231", "580412", "12345678");
    }

    @Test
    void aFileWithoutAHeaderShowsNoNumberInItsPlace() throws IOException {
        write("张三," + CARD + ",13812345678\n");
        Preview preview = Preview.of(RecordKind.PENALTY, file, new LibraryFormats(), ReadingChoice.DETECT);
        assertThat(preview.toString()).contains("110105********").doesNotContain("19491231", "12345678");
    }

    @Test
    void aRefusedRowIsHandedBackWithoutThem() throws IOException {
        write(PENALTIES.replace("罚款金额(元)", "某列") + "张三," + SLIP + ",罚〔2026〕1号,罚款,x,某局,张三（" + CARD + "）,罚," + OLD_CARD
                + ",13812345678\n");
        try (OriginalRows rows =
                OriginalRows.open(RecordKind.PENALTY, file, new LibraryFormats(), ReadingChoice.DETECT)) {
            assertThat(rows.at(2).orElseThrow())
                    .containsExactly(
                            "张三",
                            PersonNumbers.REMOVED,
                            "罚〔2026〕1号",
                            "罚款",
                            "x",
                            "某局",
                            "张三（" + PersonNumbers.REMOVED + "）",
                            "罚",
                            PersonNumbers.REMOVED,
                            PersonNumbers.REMOVED);
        }
    }

    /** A passport, say, is no number that could be told from others: the column says what it is. */
    @Test
    void thePapersOfPeopleInARelationAreNeitherShownNorHandedBack() throws IOException {
        write("企业名称,统一社会信用代码,关系类型,关联方名称,关联方证件号码\n甲公司,1,股东,王五,E12345678\n甲公司,1,股东,乙公司," + CODE + "\n");
        try (OriginalRows rows =
                OriginalRows.open(RecordKind.RELATION, file, new LibraryFormats(), ReadingChoice.DETECT)) {
            assertThat(rows.at(2).orElseThrow()).last().isEqualTo(PersonNumbers.REMOVED);
            assertThat(rows.at(3).orElseThrow()).last().isEqualTo(CODE);
        }
        assertThat(Preview.of(RecordKind.RELATION, file, new LibraryFormats(), ReadingChoice.DETECT)
                        .toString())
                .doesNotContain("E12345678");
    }

    @Test
    void aRowSentBackUncorrectedIsRefusedWhereTheNumberOfItsSubjectWasTakenOut() throws IOException {
        write(SENT_BACK + "2,张三," + PersonNumbers.REMOVED + ",罚〔2026〕1号,罚款,2026-03-31,某局,张三,罚,2\n");
        try (FileReading reading = open(RecordKind.PENALTY)) {
            Fault fault = rejected(reading);
            assertThat(fault.code()).isEqualTo("number-removed");
            assertThat(fault.column()).isEqualTo("统一社会信用代码");
        }
    }

    @Test
    void aRowThatIsCorrectedIsReadAsThatWhichWasNeverHandedBack() throws IOException {
        String row = "甲公司,%s,罚〔2026〕1号,罚款,2026-03-31,某局,负责人张某（%s）,罚,2\n";
        write(PENALTIES + row.formatted(CODE, CARD));
        CreditRecord direct;
        try (FileReading reading = open(RecordKind.PENALTY)) {
            direct = (CreditRecord) accepted(reading);
        }
        write(SENT_BACK + "2," + row.formatted(CODE, PersonNumbers.REMOVED));
        try (FileReading reading = open(RecordKind.PENALTY)) {
            CreditRecord corrected = (CreditRecord) accepted(reading);
            assertThat(corrected.key()).isEqualTo(direct.key());
            assertThat(corrected.summary()).isEqualTo(direct.summary());
            assertThat(corrected.flags()).as("counted too").isEqualTo(direct.flags());
        }
    }

    /** No document is called [removed], and no amount is read from it. */
    @Test
    void aNumberThatWasTakenOutOfAnyOtherColumnIsAskedForAgain() throws IOException {
        write(SENT_BACK + "2,甲公司," + CODE + "," + PersonNumbers.REMOVED + ",罚款,2026-03-31,某局,张三,罚,2\n");
        try (FileReading reading = open(RecordKind.PENALTY)) {
            assertThat(rejected(reading).code()).isEqualTo("number-removed");
        }
    }

    /** Two welders of one firm hold two certificates, each numbered by its holder's card. */
    @Test
    void certificatesNumberedByTheCardsOfTheirHoldersStayTwoAndShowNeither() throws IOException {
        write(PERMITS + permit("T" + WELDER) + permit("T" + OTHER_WELDER) + permit("Ｔ1523 0119 8001 0122 35"));
        try (FileReading reading = open(RecordKind.PERMIT)) {
            CreditRecord one = (CreditRecord) accepted(reading);
            CreditRecord other = (CreditRecord) accepted(reading);
            CreditRecord again = (CreditRecord) accepted(reading);
            assertThat(one.documentNo()).matches("T［号码已删去·[0-9a-f]{10}］").isNotEqualTo(other.documentNo());
            assertThat(one.toString()).doesNotContain("19800101");
            assertThat(Flag.of(one.flags())).contains(Flag.PERSON_REMOVED);
            assertThat(one.key()).isNotEqualTo(other.key()).isEqualTo(again.key());
        }
    }

    /** Who has the database could try every number of a card against a plain digest. */
    @Test
    void theKeyOfACertificateIsOneThatNobodyWithoutTheSecretOfTheOfficeCanTryOut() throws IOException {
        write(PERMITS + permit("T" + WELDER) + permit("蒙许〔2026〕1号"));
        List<NaturalKey> here = keys(NoPersons.KEYS);
        List<NaturalKey> elsewhere =
                keys(number -> UUID.nameUUIDFromBytes(("another secret" + number).getBytes(StandardCharsets.UTF_8)));
        assertThat(here.get(0)).isNotEqualTo(elsewhere.get(0));
        assertThat(here.get(1)).isEqualTo(elsewhere.get(1));
    }

    @Test
    void aLicenceBesideTheDecisionKeepsNoNumberOfItsHolderAndTheChangeIsSeen() throws IOException {
        String header = PERMITS.replace("许可编号", "行政许可决定文书号,许可编号");
        write(header + permit("蒙许〔2026〕1号," + WELDER) + permit("蒙许〔2026〕1号," + OTHER_WELDER));
        try (FileReading reading = open(RecordKind.PERMIT)) {
            CreditRecord one = (CreditRecord) accepted(reading);
            CreditRecord other = (CreditRecord) accepted(reading);
            assertThat(one.licenceNo()).startsWith("［号码已删去·");
            assertThat(one.key()).isEqualTo(other.key());
            assertThat(one.contentHash()).isNotEqualTo(other.contentHash());
        }
    }

    @Test
    void noOtherKindKeepsTheCardInTheNumberOfADocument() throws IOException {
        write(PENALTIES + "甲公司," + CODE + ",T" + WELDER + ",罚款,2026-03-31,某局,无证,罚,2\n");
        withoutCard(RecordKind.PENALTY);
        write("企业名称,统一社会信用代码,证书编号,确认日期\n甲公司," + CODE + ",T" + WELDER + ",2026-03-31\n");
        withoutCard(RecordKind.CONFIRMATION);
        write("企业名称,统一社会信用代码,备案号,备案事项,备案日期\n甲公司," + CODE + "," + WELDER + ",开业,2026-03-31\n");
        withoutCard(RecordKind.FILING);
    }

    /** A slip in the check makes a card nobody else's. */
    @Test
    void aCardWithASlipIsKeptInTheNumberOfNoDocumentEither() throws IOException {
        String slip = "152301198001012234";
        write(PENALTIES + "甲公司," + CODE + "," + slip + ",罚款,2026-03-31,某局,无证,罚,2\n");
        withoutCard(RecordKind.PENALTY);
        write(PERMITS + permit(slip));
        withoutCard(RecordKind.PERMIT);
        write("企业名称,统一社会信用代码,备案号,备案事项,备案日期\n甲公司," + CODE + "," + slip + ",开业,2026-03-31\n");
        withoutCard(RecordKind.FILING);
        try (OriginalRows rows =
                OriginalRows.open(RecordKind.FILING, file, new LibraryFormats(), ReadingChoice.DETECT)) {
            assertThat(rows.at(2).orElseThrow()).contains(PersonNumbers.REMOVED).doesNotContain(slip);
        }
    }

    /** 150581 20260901 0019: region, day and serial, and by chance the check of a card. */
    @Test
    void theNumberOfADecisionStaysAsItIs() throws IOException {
        write(PENALTIES + "甲公司," + CODE + ",150581202609010019,罚款,2026-03-31,某局,无证,罚,2\n");
        try (FileReading reading = open(RecordKind.PENALTY)) {
            CreditRecord record = (CreditRecord) accepted(reading);
            assertThat(record.documentNo()).isEqualTo("150581202609010019");
            assertThat(Flag.of(record.flags())).doesNotContain(Flag.PERSON_REMOVED);
        }
    }

    private static String permit(String number) {
        return "甲公司," + CODE + "," + number + ",2026-03-31,焊接,某局,普通\n";
    }

    private List<NaturalKey> keys(PersonKeys persons) throws IOException {
        try (FileReading reading =
                FileReading.open(RecordKind.PERMIT, file, TODAY, new LibraryFormats(), persons, ReadingChoice.DETECT)) {
            return List.of(((CreditRecord) accepted(reading)).key(), ((CreditRecord) accepted(reading)).key());
        }
    }

    private void withoutCard(RecordKind kind) throws IOException {
        try (FileReading reading = open(kind)) {
            CreditRecord record = (CreditRecord) accepted(reading);
            assertThat(record.documentNo()).contains("［号码已删去·");
            assertThat(record.toString()).doesNotContain("19800101");
            assertThat(Flag.of(record.flags())).contains(Flag.PERSON_REMOVED);
        }
    }

    private void clean(RecordKind kind, String summary) throws IOException {
        try (FileReading reading = open(kind)) {
            CreditRecord record = (CreditRecord) accepted(reading);
            assertThat(record.summary()).isEqualTo(summary);
            assertThat(record.toString()).doesNotContain("12345678", "8224567", "1949");
            assertThat(Flag.of(record.flags())).contains(Flag.PERSON_REMOVED);
        }
    }

    private void write(String text) throws IOException {
        file = Files.writeString(folder.resolve("file.csv"), text);
    }

    private FileReading open(RecordKind kind) throws IOException {
        return FileReading.open(kind, file, TODAY, new LibraryFormats(), NoPersons.KEYS, ReadingChoice.DETECT);
    }

    private static Entry accepted(FileReading reading) {
        return ((RowResult.Accepted) Objects.requireNonNull(reading.next())).entry();
    }

    private static Fault rejected(FileReading reading) {
        return ((RowResult.Rejected) Objects.requireNonNull(reading.next())).fault();
    }
}
