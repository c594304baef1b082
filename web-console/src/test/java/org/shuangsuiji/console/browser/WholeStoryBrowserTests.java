package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Department;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The main job, end to end, as the people of one county do it before real browsers: two files come in, 28 enterprises
 * are graded, some are drawn and visited, what was found is published and changes a grade. Nothing is put in place
 * behind their backs but the people themselves; each page on the way is looked at by axe.
 */
class WholeStoryBrowserTests extends ConsoleTest {
    private static final String CAMPAIGN = "2026年开鲁县登记事项抽查";
    private static final int CLEAN = 24;
    private static final int FINED = 4;

    /** Words that would tell a grade to somebody who must not know it. */
    private static final Pattern GRADE_WORDS = Pattern.compile("(?i)等级|评分|风险|\\brank|\\bgrade|\\bscore|[ABCD]\\s*级");

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private OfficeBrowser browsers;
    private Department county;
    private Seat creditOffice;
    private Seat planner;
    private Seat auditor;

    @BeforeEach
    void everybodySitsDown() {
        browsers = new OfficeBrowser();
        // an office of its own: nobody stands beside those who decide how everybody is graded
        county = county(province("150000", "内蒙古自治区市场监督管理局"), "150523", "开鲁县市场监督管理局");
        creditOffice = desk("credit office", aPerson(county, Role.CREDIT_OFFICE));
        planner = desk("planner", aPerson(county, Role.PLANNER));
        auditor = desk("auditor", aPerson(county, Role.AUDITOR));
    }

    @AfterEach
    void everybodyGoesHome() {
        browsers.close();
    }

    @Test
    void aFileBecomesGradesAGradedDrawAPublishedResultAndANewGrade() throws Exception {
        uploads("REGISTRATION", "registrations.csv", 29, 28, 1);
        creditOffice.reads("9115-0523");
        uploads("PENALTY", "penalties.csv", 4, 4, 0);

        everybodyIsGradedAgain();
        creditOffice.open("/console/risk").reads("已分类 28 户");
        assertThat(distribution()).containsExactly(CLEAN, FINED, 0, 0);
        theCreditOfficeReadsWhyOneEnterpriseStandsWhereItDoes();

        aSecondAdministratorActivatesWhatTheFirstTried();
        creditOffice.open("/console/risk");
        assertThat(distribution()).containsExactly(CLEAN, 0, FINED, 0);

        String item = thePlannerPublishesAnItem();
        List<Long> inspectors = List.of(anInspectorIsEntered("赵一", "KL-001"), anInspectorIsEntered("钱二", "KL-002"));
        long campaign = thePlannerPlansACampaignStepByStep(item);
        String commitment = theListIsFrozenAndTheSourcesSpeak(campaign);
        List<String> drawn = anotherThanWhoTypedTheValuesDraws();

        theAuditorAndTwoProgramsCheckTheDraw(commitment);

        Seat inspector = new Seat("inspector", base(), browsers.phone("zh-CN"), faults, seen);
        Person person = anInspector(county, "赵一", inspectors.get(0));
        inspector.signIn("/m", person.account(), PASSWORD);
        String troubled = theInspectorFindsAProblem(inspector, drawn);
        String clean = theInspectorFindsNothing(inspector);

        theReviewerPassesAndPublishesBoth(clean, troubled);
        aCitizenFindsTheResultAndChecksTheDraw(troubled, commitment);
        theGradeHasLearnedOfTheResult(troubled);
        theAuditorVerifiesTheLedger();

        assertThat(browsers.complaints())
                .as("what the browsers complained about")
                .isEmpty();
        assertThat(faults).as("faults of the pages").isEmpty();
    }

    private void uploads(String kind, String file, int rows, int added, int refused) throws IOException {
        creditOffice
                .open("/console/deliveries/new")
                .choose("kind", kind)
                .attach("file", onDisk(file))
                .press("上传")
                .await("h1", "试读结果")
                .press("确认入库")
                .await("dl .ssj-state", "已入库");
        List<String> counts = creditOffice.find(".ssj-stat-value").allTextContents();
        assertThat(counts)
                .as("rows, added, changed, same, flagged, refused of %s", file)
                .hasSize(6);
        assertThat(List.of(counts.get(0), counts.get(1), counts.get(5)))
                .containsExactly(String.valueOf(rows), String.valueOf(added), String.valueOf(refused));
    }

