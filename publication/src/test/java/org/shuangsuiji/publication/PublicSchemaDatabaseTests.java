package org.shuangsuiji.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.publication.PublicationFixture.COMMITMENT;
import static org.shuangsuiji.publication.PublicationFixture.OTHER_OFFICE;
import static org.shuangsuiji.publication.PublicationFixture.REVIEWER;
import static org.shuangsuiji.publication.PublicationFixture.SEED;
import static org.shuangsuiji.publication.PublicationFixture.TODAY;
import static org.shuangsuiji.publication.PublicationFixture.WANG;
import static org.shuangsuiji.publication.PublicationFixture.clean;
import static org.shuangsuiji.publication.PublicationFixture.code;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.PublicUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

class PublicSchemaDatabaseTests {
    private final PublicationFixture office = new PublicationFixture();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theRoleOfThePublicSideReadsSchemaPubAndNothingElse() {
        var portal = JdbcClient.create(office.database.portal());
        List<String> readable = office.owner.sql("""
                        select n.nspname || '.' || c.relname from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                          and n.nspname not like 'pg\\_temp%' and n.nspname not like 'pg\\_toast\\_temp%'
                          and has_schema_privilege('shuangsuiji_portal', n.oid, 'usage')
                          and has_table_privilege('shuangsuiji_portal', c.oid, 'select')
                        order by 1
                        """).query(String.class).list();
        assertThat(readable)
                .containsExactly(
                        "pub.campaign",
                        "pub.draw",
                        "pub.draw_source",
                        "pub.draw_statement",
                        "pub.drawn_unit",
                        "pub.enterprise",
                        "pub.further_draw",
                        "pub.item",
                        "pub.ledger_head",
                        "pub.matter",
                        "pub.matter_list",
                        "pub.open_draw",
                        "pub.open_piece",
                        "pub.redraw",
                        "pub.result",
                        "pub.standing_list");
        List<String> everything = office.owner.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                        where schemaname in ('office', 'ingest', 'risk', 'sampling', 'publication')
                        """).query(String.class).list();
        assertThat(everything).isNotEmpty();
        for (String table : everything) {
            assertThatThrownBy(
                            () -> portal.sql("select 1 from " + table).query().listOfRows())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theApplicationSupersedesAndWithdrawsAndRewritesNothing() {
        var application = JdbcClient.create(office.database.app());
        for (String rewrite : List.of(
                "pub.draw set commitment = repeat('0', 64)",
                "pub.draw set rule_json = ''",
                "pub.draw_source set value = '1'",
                "pub.draw_statement set says = 'SPOKE'",
                "pub.further_draw set reason = repeat('x', 10)",
                "pub.redraw set reason = 'x'",
                "pub.standing_list set finished = 0",
                "pub.standing_list set ended = true",
                "pub.campaign set frame_size = 1",
                "pub.campaign set announced_at = now()",
                "pub.drawn_unit set enterprise_name = 'x'",
                "pub.result set inspected_on = current_date",
                "pub.ledger_head set hash = repeat('0', 64)",
                "pub.matter set basis = 'x'",
                "pub.matter_list set effective_on = current_date",
                "publication.result set entered_by = 'x'",
                "publication.result_item set note = 'x'",
                "publication.review set decision = 'PASS'",
                "publication.publication set published_on = current_date",
                "publication.visit set credit_code = 'x'",
                "publication.visit_inspector set name = 'x'",
                "sampling.draw set commitment = repeat('0', 64)",
                "sampling.draw set rule_json = ''",
                "sampling.further_draw set reason = repeat('x', 10)",
                "sampling.standing_list set finished = 0",
                "sampling.standing_list set ended = true",
                "sampling.source_value set value = '1'")) {
            assertThatThrownBy(() -> application.sql("update " + rewrite).update())
                    .as(rewrite)
                    .hasStackTraceContaining("permission denied");
            String table = rewrite.substring(0, rewrite.indexOf(' '));
            assertThatThrownBy(() -> application.sql("delete from " + table).update())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whatBecameOfADrawStays() {
        var application = JdbcClient.create(office.database.app());
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.draw();
        assertThatThrownBy(() -> application
                        .sql("update sampling.draw set seed = repeat('0', 64)")
                        .update())
                .hasStackTraceContaining("has ended (DRAWN)");
        assertThatThrownBy(() -> application
                        .sql("update sampling.campaign set ends = ends + 1")
                        .update())
                .hasStackTraceContaining("its plan stays");
        office.get(PublishCampaign.class).atDraw(4, REVIEWER);
        assertThatThrownBy(() -> application
                        .sql("update pub.draw set seed = repeat('0', 64)")
                        .update())
                .hasStackTraceContaining("has ended (DRAWN)");
        for (String late : List.of(
                "update pub.campaign set visits = visits + 1",
                "insert into sampling.source_value (draw_id, place, revision, spoken, value, evidence, reason, entered_by,"
                        + " entered_at) values (4, 0, 2, 'VALUE', '1', 'seen', 'late', 'app', now())",
                "insert into sampling.source_statement (draw_id, place, number, says, stated_by, stated_at, evidence)"
                        + " values (4, 0, 1, 'SILENT', 'ghost', now(), 'seen')",
                "insert into pub.draw_source (draw_id, ordinal, revision, name, kind, due, answered, value, evidence,"
                        + " reason, published_at) values (4, 1, 2, 'x', 'LOTTERY', now(), 'VALUE', '1', 'seen', 'late',"
                        + " now())",
                "insert into pub.draw_statement (draw_id, ordinal, number, says, evidence, stated_at, published_at)"
                        + " values (4, 1, 1, 'SILENT', 'seen', now(), now())")) {
            assertThatThrownBy(() -> application.sql(late).update()).as(late).hasStackTraceContaining("has ended");
        }
    }

    @Test
    void nothingIsWrittenThroughAView() {
        List<String> writable = office.owner.sql("""
                        select n.nspname || '.' || c.relname from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
                          and has_any_column_privilege('shuangsuiji_app', c.oid, 'select')
                          and (has_any_column_privilege('shuangsuiji_app', c.oid, 'insert')
                               or has_any_column_privilege('shuangsuiji_app', c.oid, 'update')
                               or has_table_privilege('shuangsuiji_app', c.oid, 'delete'))
                        order by 1
                        """).query(String.class).list();
        assertThat(writable).isEmpty();
        assertThatThrownBy(() -> JdbcClient.create(office.database.app())
                        .sql("update risk.read_grade set rank = 1")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void noMoreUnitsAreReleasedThanWereAnnounced() {
        office.announceAndOpen();
        var units = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new PublicUnit(code(i), "第%d商贸".formatted(i), "{}"))
                .toList();
        office.get(ReleaseDrawnUnits.class).release(4, units, null, REVIEWER);
        assertThatThrownBy(() -> JdbcClient.create(office.database.app())
                        .sql(
                                "insert into pub.drawn_unit (draw_id, credit_code, enterprise_name, proof_json, released_at)"
                                        + " values (4, '" + code(4) + "', 'x', '{}', now())")
                        .update())
                .hasStackTraceContaining("announced 3 visits");
    }

    @Test
    void theRoleOfThePublicSideWritesNothing() {
        var portal = JdbcClient.create(office.database.portal());
        for (String table : List.of(
                "campaign",
                "draw",
                "draw_source",
                "draw_statement",
                "drawn_unit",
                "enterprise",
                "item",
                "open_draw",
                "open_piece",
                "result")) {
            assertThatThrownBy(() -> portal.sql("delete from pub." + table).update())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> portal.sql("create table pub.mine (x integer)").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> portal.sql("insert into pub.ledger_head values (current_date, 1, '', now())")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whatWasPublicIsNeverDeletedNotEvenByTheConsole() {
        var app = JdbcClient.create(office.database.app());
        for (String table : List.of(
                "campaign",
                "draw",
                "draw_source",
                "drawn_unit",
                "enterprise",
                "item",
                "open_draw",
                "open_piece",
                "result")) {
            assertThatThrownBy(() -> app.sql("delete from pub." + table).update())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void noColumnInPublicNamesOrDescribesAGrade() {
        List<String> words = office.owner.sql("""
                        select lower(concat_ws(' ', c.relname, a.attname, col_description(c.oid, a.attnum),
                               obj_description(c.oid, 'pg_class')))
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'pub'
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in ('r', 'p', 'v', 'm')
                        """).query(String.class).list();
        assertThat(words).hasSizeGreaterThan(50);
        for (String forbidden : List.of(
                "rank",
                "grade",
                "score",
                "strat",
                "ticket",
                "weight",
                "risk",
                "inspector",
                "master",
                "salt",
                "等级",
                "评分",
                "风险")) {
            assertThat(words).as(forbidden).noneMatch(text -> text.contains(forbidden));
        }
    }

    @Test
    void theCommitmentIsPublicBeforeTheDrawAndTheSeedOnlyAfterIt() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        var pages = office.get(PublicPages.class);
        assertThat(pages.plans(null, 10)).singleElement().satisfies(plan -> {
            assertThat(plan.stage()).isEqualTo("ANNOUNCED");
            assertThat(plan.frameSize()).isEqualTo(120);
        });
        assertThat(pages.tasks(null, 10)).isEmpty();
        assertThat(pages.draw(4)).get().satisfies(draw -> {
            assertThat(draw.line().commitment()).isEqualTo(COMMITMENT);
            assertThat(draw.ruleJson()).startsWith("{\"sources\":");
            assertThat(draw.seed()).isNull();
            assertThat(draw.sources()).isEmpty();
        });
        assertThatThrownBy(() -> office.get(PublishCampaign.class).atDraw(4, REVIEWER))
                .isInstanceOf(Refusal.class);

        office.draw();
        office.get(PublishCampaign.class).atDraw(4, REVIEWER);
        assertThat(pages.draw(4)).get().satisfies(draw -> {
            assertThat(draw.seed()).isEqualTo(SEED);
            assertThat(draw.visits()).isEqualTo(3);
            assertThat(draw.sources()).singleElement().satisfies(source -> {
                assertThat(source.name()).isEqualTo("福彩双色球 2026100期");
                assertThat(source.value()).isEqualTo("03 11 12");
                assertThat(source.evidence()).isEqualTo("https://www.cwl.gov.cn/");
                assertThat(source.due()).isEqualTo("2026-08-30T13:15:00Z");
            });
        });
        assertThat(pages.tasks(null, 10)).singleElement().satisfies(task -> assertThat(task.visits())
                .isEqualTo(3));
        assertThatThrownBy(() -> office.get(PublishCampaign.class).atDraw(4, REVIEWER))
                .as("twice")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> office.get(PublishCampaign.class).atFreeze(3, OTHER_OFFICE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anAbandonedDrawIsPublicWithItsReason() {
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        office.get(PublishCampaign.class).abandoned(4, "名单有误", REVIEWER);
        assertThat(office.get(PublicPages.class).draw(4)).get().satisfies(draw -> {
            assertThat(draw.line().outcome()).isEqualTo("ABANDONED");
            assertThat(draw.reason()).isEqualTo("名单有误");
        });
        assertThat(office.get(PublicPages.class).plans(null, 10))
                .extracting(PublicPages.CampaignLine::stage)
                .containsExactly("ABANDONED");
    }

    @Test
    void whoWasDrawnIsReleasedOnceAndCompletely() {
        office.announceAndOpen();
        var units = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new PublicUnit(code(4 - i), "霍林郭勒市第%d商贸有限公司".formatted(4 - i), "{}"))
                .toList();
        assertThat(office.get(ReleaseDrawnUnits.class).due(false))
                .as("the visits have not ended")
                .isEmpty();
        assertThat(office.get(ReleaseDrawnUnits.class).due(true)).containsExactly(4L);
        assertThatThrownBy(() -> office.get(ReleaseDrawnUnits.class).release(4, units.subList(0, 2), null, REVIEWER))
                .as("one left out")
                .isInstanceOf(Refusal.class);
        office.get(ReleaseDrawnUnits.class).release(4, units, null, REVIEWER);
        assertThat(office.get(PublicPages.class).units(4, null, 10))
                .extracting(PublicPages.UnitLine::creditCode)
                .containsExactly(code(1), code(2), code(3));
        assertThat(office.get(ReleaseDrawnUnits.class).due(true)).isEmpty();
        assertThatThrownBy(() -> office.get(ReleaseDrawnUnits.class).release(4, units, null, REVIEWER))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aListOfItemsIsReplacedAndWhatLeftItDisappears() {
        assertThat(office.get(PublishItems.class).ofDepartment(2, REVIEWER)).isEqualTo(1);
        assertThat(office.get(PublicPages.class).items())
                .extracting(PublicPages.ItemLine::code)
                .containsExactly("A01");
        office.owner.sql("update sampling.item set state = 'WITHDRAWN'").update();
        office.get(PublishItems.class).ofDepartment(2, REVIEWER);
        assertThat(office.get(PublicPages.class).items()).isEmpty();
        assertThatThrownBy(() -> office.get(PublishItems.class).ofDepartment(2, OTHER_OFFICE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anEnterpriseIsFoundByTwoCharactersByItsBeginningAndByAPartOfItsCode() {
        office.announceAndOpen();
        office.passed(101, clean(12), WANG);
        office.passed(102, clean(12), WANG);
        office.get(PublishResult.class).publishAll(List.of(101L, 102L), REVIEWER);
        var pages = office.get(PublicPages.class);
        assertThat(pages.search("商贸", 10)).hasSize(2);
        assertThat(pages.search("第1", 10)).hasSize(1);
        assertThat(pages.search("第 １ 商贸", 10)).hasSize(1);
        assertThat(pages.search("霍", 10)).hasSize(2);
        assertThat(pages.search("贸", 10)).isEmpty();
        assertThat(pages.search("商林", 10)).isEmpty();
        assertThat(pages.search(code(1).toLowerCase(java.util.Locale.ROOT), 10))
                .extracting(PublicPages.EnterpriseLine::creditCode)
                .containsExactly(code(1));
        assertThat(pages.search("MA0N", 10)).hasSize(2);
        for (String odd : List.of("", "   ", "%", "_", "\\", "'; drop table pub.result; --", "%%", "长".repeat(61))) {
            assertThat(pages.search(odd, 10)).as(odd).isEmpty();
        }
        assertThat(pages.enterprise(code(3))).isEmpty();
    }

    @Test
    void theHeadOfTheLedgerIsNotedOnceADay() {
        assertThat(office.get(PublishLedgerHead.class).today(7, "ab".repeat(32), REVIEWER))
                .isTrue();
        assertThat(office.get(PublishLedgerHead.class).today(8, "cd".repeat(32), REVIEWER))
                .isFalse();
        assertThat(office.get(PublicPages.class).ledgerHead()).get().satisfies(head -> {
            assertThat(head.day()).isEqualTo(TODAY);
            assertThat(head.seq()).isEqualTo(7);
        });
    }
}
