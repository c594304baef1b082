package org.shuangsuiji.ingest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.ingest.reading.SubjectNames;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** One subject under several codes, numbers and names. */
class IdentityDatabaseTests {
    /** What every merge holds, as JdbcMerge has it. */
    private static final long MERGE_LOCK = 0x696e_6700L;

    private static final String CODE = "91150581MA0N0RCG94";
    private static final String OTHER = "91150581MA0N0RCH7Y";
    private static final String NUMBER = "150581000000018";
    private static final String SLIP = "150581000000026";
    private static final String REGISTER = "统一社会信用代码,注册号,企业名称,曾用名,原统一社会信用代码,登记状态,行政区划\n";
    private static final String PENALTIES = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元)\n";
    private static final String DEFAULTERS = "统一社会信用代码,企业名称,案号,发布时间,执行法院\n";
    private static final Actor SECOND = new Actor("sun", "孙", 2, new Scope("/1/2/", "150581"));

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @Test
    void whatIsToldOfAnOldNumberCountsForTheCodeWhoseRegistrationNamesIt() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        assertThat(penaltiesOf(NUMBER)).isZero();
        assertThat(states()).containsExactly("NUMBER IN_FORCE");
        assertThat(office.count("select count(distinct delivery_id) from ingest.record"))
                .as("who told it stays who told it")
                .isEqualTo(1);
        penalty(NUMBER, "霍市监罚〔2026〕2号");
        assertThat(penaltiesOf(CODE)).as("and so does what comes later").isEqualTo(2);
    }

    @Test
    void aNumberHeardOfOnlyAfterTheRegistrationFindsItsSubjectAtOnce() {
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        assertThat(office.count("select count(*) from ingest.record"))
                .as("written once")
                .isEqualTo(1);
    }

    @Test
    void aFormerCodeLeadsToThePresentOne() {
        penalty(OTHER, "霍市监罚〔2026〕1号");
        register(CODE + ",,甲公司,," + OTHER + ",存续,150581");
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        assertThat(states()).containsExactly("CODE IN_FORCE");
    }

    @Test
    void aNumberThatTwoRegistrationsNameWaitsForAPerson() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581", OTHER + "," + NUMBER + ",乙公司,,,存续,150581");
        assertThat(states()).containsExactly("NUMBER PROPOSED", "NUMBER PROPOSED");
        assertThat(penaltiesOf(NUMBER)).isEqualTo(1);
        assertThat(office.get(Links.class).waiting(IngestOffice.COUNTY.scope())).isEqualTo(2);
    }

    @Test
    void aNameThatOneRegistrationHasIsItsSubjectHoweverItIsWritten() {
        register(CODE + ",,霍林郭勒甲商贸有限公司（西街）,,,存续,150581");
        office.deliver(RecordKind.DEFAULTER, DEFAULTERS + ",霍林郭勒甲商贸有限公司 (西街),(2026)内0581执1号,2026-06-01,霍市法院\n");
        assertThat(office.count("""
                        select count(*) from ingest.record r join ingest.enterprise e on e.id = r.enterprise_id
                        where e.credit_code = ?""", CODE)).isEqualTo(1);
        assertThat(states()).containsExactly("NAME IN_FORCE");
    }

    @Test
    void aFormerNameFindsItsSubjectToo() {
        office.deliver(RecordKind.DEFAULTER, DEFAULTERS + ",霍林郭勒旧名有限公司,(2026)内0581执1号,2026-06-01,霍市法院\n");
        register(CODE + ",,霍林郭勒新名有限公司,霍林郭勒旧名有限公司,,存续,150581");
        assertThat(states()).containsExactly("NAME IN_FORCE");
    }

    @Test
    void aNameThatASubjectHadFindsItAndIsToldOfIt() {
        register(CODE + ",,霍林郭勒新名有限公司,霍林郭勒（旧名）有限公司,,存续,150581", OTHER + ",,珠斯花商店,,,存续,150581");
        assertThat(foundBy("旧名有限")).containsExactly("霍林郭勒新名有限公司");
        assertThat(formerNamesOf(CODE)).containsExactly("霍林郭勒（旧名）有限公司");
        assertThat(formerNamesOf(OTHER)).isEmpty();
        register(OTHER + ",,宝日呼吉尔商店,,,存续,150581");
        assertThat(foundBy("珠斯花")).as("replaced by a later registration").containsExactly("宝日呼吉尔商店");
        assertThat(formerNamesOf(OTHER)).containsExactly("珠斯花商店");
        assertThat(foundBy("商店")).as("found once").containsExactly("宝日呼吉尔商店");
        assertThat(foundBy("珠斯花 宝日")).as("no name has both").isEmpty();
        register(OTHER + ",,珠斯花商店,,,存续,150581");
        assertThat(formerNamesOf(OTHER)).as("it is its name again").containsExactly("宝日呼吉尔商店");
        assertThat(office.get(Enterprises.class).search("旧名有限", IngestOffice.ELSEWHERE.scope(), null, 10))
                .isEmpty();
    }

    @Test
    void aWholeCodeOrNumberThatASubjectHadFindsIt() {
        register(CODE + "," + NUMBER + ",甲公司,," + OTHER + ",存续,150581");
        assertThat(foundBy(OTHER)).containsExactly("甲公司");
        assertThat(foundBy(NUMBER)).containsExactly("甲公司");
        assertThat(foundBy(OTHER.substring(0, 17))).as("a part of it does not").isEmpty();
        assertThat(office.get(Enterprises.class).search(OTHER, IngestOffice.ELSEWHERE.scope(), null, 10))
                .isEmpty();
    }

    private static List<String> foundBy(String words) {
        return office.get(Enterprises.class).search(words, IngestOffice.COUNTY.scope(), null, 10).stream()
                .map(Enterprise::name)
                .toList();
    }

    private static List<String> formerNamesOf(String code) {
        Scope scope = IngestOffice.COUNTY.scope();
        Enterprises enterprises = office.get(Enterprises.class);
        long id = enterprises.byCode(code, scope).orElseThrow().id();
        return enterprises.formerNames(List.of(id), scope).getOrDefault(id, List.of());
    }

    @Test
    void aNameThatTwoHaveWaitsForAPerson() {
        register(CODE + ",,霍林郭勒甲商店,,,存续,150581", OTHER + ",,霍林郭勒甲商店,,,存续,150581");
        office.deliver(RecordKind.DEFAULTER, DEFAULTERS + ",霍林郭勒甲商店,(2026)内0581执1号,2026-06-01,霍市法院\n");
        assertThat(states()).containsExactly("NAME PROPOSED", "NAME PROPOSED");
    }

    @Test
    void anOldRegistrationOfTheSameNameIsOnlyProposed() {
        register(NUMBER + ",,霍林郭勒甲商贸有限公司,,,存续,150581");
        register(CODE + ",,霍林郭勒甲商贸有限公司,,,存续,150581");
        assertThat(states()).containsExactly("NAME PROPOSED");
    }

    @Test
    void aDecisionToldOfBothCountsOnceWhileTheyAreLinkedAndTwiceAfter() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        penalty(CODE, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        long link = office.count("select id from ingest.link");
        office.get(DecideLinks.class).withdraw(link, "两家不是同一主体", IngestOffice.COUNTY);
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        assertThat(penaltiesOf(NUMBER)).isEqualTo(1);
    }

    @Test
    void aWithdrawnLinkGivesBackWhatWentAlongAndIsNotFoundAgain() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        penalty(NUMBER, "霍市监罚〔2026〕2号");
        long link = office.count("select id from ingest.link");
        office.doors().toRegrade.clear();
        office.get(DecideLinks.class).withdraw(link, "注册号登记错误", IngestOffice.COUNTY);
        assertThat(penaltiesOf(NUMBER)).isEqualTo(2);
        assertThat(penaltiesOf(CODE)).isZero();
        assertThat(office.doors().toRegrade).hasSize(1);
        assertThat(office.count(
                        "select count(*) from ingest.touched where delivery_id = ?",
                        office.doors().toRegrade.get(0)))
                .as("both are graded again")
                .isEqualTo(2);
        register(CODE + "," + NUMBER + ",甲公司（新）,,,存续,150581");
        penalty(NUMBER, "霍市监罚〔2026〕3号");
        assertThat(states()).containsExactly("NUMBER WITHDRAWN");
        assertThat(penaltiesOf(NUMBER)).isEqualTo(3);
    }

    @Test
    void whatAPersonFindsAnotherAcceptsWithAReason() {
        register(NUMBER + ",,霍林郭勒甲商店,,,存续,150581");
        register(CODE + ",,霍林郭勒乙商店,,,存续,150581");
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        long from = office.count("select id from ingest.enterprise where old_number = ?", NUMBER);
        DecideLinks decide = office.get(DecideLinks.class);
        long link = decide.propose(from, CODE, "档案载明更名换照", IngestOffice.COUNTY);
        assertThatThrownBy(() -> decide.accept(link, "同意合并", IngestOffice.COUNTY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("link-own"));
        decide.accept(link, "核对档案无误", SECOND);
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        assertThatThrownBy(() -> decide.accept(link, "核对档案无误", SECOND))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("link-decided"));
    }

    @Test
    void aRefusedPairIsNotProposedAgain() {
        register(NUMBER + ",,霍林郭勒甲商贸有限公司,,,存续,150581");
        register(CODE + ",,霍林郭勒甲商贸有限公司,,,存续,150581");
        office.get(DecideLinks.class)
                .refuse(office.count("select id from ingest.link"), "两家同名，不是同一主体", IngestOffice.COUNTY);
        register(CODE + ",,霍林郭勒甲商贸有限公司,旧名有限公司,,存续,150581");
        assertThat(states()).containsExactly("NAME REFUSED");
    }

    @Test
    void nobodyTakesARegisteredSubjectOfOthersInByNamingItsNumber() {
        register(NUMBER + ",,霍林郭勒甲商店,,,存续,150581");
        office.deliver(
                RecordKind.REGISTRATION,
                (REGISTER + CODE + "," + NUMBER + ",石家庄乙商店,,,存续,130102\n").getBytes(StandardCharsets.UTF_8),
                IngestOffice.ELSEWHERE);
        assertThat(states()).containsExactly("NUMBER PROPOSED");
        assertThat(office.count("select count(*) from ingest.enterprise where same_as is not null"))
                .isZero();
    }

    @Test
    void aRegisteredSubjectOfTheSendersOwnIsTakenInAtOnce() {
        register(NUMBER + ",,霍林郭勒甲商店,,,存续,150581");
        register(CODE + "," + NUMBER + ",霍林郭勒乙商店,,,存续,150581");
        assertThat(states()).containsExactly("NUMBER IN_FORCE");
    }

    @Test
    void aSlipInAFormerCodeTakesNoRegisteredSubjectIn() {
        register(OTHER + ",,霍林郭勒乙商店,,,存续,150581");
        register(CODE + ",,霍林郭勒甲商店,," + OTHER + ",存续,150581");
        assertThat(states()).containsExactly("CODE PROPOSED");
    }

    @Test
    void aFormerNumberThatOnlyNowIsToldIsNewsAndRegradesBoth() {
        register(CODE + ",,霍林郭勒甲商店,,,存续,150581");
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        office.doors().toRegrade.clear();
        Delivery told = office.deliver(
                RecordKind.REGISTRATION,
                "统一社会信用代码,企业名称,原注册号,登记状态,行政区划\n" + CODE + ",霍林郭勒甲商店," + NUMBER + ",存续,150581\n");
        assertThat(told.counts().changed()).isEqualTo(1);
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        assertThat(office.doors().toRegrade).containsExactly(told.id());
        Delivery again = office.deliver(
                RecordKind.REGISTRATION,
                "统一社会信用代码,企业名称,原注册号,登记状态,行政区划\n" + CODE + ",霍林郭勒甲商店," + NUMBER + ",存续,150581\n");
        assertThat(again.counts().same()).isEqualTo(1);
    }

    @Test
    void aLinkWhoseFormerCodeTheRegistrationNamesNoMoreWaitsForAPersonAndStays() {
        penalty(OTHER, "霍市监罚〔2026〕1号");
        register(CODE + ",,甲公司,," + OTHER + ",存续,150581");
        assertThat(waiting()).isEmpty();
        register(CODE + ",,甲公司,,,存续,150581");
        assertThat(waiting()).singleElement().satisfies(link -> {
            assertThat(link.state()).isEqualTo(Link.State.IN_FORCE);
            assertThat(requireNonNull(link.doubt()).toldBy()).isEqualTo("霍市监局");
            assertThat(link.doubt().says()).isNull();
        });
        assertThat(office.get(Links.class).waiting(IngestOffice.COUNTY.scope())).isEqualTo(1);
        assertThat(penaltiesOf(CODE)).as("what is linked stays").isEqualTo(1);
        register(CODE + ",,甲公司,," + OTHER + ",存续,150581");
        assertThat(waiting()).as("told again").isEmpty();
    }

    @Test
    void aLinkWhoseNumberWasCorrectedSaysWhatTheRegistrationNamesNow() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        register(CODE + "," + SLIP + ",甲公司,,,存续,150581");
        assertThat(waiting()).singleElement().satisfies(link -> assertThat(
                        requireNonNull(link.doubt()).says())
                .isEqualTo(SLIP));
        register(CODE + "," + SLIP + ",甲公司,," + NUMBER + ",存续,150581");
        assertThat(waiting()).as("named as a former one").isEmpty();
    }

    @Test
    void aFileThatDoesNotSpeakOfFormerCodesRaisesNoDoubt() {
        penalty(OTHER, "霍市监罚〔2026〕1号");
        penalty(NUMBER, "霍市监罚〔2026〕2号");
        register(CODE + "," + NUMBER + ",甲公司,," + OTHER + ",存续,150581");
        office.deliver(
                RecordKind.REGISTRATION, "统一社会信用代码,注册号,企业名称,登记状态,行政区划\n" + CODE + "," + CODE + ",甲新公司,存续,150581\n");
        register(CODE + ",,甲新公司二,," + OTHER + ",存续,150581");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aDoubtfulLinkThatAPersonUpholdsIsNotDoubtedAgainAndOneWithdrawnGivesBack() {
        penalty(OTHER, "霍市监罚〔2026〕1号");
        penalty(NUMBER, "霍市监罚〔2026〕2号");
        register(CODE + "," + NUMBER + ",甲公司,," + OTHER + ",存续,150581");
        register(CODE + "," + SLIP + ",甲公司,,,存续,150581");
        assertThat(waiting()).hasSize(2);
        DecideLinks decide = office.get(DecideLinks.class);
        long byCode = office.count("select id from ingest.link where reason = 'CODE'");
        decide.uphold(byCode, "档案载明原代码", IngestOffice.COUNTY);
        assertThatThrownBy(() -> decide.uphold(byCode, "档案载明原代码", IngestOffice.COUNTY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("link-decided"));
        decide.withdraw(
                office.count("select id from ingest.link where reason = 'NUMBER'"), "注册号登记错误", IngestOffice.COUNTY);
        register(CODE + "," + SLIP + ",甲公司,," + OTHER + ",存续,150581");
        register(CODE + "," + SLIP + ",甲公司,,,存续,150581");
        assertThat(waiting()).isEmpty();
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        assertThat(penaltiesOf(NUMBER)).isEqualTo(1);
    }

    @Test
    void aNumberThatIsNamedAnewAfterTheLinkWasWithdrawnWaitsForAPerson() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        register(CODE + "," + SLIP + ",甲公司,,,存续,150581");
        DecideLinks decide = office.get(DecideLinks.class);
        decide.withdraw(office.count("select id from ingest.link"), "登记现载明另一注册号", IngestOffice.COUNTY);
        assertThat(waiting()).isEmpty();
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        assertThat(states()).containsExactly("NUMBER WITHDRAWN", "NUMBER PROPOSED");
        assertThat(penaltiesOf(CODE)).as("until somebody says so").isZero();
        long again = office.count("select max(id) from ingest.link");
        decide.accept(again, "登记改回原注册号", IngestOffice.COUNTY);
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
        decide.withdraw(again, "仍是两个主体", IngestOffice.COUNTY);
        register(CODE + "," + NUMBER + ",甲公司（新）,,,存续,150581");
        assertThat(waiting()).as("told all the time is no news").isEmpty();
    }

    @Test
    void whoDecidesWhileADeliveryIsMergedHearsItAndNothingChanges() throws Exception {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        long link = office.count("select id from ingest.link");
        DecideLinks decide = office.get(DecideLinks.class);
        try (var merging = office.get(DataSource.class).getConnection();
                var lock = merging.createStatement()) {
            merging.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(%d)".formatted(MERGE_LOCK));
            assertThatThrownBy(() -> decide.withdraw(link, "注册号登记错误", IngestOffice.COUNTY))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("link-while-merging"));
        }
        assertThat(states()).containsExactly("NUMBER IN_FORCE");
        decide.withdraw(link, "注册号登记错误", IngestOffice.COUNTY);
        assertThat(states()).containsExactly("NUMBER WITHDRAWN");
    }

    @Test
    void nobodyIsLinkedByACodeThatWasTakenBack() {
        register(CODE + ",,甲公司,," + OTHER + ",存续,150581");
        register(CODE + ",,甲公司,,,存续,150581");
        penalty(OTHER, "霍市监罚〔2026〕1号");
        assertThat(penaltiesOf(CODE)).isZero();
        register(CODE + ",,甲公司,," + OTHER + ",存续,150581");
        assertThat(penaltiesOf(CODE)).isEqualTo(1);
    }

    @Test
    void nobodyDrawsWhatOthersToldOfANumberIntoAnotherRegion() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        office.deliver(
                RecordKind.REGISTRATION,
                (REGISTER + CODE + "," + NUMBER + ",甲公司,,,存续,130102\n").getBytes(StandardCharsets.UTF_8),
                IngestOffice.ELSEWHERE);
        assertThat(states()).containsExactly("NUMBER PROPOSED");
        assertThat(penaltiesOf(NUMBER)).isEqualTo(1);
        register(OTHER + "," + NUMBER + ",乙公司,,,存续,150581");
        assertThat(states()).as("now a person says whose it is").containsExactly("NUMBER PROPOSED", "NUMBER PROPOSED");
    }

    @Test
    void aSecondClaimOnALinkedNumberWaitsForAPerson() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        register(OTHER + "," + NUMBER + ",乙公司,,,存续,150581");
        assertThat(states()).containsExactly("NUMBER IN_FORCE", "NUMBER PROPOSED");
        assertThat(penaltiesOf(CODE)).as("what is linked stays").isEqualTo(1);
        DecideLinks decide = office.get(DecideLinks.class);
        long first = office.count("select min(id) from ingest.link");
        long second = office.count("select max(id) from ingest.link");
        assertThatThrownBy(() -> decide.accept(second, "档案如此", SECOND))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("link-taken"));
        decide.withdraw(first, "原注册号填写错误", IngestOffice.COUNTY);
        decide.accept(second, "档案如此", SECOND);
        assertThat(penaltiesOf(OTHER)).isEqualTo(1);
        assertThat(penaltiesOf(CODE)).isZero();
    }

    @Test
    void nobodyDecidesOverSubjectsThatHeMayNotSee() {
        register(NUMBER + ",,霍林郭勒甲商贸有限公司,,,存续,150581");
        register(CODE + ",,霍林郭勒甲商贸有限公司,,,存续,150581");
        long link = office.count("select id from ingest.link");
        assertThatThrownBy(() -> office.get(DecideLinks.class).refuse(link, "两家不同", IngestOffice.ELSEWHERE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theFormerVersionsSayUnderWhomTheOfficeHadWhat() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        assertThat(office.count("""
                        select count(*) from ingest.record r join ingest.enterprise e on e.id = r.enterprise_id
                        where e.old_number = ? and r.known_to is not null""", NUMBER)).isEqualTo(1);
        assertThat(office.count("""
                        select count(*) from ingest.enterprise_version v join ingest.enterprise e on e.id = v.enterprise_id
                        where e.old_number = ? and v.same_as is null""", NUMBER)).isEqualTo(1);
    }

    @Test
    void aResultPublishedUnderAnotherIdentityCountsForTheSubject() {
        penalty(NUMBER, "霍市监罚〔2026〕1号");
        register(CODE + "," + NUMBER + ",甲公司,,,存续,150581");
        long identity = office.count("select id from ingest.enterprise where old_number = ?", NUMBER);
        office.transaction().executeWithoutResult(status -> office.inspections()
                .enter(
                        new InspectionRecords.PublishedResult(
                                identity, "r1", LocalDate.of(2026, 9, 1), "霍市监局", "食品经营", List.of("5"), true, "已改正"),
                        IngestOffice.COUNTY));
        assertThat(penaltiesOf(CODE)).isEqualTo(2);
        office.transaction().executeWithoutResult(status -> office.inspections()
                .withdraw(identity, "r1", LocalDate.of(2026, 9, 2), IngestOffice.COUNTY));
        assertThat(
                        office.count(
                                "select count(*) from ingest.record where known_to is null and withdrawn_on = date '2026-09-02'"))
                .isEqualTo(1);
    }

    @Test
    void theDatabaseComparesNamesAsTheReaderDoes() {
        for (String name :
                List.of("霍林郭勒甲商贸有限公司（西街）", "Ａｂｃ（中国）有限公司", " 甲·乙 公司 ", "α-β 公司'\"’‘“”", "ﬁ商店", "ⅷ号店&Co.", "ß店")) {
            assertThat(office.row("select ingest.name_key(?) as key", name))
                    .as(name)
                    .containsEntry("key", SubjectNames.key(name));
        }
    }

    private static void register(String... rows) {
        Delivery delivery = office.deliver(RecordKind.REGISTRATION, REGISTER + String.join("\n", rows) + "\n");
        assertThat(delivery.state()).isEqualTo(DeliveryState.DONE);
        assertThat(delivery.counts().faults()).isZero();
    }

    private static void penalty(String subject, String number) {
        Delivery delivery = office.deliver(
                RecordKind.PENALTY, PENALTIES + subject + ",甲公司," + number + ",罚款,2026-05-05,霍市监局,1000\n");
        assertThat(delivery.counts().added()).isEqualTo(1);
    }

    private static long penaltiesOf(String subject) {
        return office.count("""
                select count(*) from ingest.record r join ingest.enterprise e on e.id = r.enterprise_id
                where coalesce(e.credit_code, e.old_number) = ? and r.known_to is null
                """, subject);
    }

    private static List<Link> waiting() {
        return office.get(Links.class).list(Link.State.PROPOSED, "", IngestOffice.COUNTY.scope(), null, 9);
    }

    private static List<String> states() {
        return office.jdbcOwner()
                .sql("select reason || ' ' || state from ingest.link order by id")
                .query(String.class)
                .list();
    }
}