    /** The file as the office has it; penalties were decided half a year ago, whenever that is. */
    private Path onDisk(String file) throws IOException {
        try (InputStream resource = Objects.requireNonNull(getClass().getResourceAsStream("/story/" + file), file)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("DECIDED", LocalDate.now(clock).minusDays(200).toString());
            return Files.writeString(folder.resolve(file), text);
        }
    }

    private void everybodyIsGradedAgain() {
        creditOffice.open("/console/risk").press("全部重新分类").reads("全部重新分类").await(".ssj-job .ssj-state", "完成");
    }

    /** How many stand in rank 1 to 4. */
    private List<Integer> distribution() {
        return creditOffice.find(".risk-legend a.risk-number").allTextContents().stream()
                .limit(4)
                .map(text -> Integer.valueOf(text.replaceAll("\\D", "")))
                .toList();
    }

    private void theCreditOfficeReadsWhyOneEnterpriseStandsWhereItDoes() {
        creditOffice.follow(creditOffice.find(".risk-legend a.risk-number").nth(1));
        creditOffice.reads("开鲁县利民烟酒有限责任公司").follow("开鲁县利民烟酒有限责任公司");
        creditOffice.reads("R030301", "近三年行政处罚次数");
        creditOffice.find("tr:has-text('R030301') summary").last().click();
        creditOffice.reads("开市监处罚〔2026〕3号", "起不再计入");
    }

    private void aSecondAdministratorActivatesWhatTheFirstTried() {
        Seat first = desk("administrator", aPerson(county, Role.ADMINISTRATOR));
        first.open("/console/models").follow(first.find("main tbody a").first());
        first.press("起草新版本")
                .fill("weight.R030303", "30")
                .press("试算")
                .reads("4 户风险等级升高，0 户降低", "没有保存")
                .press("保存草案")
                .reads("草案已保存")
                .follow("查看草案")
                .follow("新旧对比")
                .reads("4 户风险等级升高，0 户降低", "等级迁移")
                .fill("reason", "一年内再受处罚的，应当看得更重")
                .press("提交批准")
                .reads("待批准", "须由另一位管理员批准");
        String version = first.path();

        Seat second = desk("second administrator", aPerson(county, Role.ADMINISTRATOR));
        second.open(version)
                .follow("新旧对比")
                .reads("一年内再受处罚的，应当看得更重", "4 户风险等级升高，0 户降低")
                .press("批准")
                .reads("使用中");
        second.open("/console/jobs").follow(second.find("main tbody a").first());
        second.reads("全部重新分类").await(".ssj-job .ssj-state", "完成");
    }

    private String thePlannerPublishesAnItem() {
        planner.open("/console/items/new")
                .fill("code", "KL-01")
                .fill("name", "登记事项检查")
                .fill("basis", "《企业信息公示暂行条例》第十四条")
                .fill("content", "名称、住所、经营范围、法定代表人")
                .press("保存")
                .press("公布")
                .reads("事项已公布", "已公布");
        return String.valueOf(planner.idAfter("items"));
    }

    private long anInspectorIsEntered(String name, String number) {
        planner.open("/console/inspectors/new")
                .fill("staffNo", number)
                .fill("name", name)
                .fill("certificateNo", "NM-" + number)
                .fill("validUntil", LocalDate.now(clock).plusYears(2).toString())
                .press("保存")
                .reads(name, "NM-" + number);
        return planner.idAfter("inspectors");
    }

    private long thePlannerPlansACampaignStepByStep(String item) {
        planner.open("/console/campaigns/new")
                .fill("name", CAMPAIGN)
                .choose("itemId", item)
                .press("保存并继续")
                .reads("可进入名单", "28");
        long campaign = planner.idAfter("campaigns");
        planner.follow("保存并继续").fill("rates[0].ratio", "50").fill("rates[2].ratio", "100");
        planner.press("重新计算").reads("检查人员够用").press("保存并继续");
        announce(LocalDateTime.now(clock).plusDays(1), Duration.ofHours(1)).press("保存并继续");
        planner.reads("冻结名单并公布承诺", CAMPAIGN);
        return campaign;
    }

