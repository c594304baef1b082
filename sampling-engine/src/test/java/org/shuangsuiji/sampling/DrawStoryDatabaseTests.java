package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.sampling.digest.Digest;

/** A campaign from the plan to a bundle that two independent programs agree on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawStoryDatabaseTests {
    private SamplingOffice office;

    @BeforeAll
    void open() {
        office = new SamplingOffice();
        office.enterprises(1, 300);
        office.enterprises(2, 150);
        office.enterprises(3, 40);
        office.enterprises(4, 7);
        office.enterprises(0, 5);
        office.inspectors(office.market, 6, "登记");
        office.inspectors(office.station, 6);
        office.setEnterprise(office.enterprise(1, 1), "status = 'DEREGISTERED'");
        office.setEnterprise(office.enterprise(1, 2), "region = null");
        office.setEnterprise(
                office.enterprise(1, 3),
                "credit_code = null, old_number = '150581000000003', code_class = 'OLD_NUMBER'");
        office.setEnterprise(office.enterprise(1, 4), "region = '150582'");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aPlannedCampaignIsFrozenDrawnAndVerifiedBySha256(@TempDir Path folder) throws Exception {
        verified(Digest.SHA_256, folder);
    }

    @Test
    void aPlannedCampaignIsFrozenDrawnAndVerifiedBySm3(@TempDir Path folder) throws Exception {
        verified(Digest.SM3, folder);
    }

    private void verified(Digest digest, Path folder) throws Exception {
        office.at(SamplingOffice.MONDAY);
        long item = office.item("登记");
        CampaignTerms terms = Terms.of(office.terms(item)).digest(digest).build();
        Campaigns campaigns = office.the(Campaigns.class);
        Preview preview = campaigns.preview(terms, office.planner);
        long campaign = campaigns.create(terms, office.planner);
        FreezeFrame.Frozen frozen = office.freeze(campaign, office.planner);

        assertThat(frozen.size()).isEqualTo(preview.eligible()).isEqualTo(296 + 150 + 40 + 7);
        assertThat(frozen.take()).isEqualTo(preview.take()).isEqualTo(3 + 5 + 4 + 3);
        assertThat(preview.excluded())
                .containsExactly(
                        java.util.Map.entry(Exclusion.STATUS, 1),
                        java.util.Map.entry(Exclusion.NO_CODE, 1),
                        java.util.Map.entry(Exclusion.NO_REGION, 1),
                        java.util.Map.entry(Exclusion.NOT_GRADED, 5));

        office.enterAll(campaign);
        RunDraw.Drawn drawn = office.the(RunDraw.class).run(campaign, office.planner);

        assertThat(drawn.visits()).isEqualTo(frozen.take());
        assertThat(drawn.unfilled()).isZero();
        assertThat(office.book().events("campaign:" + campaign))
                .containsExactly(
                        LedgerEvent.CAMPAIGN_CREATED,
                        LedgerEvent.FRAME_FROZEN,
                        LedgerEvent.SOURCE_VALUE_ENTERED,
                        LedgerEvent.SOURCE_VALUE_ENTERED,
                        LedgerEvent.SOURCE_VALUE_ENTERED,
                        LedgerEvent.DRAWN);
        List<VisitRow> visits = office.the(Draws.class).visits(drawn.drawId(), 0, 100, office.planner.scope());
        assertThat(visits).hasSize(frozen.take()).allSatisfy(visit -> {
            assertThat(visit.team()).hasSize(2);
            assertThat(visit.team().get(0).lead()).isTrue();
            assertThat(visit.team().get(1).lead()).isFalse();
        });

        assertStoredOfWhomItSays(drawn.drawId(), frozen.size());

        Path zip = folder.resolve("bundle.zip");
        try (var out = Files.newOutputStream(zip)) {
            office.the(DrawBundle.class).write(drawn.drawId(), out, office.auditor);
        }
        assertThat(zip).hasBinaryContent(bundle(drawn.drawId()));
        assertThat(office.book().gradeReads).contains("AUDIT draw:" + drawn.drawId());
        assertHeartAgrees(zip, drawn);
        assertPythonAgrees(zip);
    }

    /** What is written in bulk carries few foreign keys; here is looked for what they would have refused. */
    private void assertStoredOfWhomItSays(long drawId, int size) {
        assertThat(count("""
                        select count(*) from sampling.frame_unit u
                        join ingest.enterprise e on e.id = u.enterprise_id and e.credit_code = u.unit
                        where u.draw_id = :draw""", drawId)).isEqualTo(size);
        assertThat(count("""
                        select count(*) from sampling.visit v
                        left join ingest.enterprise e on e.id = v.enterprise_id and e.credit_code = v.unit
                        left join sampling.draw w on w.id = v.draw_id and w.campaign_id = v.campaign_id
                        where v.draw_id = :draw and (e.id is null or w.id is null)""", drawId)).isZero();
        assertThat(count("""
                        select count(*) from sampling.visit_pick p
                        left join sampling.visit v on v.id = p.visit_id and v.enterprise_id = p.enterprise_id
                        left join sampling.draw_target t on t.draw_id = v.draw_id and t.department_id = p.department_id
                        where t.draw_id is null or v.draw_id = 0 * :draw""", drawId)).isZero();
        assertThat(count("""
                        select count(*) from sampling.visit_inspector i
                        left join sampling.visit v on v.id = i.visit_id
                        left join sampling.draw_target t on t.draw_id = v.draw_id and t.department_id = i.department_id
                        left join sampling.inspector who on who.id = i.inspector_id
                        where t.draw_id is null or who.id is null or v.draw_id = 0 * :draw""", drawId)).isZero();
        assertThat(count("""
                        select count(*) from sampling.reserve r
                        left join sampling.frame_unit u on u.draw_id = r.draw_id and u.frame_no = r.frame_no
                            and u.unit = r.unit and u.enterprise_id = r.enterprise_id and u.stratum = r.stratum
                        where r.draw_id = :draw and u.unit is null""", drawId)).isZero();
    }

    private int count(String sql, long drawId) {
        return office.owner()
                .sql(sql)
                .param("draw", drawId)
                .query(Integer.class)
                .single();
    }

    private byte[] bundle(long drawId) throws IOException {
        var out = new ByteArrayOutputStream();
        office.the(DrawBundle.class).write(drawId, out, office.auditor);
        return out.toByteArray();
    }

    private static void assertHeartAgrees(Path zip, RunDraw.Drawn drawn) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(VerifyDraw.run(new String[] {zip.toString()}, out, out))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(drawn.seed(), drawn.resultDigest());
    }

    private static void assertPythonAgrees(Path zip) throws Exception {
        Path checker =
                Path.of("..", "verifier", "verify_draw.py").toAbsolutePath().normalize();
        assertThat(checker).as("the independent checker").exists();
        Process process;
        try {
            process = new ProcessBuilder("python3", checker.toString(), zip.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.err.println("NOT CHECKED: there is no python3 here, so verify_draw.py did not see this bundle. "
                    + "Install python3 and run again.");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
