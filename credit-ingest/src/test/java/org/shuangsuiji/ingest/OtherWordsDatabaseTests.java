package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.RecordKind;

/** One penalty that two sources tell in different words counts once, and two penalties count twice. */
class OtherWordsDatabaseTests {
    private static final String HEADER = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚决定日期,处罚类别,处罚机关,罚款金额(元)\n";
    private static final String NUMBER = "霍市监处字〔2026〕第445号";
    private static final String TOLD = NUMBER + ",2026-03-10,罚款,霍林郭勒市市场监督管理局,10000";
    private static final String WITHOUT_NUMBER = ",2026-03-10,罚款,霍林郭勒市市场监督管理局,10000";

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "霍市监处字〔2026〕445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕第0445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字2026第445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕第445,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕第445号行政处罚决定书,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字（2026年）445号（行政处罚决定书）,2026-03-10,罚款,市场监管局,10000",
                ",2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                ",2026-03-10,罚款,霍林郭勒市市场监督管理局,壹万元整",
                ",2026-03-10,,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕第445号,2026-03-11,罚款,市场监管局,10000",
                "霍市监处字〔2026〕第445号,2026-03-11,罚款,,10000",
                "霍市监处字〔2026〕445号,2026-03-09,,,"
            })
    void onePenaltyIsOneInWhateverWordsAndOrder(String otherwise) {
        deliver(TOLD);
        deliver(otherwise);
        assertThat(standing()).as("the fuller words first").isEqualTo(1);
        assertThat(office.row("select document_no from ingest.record where known_to is null"))
                .containsEntry("document_no", NUMBER);
        deliver(TOLD);
        deliver(otherwise);
        assertThat(standing()).as("told again in turns").isEqualTo(1);

        office.clear();
        deliver(otherwise);
        deliver(TOLD);
        assertThat(standing()).as("the other words first").isEqualTo(1);
        assertThat(office.count(
                        "select count(*) from ingest.record where known_to is null and document_no is not null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "霍市监处字〔2026〕第446号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕第4450号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2025〕第445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕第445-1号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍应急处字〔2026〕第445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕第445号,2026-03-11,警告,霍林郭勒市市监局,",
                ",2026-03-11,罚款,霍林郭勒市市场监督管理局,10000",
                ",2026-03-10,罚款,霍林郭勒市应急管理局,10000",
                ",2026-03-10,罚款,,10000",
                ",2026-03-10,罚款,霍林郭勒市市场监督管理局,20000",
                ",2026-03-10,罚款,霍林郭勒市市场监督管理局,",
                ",2026-03-10,警告,霍林郭勒市市场监督管理局,10000"
            })
    void anotherPenaltyIsAnotherWhicheverComesFirst(String other) {
        deliver(TOLD);
        deliver(other);
        assertThat(standing()).isEqualTo(2);
        office.clear();
        deliver(other);
        deliver(TOLD);
        assertThat(standing()).isEqualTo(2);
    }

    @Test
    void aNumberThatNamesNoBodyMeansItsDecisionOnItsOwnDayOnly() {
        deliver("处罚〔2026〕445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000");
        deliver("处罚〔2026〕445号,2026-03-11,罚款,市场监管局,10000");
        deliver("处罚〔2026〕445号,2026-03-11,罚款,,10000");
        assertThat(standing()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"霍市监处罚〔2026〕445号", "霍消行罚字〔2026〕445号", "通环罚〔2026〕445号"})
    void aShortSignOfAPlaceAndItsBodyMeansOneDecisionOnWhateverDay(String number) {
        deliver(number + ",2026-03-10,罚款,霍林郭勒市市场监督管理局,10000");
        deliver(number + ",2026-03-11,罚款,市场监管局,10000");
        assertThat(standing()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "霍市监处罚〔2026〕1号, true",
        "霍市监罚〔2026〕1号, true",
        "霍市监罚字〔2026〕1号, true",
        "霍市监〔2026〕1号, true",
        "（霍）市监处罚〔2026〕1号, false",
        "霍市监罚〔1号, false",
        "国市监处罚〔2026〕1号, true",
        "呼市消罚〔2026〕1号, true",
        "通应急罚〔2026〕1号, true",
        "霍消行罚决字〔2026〕1号, true",
        "通环罚〔2026〕1号, true",
        "霍税罚[2026]1号, true",
        "霍城管处〔2026〕1号, true",
        "霍卫医罚〔2026〕1号, true",
        "霍环〔2026〕1号, false",
        "市监罚〔2026〕1号, false",
        "市监处罚〔2026〕1号, false",
        "市市监处罚〔2026〕1号, false",
        "区城管处罚〔2026〕1号, false",
        "应急罚〔2026〕1号, false",
        "住建罚〔2026〕1号, false",
        "环罚〔2026〕1号, false",
        "市环罚〔2026〕1号, false",
        "国税罚〔2026〕1号, false",
        "执法决定〔2026〕1号, false",
        "行政执法决定书〔2026〕1号, false",
        "欠税通知〔2026〕1号, false",
        "取水许可〔2026〕1号, false",
        "行政处罚决定书〔2026〕1号, false",
        "当场处罚〔2026〕1号, false",
        "罚〔2026〕1号, false",
        "罚字〔2026〕1号, false",
        "处罚〔2026〕1号, false",
        "霍市监处罚1号, false",
    })
    void aNumberNamesItsBodyWhereAPlaceStandsBeforeTheBody(String number, boolean names) {
        assertThat(office.row("select ingest.names_its_body(?) as names", number))
                .containsEntry("names", names);
    }

    @Test
    void aRowWithoutNumberThatCouldMeanTwoDecisionsMeansNeither() {
        deliver(TOLD);
        deliver("霍市监处字〔2026〕第446号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000");
        deliver(WITHOUT_NUMBER);
        assertThat(standing()).isEqualTo(3);
    }

    @Test
    void aRowWithoutNumberStandsBesideTheDecisionThatItsOwnFileTellsOf() {
        deliver(TOLD);
        deliver(TOLD, WITHOUT_NUMBER);
        assertThat(standing()).isEqualTo(2);
        office.clear();
        deliver(TOLD);
        deliver("霍市监处字〔2026〕445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000", WITHOUT_NUMBER);
        assertThat(standing()).isEqualTo(2);
        assertThat(office.count("select count(*) from ingest.record where known_to is null and document_no is null"))
                .isEqualTo(1);
    }

    @Test
    void aDecisionWithoutNumberTakesTheFirstNumberThatFitsAndTheNextIsAnother() {
        deliver(WITHOUT_NUMBER);
        deliver(TOLD);
        deliver("霍市监处字〔2026〕第446号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000");
        deliver(WITHOUT_NUMBER);
        deliver(TOLD);
        assertThat(standing()).isEqualTo(2);
    }

    @Test
    void oneFileThatWritesOneNumberInSeveralWaysTellsOfOneDecision() {
        deliver(
                TOLD,
                "霍市监处字2026第0445号,2026-03-10,罚款,霍林郭勒市市场监督管理局,10000",
                "霍市监处字〔2026〕445号行政处罚决定书,2026-03-11,罚款,市场监管局,10000",
                "霍市监处字〔2026〕446号,2026-03-11,罚款,市场监管局,10000");
        assertThat(standing()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "霍市监处字〔2026〕第445号, 霍市监处〔2026〕445",
        "霍市监处字[2026]0445号, 霍市监处〔2026〕445",
        "霍市监处字２０２６第４４５号, 霍市监处〔2026〕445",
        "霍市监处字2026年445号, 霍市监处〔2026〕445",
        "霍市监处字（2026年）第 445 号, 霍市监处〔2026〕445",
        "霍市监处字〔2026〕年第445号行政处罚决定书, 霍市监处〔2026〕445",
        "霍市监处字〔2026〕445号（当场行政处罚决定书）, 霍市监处〔2026〕445",
        "霍市监处字〔2026〕445号处罚决定书, 霍市监处〔2026〕445",
        "霍市监处字〔2026〕445号责令改正通知书, 霍市监处〔2026〕445号责令改正通知书",
        "霍市监处字〔2026〕第1-0445号, 霍市监处〔2026〕1-0445",
        "霍市监处字〔2026〕000号, 霍市监处〔2026〕0",
        "霍市监处字20260445号, 霍市监处字20260445",
        "〔2026〕第5号, 〔2026〕5",
        "2026第5号, 〔2026〕5",
        "霍市监处字【2026】 ０445号, 霍市监处〔2026〕445",
        "霍市监处罚2026-001号, 霍市监处罚〔2026〕1",
        "霍市监处罚字〔2026〕1号, 霍市监处罚〔2026〕1",
        "霍市监处罚〔二〇二六〕1号, 霍市监处罚〔2026〕1",
        "霍市监处罚（二○二六年）第1号, 霍市监处罚〔2026〕1",
        "行政处罚决定书（霍市监处罚〔2026〕1号）, 霍市监处罚〔2026〕1",
        "行政处罚决定书：霍市监处罚〔2026〕1号, 霍市监处罚〔2026〕1",
        "行政处罚决定书〔2026〕1号, 行政处罚决定书〔2026〕1",
        "行政处罚决定书字〔2026〕1号, 行政处罚决定书〔2026〕1",
        "霍市监处罚〔2025〕2026-1号, 霍市监处罚〔2025〕2026-1",
        "霍市监处罚〔2026〕十二号, 霍市监处罚〔2026〕十二",
        "霍市监第3所〔2026〕5号, 霍市监第3所〔2026〕5",
        "市监3〔2026〕第05号, 市监3〔2026〕5",
        "第012号, 012",
        "JY11505810001234, JY11505810001234",
        "0012026号, 0012026",
        "行政处罚决定书, 行政处罚决定书",
    })
    void aNumberIsComparedInItsShortestWriting(String writing, String shortest) {
        String sql =
                "select ingest.document_number(?) as once, ingest.document_number(ingest.document_number(?)) as twice";
        assertThat(office.row(sql, writing, writing))
                .containsEntry("once", shortest)
                .containsEntry("twice", shortest);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123, 7})
    void theEndByWhichNumbersAreSoughtIsThatOfTheirShortestWriting(long seed) {
        List<String> parts = List.of(
                "霍",
                "市监",
                "字",
                "处罚",
                "许可",
                "行政",
                "决定书",
                "决定",
                "当场",
                "简易程序",
                "通知书",
                "JY",
                "2026",
                "0",
                "00",
                "4",
                "45",
                "-",
                "—",
                "号",
                "第",
                "年",
                "〔",
                "〕",
                "[",
                "]",
                "（",
                "）",
                "【",
                "】",
                "《",
                "》",
                " ",
                "\u3000",
                "４",
                "０",
                "①",
                "⑿",
                "²",
                "Ⅷ",
                "Ｂ",
                "〔二〇二六〕",
                "二",
                "六",
                "行政处罚决定书（霍〔2026〕",
                "1999-",
                "之",
                "、");
        var random = new Random(seed);
        var writings = new String[20_000];
        for (int i = 0; i < writings.length; i++) {
            var writing = new StringBuilder();
            for (int part = random.nextInt(9); part >= 0; part--) {
                writing.append(parts.get(random.nextInt(parts.size())));
            }
            writings[i] = writing.toString();
        }
        Map<String, Object> ends = office.row("""
                        select count(*) filter (where number_end <> '') as told,
                            min(writing) filter (where number_end <> ingest.number_end(ingest.document_number(writing)))
                                as other
                        from unnest(cast(? as text[])) as writing
                        cross join lateral (select ingest.number_end(writing) as number_end) as of_writing
                        """, (Object) writings);
        assertThat(ends.get("other")).isNull();
        assertThat((long) ends.get("told")).isGreaterThan(10_000);
    }

    private static void deliver(String... rows) {
        var text = new StringBuilder(HEADER);
        for (String row : rows) {
            text.append(Codes.right(1)).append(",甲公司,").append(row).append('\n');
        }
        office.deliver(RecordKind.PENALTY, text.toString());
    }

    private static long standing() {
        return office.count("select count(*) from ingest.record where known_to is null");
    }
}