    private Seat announce(LocalDateTime first, Duration apart) {
        return planner.fill("sources[0].name", "现场骰子")
                .fill("sources[0].due", moment(first))
                .fill("sources[0].format", "1 1 1 1")
                .fill("sources[1].name", "福彩双色球第2026135期")
                .fill("sources[1].due", moment(first.plus(apart)))
                .fill("sources[1].fallbackName", "福彩双色球第2026136期")
                .fill("sources[1].fallbackDue", moment(first.plusDays(2)))
                .fill("sources[2].name", "上证综指2026-11-25收盘×100")
                .fill("sources[2].due", moment(first.plus(apart)))
                .fill("sources[2].fallbackName", "上证综指2026-11-26收盘×100")
                .fill("sources[2].fallbackDue", moment(first.plusDays(2)));
    }

    /** A field drops seconds that are zero, and then is not what was typed. */
    private static String moment(LocalDateTime time) {
        LocalDateTime second = time.withNano(0);
        return FIELD.format(second.getSecond() == 0 ? second.plusSeconds(1) : second);
    }

    /**
     * The sources fall due seconds after the freeze, as fast as this machine turns pages, and are waited for.
     *
     * @return the commitment that the office and the public read
     */
    private String theListIsFrozenAndTheSourcesSpeak(long campaign) {
        String base = "/console/campaigns/" + campaign;
        Instant began = clock.instant();
        planner.inHaste(true).open(base + "/sources");
        Duration page = Duration.between(began, clock.instant());
        announce(
                        LocalDateTime.now(clock).plus(page.multipliedBy(8)).plusSeconds(8),
                        page.multipliedBy(10).plusSeconds(8))
                .press("保存并继续")
                .fill("confirmation", CAMPAIGN)
                .press("冻结名单并公布承诺");
        planner.inHaste(false).await("h2", "承诺");
        planner.reads("未到期");
        String commitment = planner.find("dd.ssj-code").first().innerText();
        assertThat(commitment).matches("[0-9a-f]{64}");

        speaks(0, "1 2 3 4");
        Seat citizen = citizen();
        citizen.open("/p/plans")
                .follow(CAMPAIGN)
                .reads("待抽取", "28 户")
                .follow(citizen.find("main a[href^='/p/draws/']").first());
        citizen.reads(commitment, "已承诺，待抽取");
        speaks(1, "01 02 03 04 05 06 07");
        speaks(2, "0345678");
        return commitment;
    }

    /** Waits for the due and types what the source said, twice. */
    private void speaks(int place, String value) {
        String form = "form:has(input[name='place'][value='%d']) ".formatted(place);
        planner.find(form).waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        planner.find(form + "[name=value]").fill(value);
        planner.find(form + "[name=valueAgain]").fill(value);
        planner.find(form + "[name=evidence]").fill("官方网页截图存档");
        planner.follow(planner.find(form + "button[type=submit]")).reads("随机源已录入");
    }

    /** The names of those who were drawn. */
    private List<String> anotherThanWhoTypedTheValuesDraws() {
        planner.reads("请另一人核对公布的值后抽取");
        Seat reviewer = desk("reviewer who draws", aPerson(county, Role.REVIEWER));
        reviewer.open(planner.path()).press("开始抽取").reads("抽取完成", "随机种子", "主检");
        planner.open(planner.path());
        List<String> drawn = reviewer.find("main table:has(caption:has-text('检查名单')) tbody tr td:nth-child(2)")
                .allTextContents();
        assertThat(drawn).as("half of the clean ones and all of the others").hasSize(CLEAN / 2 + FINED);
        return drawn;
    }

    private void theAuditorAndTwoProgramsCheckTheDraw(String commitment) {
        auditor.open("/console/draws").follow(CAMPAIGN).reads(commitment, "VerifyDraw");
        Path bundle = auditor.download("下载完整证据包", folder);
        assertThat(Checkers.ours(bundle)).satisfies(it -> {
            assertThat(it.exit()).as(it.said()).isZero();
            assertThat(it.said()).contains("OK: everything agrees", commitment);
        });
        assertThat(Checkers.theirs(bundle))
                .satisfies(it -> assertThat(it.exit()).as(it.said()).isZero());

        Path bribed = Checkers.tampered(
                bundle,
                "result.json",
                json -> json.replaceFirst("\"inspectors\":\\[(\"[^\"]*\"),(\"[^\"]*\")", "\"inspectors\":[$2,$1"));
        for (Checkers.Verdict verdict : List.of(Checkers.ours(bribed), Checkers.theirs(bribed))) {
            assertThat(verdict.exit()).as(verdict.said()).isEqualTo(1);
            assertThat(verdict.said()).contains("result.json");
        }
    }

