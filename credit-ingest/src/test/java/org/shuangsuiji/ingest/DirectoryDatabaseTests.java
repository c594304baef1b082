package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

class DirectoryDatabaseTests {
    @RegisterExtension
    private static final IngestOffice OFFICE = new IngestOffice();

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Scope CITY = IngestOffice.CITY.scope();

    private static final String REGISTRATIONS = """
            企业名称,统一社会信用代码,登记状态,行政区划
            甲公司,91150581MA0A00014D,存续,150581
            乙公司,91150581MA0A00022X,存续,150581
            丙公司,91150521MA0A00039T,存续,150521
            丁公司,91150581MA0A00049G,注销,150581
            """;

    private final Directory directory = OFFICE.get(Directory.class);
    private final DirectoryBook book = OFFICE.get(DirectoryBook.class);

    @BeforeEach
    void begin() {
        OFFICE.jdbcOwner()
                .sql("truncate ingest.directory_month, ingest.directory_member cascade")
                .update();
        OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS);
    }

    @Test
    void whoTradesStandsInTheDirectoryByTheAreaOfItsAddress() {
        take(OCTOBER);
        assertThat(book.counts(OCTOBER, CITY))
                .containsExactly(
                        new DirectoryCount("150521", 1, 1, 0, 0, 0), new DirectoryCount("150581", 2, 2, 0, 0, 0));
        assertThat(names(OCTOBER, DirectoryRow.Part.MEMBERS, "")).containsExactly("甲公司", "乙公司", "丙公司");
        assertThat(names(OCTOBER, DirectoryRow.Part.MEMBERS, "150521")).containsExactly("丙公司");
        assertThat(book.counts(OCTOBER, IngestOffice.ELSEWHERE.scope())).isEmpty();
    }

    @Test
    void whomARecordAloneNamesHasNoRegisteredAddress() {
        OFFICE.deliver(
                RecordKind.PENALTY,
                "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关\n91150581MA0N0RCG94,戊公司,霍市监罚〔2026〕1号,罚款,2026-09-01,霍市监局\n");
        take(OCTOBER);
        assertThat(names(OCTOBER, DirectoryRow.Part.MEMBERS, "")).containsExactly("甲公司", "乙公司", "丙公司");
        assertThat(OFFICE.count("select members from ingest.directory_month")).isEqualTo(3);
    }

    @Test
    void whoseNameNobodyToldIsListedByItsCode() {
        OFFICE.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,登记状态,行政区划\n,91150581MA0N0RCG94,存续,150581\n");
        take(OCTOBER);
        assertThat(names(OCTOBER, DirectoryRow.Part.MEMBERS, "")).contains("91150581MA0N0RCG94");
    }

    @Test
    void theNextMonthSaysWhoIsNewWhoIsGoneAndWhoMovedFromWhereToWhere() {
        take(SEPTEMBER);
        register("甲公司", "status = 'REVOKED'");
        register("乙公司", "region = '150521'");
        register("丁公司", "status = 'ACTIVE'");
        take(OCTOBER);
        assertThat(book.counts(OCTOBER, CITY))
                .containsExactly(
                        new DirectoryCount("150521", 2, 0, 0, 1, 0), new DirectoryCount("150581", 1, 1, 1, 0, 1));
        assertThat(list(OCTOBER, DirectoryRow.Part.GONE, ""))
                .singleElement()
                .returns("甲公司", DirectoryRow::name)
                .returns("REVOKED", DirectoryRow::goneStatus);
        assertThat(list(OCTOBER, DirectoryRow.Part.MOVED, ""))
                .singleElement()
                .returns("乙公司", DirectoryRow::name)
                .returns("150581", DirectoryRow::regionBefore)
                .returns("150521", DirectoryRow::region);
        assertThat(names(OCTOBER, DirectoryRow.Part.CAME, "")).containsExactly("丁公司");
        assertThat(names(OCTOBER, DirectoryRow.Part.MEMBERS, "")).containsExactly("乙公司", "丙公司", "丁公司");
        assertThat(names(SEPTEMBER, DirectoryRow.Part.MEMBERS, ""))
                .as("the former month stays as it was")
                .containsExactly("甲公司", "乙公司", "丙公司");
        register("甲公司", "status = 'ACTIVE'");
        take(NOVEMBER);
        assertThat(names(NOVEMBER, DirectoryRow.Part.CAME, ""))
                .as("it came back")
                .containsExactly("甲公司");
        assertThat(book.counts(NOVEMBER, IngestOffice.COUNTY.scope()))
                .extracting(DirectoryCount::members)
                .containsExactly(2L);
    }

    @Test
    void twiceForOneMonthChangesNothingAndNoMonthIsDrawnUpAfterwards() {
        take(OCTOBER);
        String before = stored();
        register("甲公司", "status = 'REVOKED'");
        assertThat(book.take(OCTOBER, "li", Instant.now())).isFalse();
        assertThat(book.take(SEPTEMBER, "li", Instant.now())).isFalse();
        assertThat(stored()).isEqualTo(before);
        assertThat(book.months()).hasSize(1);
    }

    @Test
    void whoStaysWhereItIsCostsNoRow() {
        take(SEPTEMBER);
        take(OCTOBER);
        take(NOVEMBER);
        assertThat(OFFICE.count("select count(*) from ingest.directory_member")).isEqualTo(3);
        assertThat(names(NOVEMBER, DirectoryRow.Part.MEMBERS, "")).hasSize(3);
        assertThat(names(NOVEMBER, DirectoryRow.Part.CAME, "")).isEmpty();
    }

    /** The view of the register shows each subject once; what it no longer shows was another identity. */
    @Test
    void anotherIdentityOfASubjectIsNotCountedTwice() {
        take(OCTOBER);
        String view = OFFICE.jdbcOwner()
                .sql("select pg_get_viewdef('ingest.read_enterprise'::regclass)")
                .query(String.class)
                .single();
        try {
            OFFICE.jdbcOwner()
                    .sql("create or replace view ingest.read_enterprise as select * from (" + view.replace(";", "")
                            + ") v where v.name <> '乙公司'")
                    .update();
            take(NOVEMBER);
        } finally {
            OFFICE.jdbcOwner()
                    .sql("create or replace view ingest.read_enterprise as " + view)
                    .update();
        }
        assertThat(list(NOVEMBER, DirectoryRow.Part.GONE, ""))
                .singleElement()
                .returns("OTHER_IDENTITY", DirectoryRow::goneStatus);
        assertThat(book.months().get(0).members()).isEqualTo(2);
    }

    @Test
    void whoGoesOnUnderANewCodeIsNeitherNewNorGone() {
        take(SEPTEMBER);
        changeCode("91150581MA0N0RCG94", "91150581MA0A00014D", "甲公司", "150581");
        changeCode("91150581MA0N0RCH7Y", "91150581MA0A00022X", "乙公司", "150521");
        take(OCTOBER);
        assertThat(names(OCTOBER, DirectoryRow.Part.CAME, "")).isEmpty();
        assertThat(names(OCTOBER, DirectoryRow.Part.GONE, "")).isEmpty();
        assertThat(list(OCTOBER, DirectoryRow.Part.MOVED, ""))
                .singleElement()
                .returns("91150581MA0N0RCH7Y", DirectoryRow::creditCode)
                .returns("150581", DirectoryRow::regionBefore)
                .returns("150521", DirectoryRow::region);
        assertThat(book.counts(OCTOBER, CITY))
                .containsExactly(
                        new DirectoryCount("150521", 2, 0, 0, 1, 0), new DirectoryCount("150581", 1, 0, 0, 0, 1));
        assertThat(names(OCTOBER, DirectoryRow.Part.MEMBERS, "")).containsExactly("丙公司", "甲公司", "乙公司");
    }

    @Test
    void ofTwoThatStoodBesideEachOtherOneIsGoneWhenTheyAreOne() {
        OFFICE.deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,登记状态,行政区划\n甲公司,91150581MA0N0RCG94,存续,150581\n");
        take(SEPTEMBER);
        changeCode("91150581MA0N0RCG94", "91150581MA0A00014D", "甲公司", "150581");
        take(OCTOBER);
        assertThat(names(OCTOBER, DirectoryRow.Part.CAME, "")).isEmpty();
        assertThat(list(OCTOBER, DirectoryRow.Part.GONE, ""))
                .singleElement()
                .returns("91150581MA0A00014D", DirectoryRow::creditCode)
                .returns("OTHER_IDENTITY", DirectoryRow::goneStatus);
    }

    private static void changeCode(String code, String former, String name, String region) {
        OFFICE.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,原统一社会信用代码,登记状态,行政区划\n%s,%s,%s,存续,%s\n".formatted(name, code, former, region));
        long link = OFFICE.count("select max(id) from ingest.link where state = 'PROPOSED'");
        OFFICE.get(DecideLinks.class).accept(link, "换照档案载明", IngestOffice.CITY);
    }

    @Test
    void pagesAndExportsByTheOrderOfIdsAndNotesWhoTookIt() {
        assertThat(directory.owed())
                .as("not in the middle of the month before there was any")
                .isFalse();
        assertThat(directory.take(Actor.SYSTEM)).isEqualTo(NOVEMBER);
        assertThat(directory.owed()).isFalse();
        List<DirectoryRow> first = directory.list(NOVEMBER, DirectoryRow.Part.MEMBERS, "", 0, 2, CITY);
        List<DirectoryRow> next = directory.list(
                NOVEMBER, DirectoryRow.Part.MEMBERS, "", first.get(1).enterpriseId(), 2, CITY);
        assertThat(next).hasSize(1);
        List<DirectoryRow> taken = new ArrayList<>();
        directory.export(NOVEMBER, DirectoryRow.Part.MEMBERS, "", IngestOffice.COUNTY, taken::add);
        assertThat(taken).as("of the county's own region").hasSize(2);
        assertThat(OFFICE.doors().entries)
                .extracting(entry -> entry.event())
                .contains(LedgerEvent.DIRECTORY_TAKEN, LedgerEvent.DIRECTORY_EXPORTED);
        assertThatThrownBy(() -> directory.counts(OCTOBER, CITY)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoBeganToTakeADirectoryIsInTheLedgerThoughTheDownloadBroke() {
        directory.take(Actor.SYSTEM);
        OFFICE.doors().entries.clear();
        assertThatThrownBy(() -> directory.export(NOVEMBER, DirectoryRow.Part.MEMBERS, "", IngestOffice.COUNTY, row -> {
                    throw new IllegalStateException("the line is gone");
                }))
                .hasMessage("the line is gone");
        assertThat(OFFICE.doors().entries)
                .singleElement()
                .returns(LedgerEvent.DIRECTORY_EXPORTED, entry -> entry.event())
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("rows", "2"));
    }

    private void take(YearMonth month) {
        assertThat(book.take(month, "li", Instant.parse("2026-11-01T00:00:00Z")))
                .isTrue();
    }

    private static void register(String name, String change) {
        OFFICE.jdbcOwner()
                .sql("update ingest.enterprise set " + change + " where name = ?")
                .param(name)
                .update();
    }

    private static String stored() {
        return OFFICE.jdbcOwner()
                .sql("select * from ingest.directory_member order by enterprise_id, from_month")
                .query()
                .listOfRows()
                .toString();
    }

    private List<DirectoryRow> list(YearMonth month, DirectoryRow.Part part, String area) {
        return book.list(month, part, area, 0, 10, CITY);
    }

    private List<String> names(YearMonth month, DirectoryRow.Part part, String area) {
        return list(month, part, area).stream().map(DirectoryRow::name).toList();
    }
}
