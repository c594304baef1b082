package org.shuangsuiji.console.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.architecture.PagePattern;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.browser.Checkers;
import org.shuangsuiji.console.joining.DrawCampaign;
import org.shuangsuiji.console.joining.EnterSource;
import org.shuangsuiji.console.joining.ReleaseDrawn;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.RunDraw;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** An open draw on the portal: when its files will be there, and that anybody then recomputes its targets from them. */
class OpenDrawDatabaseTests extends ConsoleTest {
    private static final String REGION = "150524";
    private static final String SHEET = "open.zip";

    @Autowired
    private Clock clock;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private EnterSource enterSource;

    @Autowired
    private DrawCampaign drawCampaign;

    @Autowired
    private ReleaseDrawn releaseDrawn;

    @TempDir
    private Path temp;

    private UngradedCampaign office;
    private Actor planner;

    @BeforeEach
    void aCountyOfSixty() {
        office = new UngradedCampaign(beans, county(REGION, "库伦旗市场监督管理局"), REGION).of(60, asOwner());
        planner = office.planner();
    }

    @Test
    void anybodyDownloadsAnOpenDrawAfterTheVisitsAndRecomputesItsTargets() throws Exception {
        LocalDate ends = LocalDate.now(clock).plusDays(20);
        RunDraw.Drawn drawn = drawn(ends);
        String draw = "/p/draws/" + drawn.drawId();

        Browser.Page before = browser().get(draw);
        assertThat(PagePattern.faults(before.document())).isEmpty();
        assertThat(before.text()).contains("自 %s 起可在这里下载 open.zip".formatted(ends.plusDays(1)));
        assertThat(before.document().select("a[href$=" + SHEET + "]")).isEmpty();
        assertThat(browser().get(draw + "?lang=en").text())
                .contains("from %s on, open.zip can be downloaded here".formatted(ends.plusDays(1)));
        assertThat(browser().get(draw + "/open.zip").status()).isEqualTo(404);

        releaseDrawn.release(drawn.drawId(), planner);

        Browser.Page after = browser().get(draw);
        assertThat(PagePattern.faults(after.document())).isEmpty();
        assertThat(after.text()).doesNotContain("起可在这里下载").contains("--targets open.zip");
        Element link = after.document().selectFirst("a[href$=" + SHEET + "]");
        assertThat(link).isNotNull();
        assertThat(link.text()).matches("下载 open\\.zip（解压后 [0-9]+ KB）");

        Path zip = download(link.attr("href"));
        Map<String, String> files = files(zip);
        assertThat(files.keySet())
                .containsExactly("rule.json", "sources.json", "sealed.json", "frame-1.tsv", "targets.json");
        assertThat(Digests.sha256Hex(files.get("rule.json")))
                .isEqualTo(after.document().select("[data-expect=rule]").text());
        assertThat(files.get("frame-1.tsv").lines()).hasSize(60);
        assertThat(files.get("targets.json"))
                .contains("\"picks\"", drawn.seed())
                .doesNotContain("teams", "inspectors", "KL00");
        assertThat(String.join("", files.values())).doesNotContain("KL00", "执法");
        bothCheckersAgree(zip, drawn);
        bothCheckersSeeThrough(zip);

        assertThatThrownBy(() -> releaseDrawn.release(drawn.drawId(), planner))
                .as("a second release")
                .isInstanceOf(Refusal.class);
        assertThat(Files.readAllBytes(download(link.attr("href")))).isEqualTo(Files.readAllBytes(zip));
        assertThat(get(link.attr("href"), "If-None-Match", etag(link.attr("href")))
                        .statusCode())
                .as("whoever has it already need not take it again")
                .isEqualTo(304);
    }

    private void bothCheckersAgree(Path zip, RunDraw.Drawn drawn) {
        assertThat(Checkers.ours("--targets", zip.toString())).satisfies(verdict -> {
            assertThat(verdict.exit()).as(verdict.said()).isZero();
            assertThat(verdict.said()).contains(drawn.seed(), "visits        6");
        });
        assertThat(Checkers.theirs("--targets", zip.toString())).satisfies(verdict -> {
            assertThat(verdict.exit()).as(verdict.said()).isZero();
            assertThat(verdict.said()).contains(drawn.seed(), "visits        6");
        });
    }

    private void bothCheckersSeeThrough(Path zip) {
        Path tampered = Checkers.tampered(
                zip, "targets.json", text -> text.replaceFirst("\"ticket\":\"[0-9a-f]{4}", "\"ticket\":\"0000"));
        for (Checkers.Verdict verdict : List.of(
                Checkers.ours("--targets", tampered.toString()), Checkers.theirs("--targets", tampered.toString()))) {
            assertThat(verdict.exit()).isEqualTo(1);
            assertThat(verdict.said()).contains("targets.json: visit 1", "ticket");
        }
    }

    @Test
    void anOpenDrawThatIsDueAndNotYetThereSaysSo() {
        // a notice alone, whose draw stands in no book here, so that nothing releases it meanwhile
        asOwner().sql("""
                        insert into pub.campaign (campaign_id, number, name, department_name, item_name, targeted,
                            starts, ends, stage, frame_size, visits, announced_at, drawn_at)
                        values (880001, '库市监抽查〔2026〕9号', '到期未公布', '库伦旗市场监督管理局', '登记事项检查', false,
                            date '2026-03-01', date '2026-03-31', 'DRAWN', 60, 6, now(), now())""").update();
        asOwner().sql("""
                        insert into pub.draw (draw_id, campaign_id, office_name, serial, mode, digest, rule_json,
                            commitment, committed_at, outcome, seed, visits, visit_root, result_digest, drawn_at)
                        values (880001, 880001, '库伦旗市场监督管理局', 9, 'OPEN', 'SM3', '{"sources":[]}', repeat('8', 64), now(),
                            'DRAWN', repeat('8', 64), 6, repeat('8', 64), repeat('8', 64), now())""").update();
        assertThat(browser().get("/p/draws/880001").text()).contains("open.zip 应自 2026-04-01 起在这里公布，目前尚未公布");
        assertThat(browser().get("/p/draws/880001?lang=en").text())
                .contains("open.zip is due here since 2026-04-01 and is not published yet");
        assertThat(browser().get("/p/draws/880001/open.zip").status()).isEqualTo(404);
    }

    /** A campaign from its freeze to its draw. */
    private RunDraw.Drawn drawn(LocalDate ends) throws InterruptedException {
        Instant due = clock.instant().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        var beacon = new CampaignSource(
                "drand quicknet 31799517",
                SourceKind.BEACON,
                due,
                List.of(8),
                "drand quicknet 31799518",
                due.plus(Duration.ofMinutes(1)));
        long campaign = office.frozen("KL00", "公开抽取", ends, List.of(beacon));
        office.waitFor(due);
        enterSource.value(campaign, 0, "0a1b2c3d", "0a1b2c3d", "https://api.drand.sh/", office.reviewer());
        return drawCampaign.draw(campaign, planner);
    }

    private Path download(String path) throws IOException, InterruptedException {
        var response = get(path, "Accept", "application/zip");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "open.zip"));
        return Files.write(Files.createTempFile(temp, "open", ".zip"), response.body());
    }

    private String etag(String path) throws IOException, InterruptedException {
        return get(path, "Accept", "*/*").headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> get(String path, String header, String value)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header(header, value)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, String> files(Path path) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(path)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
