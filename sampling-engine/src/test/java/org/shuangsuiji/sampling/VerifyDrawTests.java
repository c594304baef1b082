package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.EnterpriseAnswer;
import org.shuangsuiji.sampling.draw.Vectors;

class VerifyDrawTests {
    private static final String OPEN = "open-rehearsal-three-departments";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aStrangerSeesThatADrawAgrees() {
        assertThat(run(Vectors.FOLDER.resolve("single-department").toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "OK: everything agrees",
                        "draw          single-department",
                        "office        150581-SCJG, serial 222",
                        "commitment    873ed2cd01d2b6dc2acbbe4e52137b3bb929f8aad2b1cbecd46038e35107f677",
                        "seed          7c197c54d4a91272f5476b739f8d533dd7c883413648c69e07688c2cad7d5870",
                        "visits        5",
                        "unfilled      0",
                        "resultDigest  " + Vectors.draw("single-department").resultDigest());
    }

    @Test
    void aRehearsalIsCalledOne() {
        assertThat(run(Vectors.FOLDER
                        .resolve("open-rehearsal-three-departments")
                        .toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("a rehearsal: nothing of it is a draw");
    }

    @Test
    void aStrangerSeesEachFaultOnALineOfItsOwn() {
        assertThat(run(Vectors.FOLDER
                        .resolve("refused")
                        .resolve("result-inspector-swapped")
                        .toString()))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .startsWith("result.json: visit 1 (91150502KQQ0NE8PR7).teams[0].inspectors[0]: "
                        + "expected \"150581-SCJG-006\", found \"150581-SCJG-002\"");
    }

    @Test
    void noLineEndInABundleTearsAFaultApart() throws IOException {
        write(Vectors.with(Vectors.files("single-department"), "frame-1.tsv", text -> text.replace("\n", "\r\n")));
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(linesOf(out))
                .noneMatch(line -> line.matches(".*\\p{Cntrl}.*"))
                .anyMatch(line -> line.contains("\\r"));
        assertThat(linesOf(out).get(linesOf(out).size() - 1))
                .startsWith("REFUSED: %d fault(s)".formatted(linesOf(out).size() - 1));
    }

    @Test
    void aNameInAZipNeitherTearsALineApartNorSteersTheTerminal() throws IOException {
        Path zip = folder.resolve("bundle.zip");
        try (var files = new ZipOutputStream(Files.newOutputStream(zip))) {
            files.putNextEntry(new ZipEntry("a\nOK: everything agrees\t\u001b[2J\u0085\u2028\u202e.txt"));
        }
        assertThat(run(zip.toString())).isEqualTo(1);
        assertThat(linesOf(out))
                .anyMatch(line -> line.contains("'a\\nOK: everything agrees\\t\\x1b[2J\\x85\\u2028\\u202e.txt': "))
                .noneMatch(line -> line.startsWith("OK"));

        out.reset();
        assertThat(run("no\nsuch folder")).isEqualTo(1);
        assertThat(linesOf(out))
                .containsExactly(
                        "no\\nsuch folder: there is no such folder or zip", "REFUSED: 1 fault(s) in no\\nsuch folder");
    }

    /** What a tool that knows only the line feed takes for lines. */
    private static List<String> linesOf(ByteArrayOutputStream printed) {
        return List.of(printed.toString(StandardCharsets.UTF_8).split("\n"));
    }

    @Test
    void aStrangerSeesThatTheTargetsOfAnOpenDrawAgree() throws IOException {
        write(Vectors.open(OPEN));
        assertThat(run("--targets", folder.toString())).isZero();
        var draw = Vectors.draw(OPEN);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "OK: the targets agree; who was sent to them is not in these files"
                                + " (a rehearsal: nothing of it is a draw)",
                        "draw          " + OPEN,
                        "office        %s, serial %d"
                                .formatted(draw.rule().office(), draw.rule().serial()),
                        "commitment    " + draw.rule().commitment().hex(),
                        "seed          " + draw.seed().hex(),
                        "visits        12",
                        "visitRoot     " + draw.result().visitRoot());
    }

    @Test
    void aStrangerSeesWhichTicketWasTamperedWith() throws IOException {
        String ticket = Vectors.draw(OPEN).result().visits().get(2).ticket().hex();
        write(Vectors.with(Vectors.open(OPEN), "targets.json", text -> text.replace(ticket, "0".repeat(64))));
        assertThat(run("--targets", folder.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("targets.json: visit 3 (") && line.contains(".ticket: expected"));
    }

    @Test
    void theFilesForEverybodyAreNotTakenForAFullBundleNorTheOtherWayRound() throws IOException {
        write(Vectors.open(OPEN));
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'targets.json': a bundle has no such file");
        assertThat(run("--targets", Vectors.FOLDER.resolve(OPEN).toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'inspectors.tsv': a bundle has no such file");
    }

    @Test
    void anEnterpriseSeesInWhichFramesItWas() throws IOException {
        CommittedDraw draw = Vectors.committedDraw(OPEN);
        String unit = Vectors.draw(OPEN).result().visits().get(0).unit();
        EnterpriseAnswer answer = EnterpriseAnswer.of(draw, unit);
        write(Map.of("told.json", answer.bytes(), "rule.json", draw.rule().bytes()));
        assertThat(membership("told.json")).isZero();
        List<String> expected = new ArrayList<>(List.of(
                "OK: the answer is proven; compare the commitment with what was published before the draw"
                        + " (a rehearsal: nothing of it is a draw)",
                "draw          " + OPEN,
                "office        %s, serial %d"
                        .formatted(draw.rule().office(), draw.rule().serial()),
                "commitment    " + draw.rule().commitment().hex(),
                "unit          " + unit));
        for (int i = 0; i < draw.rule().targets().size(); i++) {
            expected.add("%-13s %s"
                    .formatted(
                            draw.rule().targets().get(i).department(),
                            answer.answers().get(i).present() ? "in the frame" : "not in the frame"));
        }
        assertThat(expected).anyMatch(line -> line.endsWith(" in the frame"));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void anEnterpriseThatWasToldSomethingUntrueSeesInWhichFile() throws IOException {
        CommittedDraw draw = Vectors.committedDraw(OPEN);
        byte[] answer = EnterpriseAnswer.of(draw, "0".repeat(18)).bytes();
        String text = new String(answer, StandardCharsets.UTF_8).replace("\"present\":false", "\"present\":true");
        write(Map.of(
                "told.json",
                text.getBytes(StandardCharsets.UTF_8),
                "rule.json",
                draw.rule().bytes()));
        assertThat(membership("told.json")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(draw.rule().targets().size() + 1)
                .anyMatch(line -> line.startsWith("answer.json: ") && line.endsWith("true is not shown by after"))
                .anyMatch(line -> line.startsWith("REFUSED: 3 fault(s) in "));
    }

    private int membership(String answer) {
        return run(
                "--membership",
                folder.resolve(answer).toString(),
                folder.resolve("rule.json").toString());
    }

    @Test
    void anAnswerWithoutItsRuleIsWrongUseAndOneThatIsNotThereIsAFault() throws IOException {
        write(Map.of("rule.json", Vectors.committedDraw(OPEN).rule().bytes()));
        assertThat(run("--membership", folder.resolve("rule.json").toString())).isEqualTo(2);
        assertThat(membership("no-such.json")).isEqualTo(1);
        assertThat(run(
                        "--membership",
                        folder.toString(),
                        folder.resolve("rule.json").toString()))
                .as("a folder is no answer")
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--membership answer.json rule.json");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        folder.resolve("no-such.json") + ": there is no such file", folder + ": there is no such file");
    }

    @Test
    void wrongUseIsNotTakenForAFaultyDraw() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("--targets")).isEqualTo(2);
        assertThat(run("--target", "no-such-folder")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage:");
    }

    @Test
    void aPathThatLeadsNowhereDoesNotAgree() {
        assertThat(run("no-such-folder")).isEqualTo(1);
        assertThat(run("--targets", "no-such-folder")).isEqualTo(1);
        assertThat(linesOf(out))
                .filteredOn(line -> line.equals("no-such-folder: there is no such folder or zip"))
                .hasSize(2);
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private int run(String... args) {
        return VerifyDraw.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