    private String theInspectorFindsAProblem(Seat inspector, List<String> drawn) {
        String name = drawn.stream()
                .filter(it -> !it.matches(".*(鑫源|福满|利民|昌盛).*"))
                .findFirst()
                .orElseThrow();
        inspector.open("/m").follow(inspector.find("a.task:has-text('" + name + "')"));
        tellsNoGrade(inspector);
        inspector.press("入企登记").reads("入企登记时间");
        inspector.tick("发现问题已责令改正").fill("n1", "营业执照未置于住所醒目位置，已责令当场改正");
        secondInspectorAgrees(inspector);
        inspector.press("提交审核").reads("“" + name + "”的检查结果已提交审核");
        return name;
    }

    private String theInspectorFindsNothing(Seat inspector) {
        Locator next = inspector.find("a.task").first();
        String name = next.locator("b").innerText();
        inspector.follow(next).press("入企登记");
        inspector.find("[data-clean]").click();
        secondInspectorAgrees(inspector);
        inspector.press("提交审核").reads("“" + name + "”的检查结果已提交审核");
        inspector.follow("已提交").reads(name, "待审核");
        tellsNoGrade(inspector);
        return name;
    }

    private static void secondInspectorAgrees(Seat inspector) {
        inspector.find("#second input").first().check();
    }

    private void theReviewerPassesAndPublishesBoth(String clean, String troubled) {
        Seat reviewer = desk("reviewer", aPerson(county, Role.REVIEWER));
        reviewer.open("/console/review").reads(clean, troubled, "个工作日");
        reviewer.press("通过所选").reads("已通过 1 件").follow(troubled);
        reviewer.reads("营业执照未置于住所醒目位置").press("通过");
        reviewer.open("/console/publications")
                .reads(clean, troubled)
                .press("公示所选")
                .reads("已公示 2 件");
    }

    private void aCitizenFindsTheResultAndChecksTheDraw(String troubled, String commitment) {
        Seat citizen = citizen();
        citizen.open("/")
                .fill("q", troubled.substring(3, 7))
                .press("查询")
                .follow(citizen.find(".hits a").first());
        citizen.reads(troubled, "发现问题已责令改正", "登记事项检查");
        assertThat(citizen.text()).doesNotContain("营业执照未置于住所醒目位置");
        tellsNoGrade(citizen);
        citizen.open("/p/tasks").follow(CAMPAIGN).reads("已抽取", troubled);
        tellsNoGrade(citizen);
        citizen.follow(citizen.find("main a[href^='/p/draws/']").first());
        citizen.reads(commitment, "01 02 03 04 05 06 07");
        tellsNoGrade(citizen);
        citizen.find("[data-verify] button").click();
        citizen.await("[data-verify] [role=status]", "核对一致");
    }

    private void theGradeHasLearnedOfTheResult(String troubled) {
        creditOffice
                .open("/console/enterprises")
                .fill("words", troubled)
                .press("查询")
                .follow(troubled)
                .reads("抽查检查结果", "发现问题已责令改正");
        long enterprise = creditOffice.idAfter("enterprises");
        creditOffice.open("/console/enterprises/" + enterprise + "/grade").reloadUntil(".risk-big", "B");
        creditOffice.reads("R030501", "近二年抽查发现问题次数");
        assertThat(creditOffice
                        .find("table:has(caption:has-text('以前的等级')) tbody .ssj-rank b")
                        .allTextContents())
                .as("what stood before is kept")
                .isNotEmpty()
                .containsOnly("A");
    }

    private void theAuditorVerifiesTheLedger() {
        auditor.open("/console/ledger").reads("公示");
        auditor.open("/console/ledger/verification").press("开始校验").reads("校验通过");
    }

    private static void tellsNoGrade(Seat seat) {
        assertThat(GRADE_WORDS.matcher(seat.html()).results().map(it -> it.group()))
                .as(seat.path())
                .isEmpty();
    }

    private Seat citizen() {
        return new Seat("citizen", base(), browsers.desk("zh-CN"), faults, seen);
    }

    private Seat desk(String who, Person person) {
        Page page = browsers.desk("zh-CN");
        return new Seat(who, base(), page, faults, seen).signIn("/console", person.account(), PASSWORD);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
