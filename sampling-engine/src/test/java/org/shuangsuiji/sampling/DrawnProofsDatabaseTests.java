package org.shuangsuiji.sampling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.bundle.BundlePart;
import org.shuangsuiji.sampling.bundle.TargetsVerification;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.PublishedDraw;
import org.shuangsuiji.sampling.draw.Rule;

class DrawnProofsDatabaseTests {

    @Test
    void everyDrawnUnitIsShownToHaveStoodInTheCommittedList() {
        try (var office = new SamplingOffice()) {
            office.enterprises(1, 60);
            office.enterprises(2, 40);
            office.enterprises(3, 20);
            office.enterprises(4, 7);
            office.inspectors(office.market, 6, "登记");
            office.at(SamplingOffice.MONDAY);
            long campaign = office.the(Campaigns.class).create(office.terms(office.item("登记")), office.planner);
            long drawId = office.freeze(campaign, office.planner).drawId();
            assertThatThrownBy(() -> office.the(DrawnProofs.class).of(drawId, office.planner.scope()))
                    .as("before the draw")
                    .isInstanceOf(Refusal.class);
            office.enterAll(campaign);
            RunDraw.Drawn drawn = office.the(RunDraw.class).run(campaign, office.planner);

            DrawnProofs.Released released = office.the(DrawnProofs.class).of(drawId, office.planner.scope());
            List<PublishedDraw.DrawnUnit> units = released.units();
            Rule rule = Rule.read(office.the(Draws.class).rule(drawId, office.planner.scope()), new Faults())
                    .orElseThrow();
            assertThat(units).hasSize(drawn.visits()).isSortedAccordingTo((a, b) -> a.unit()
                    .compareTo(b.unit()));
            assertThat(units).allSatisfy(unit -> assertThat(unit.proofs())
                    .singleElement()
                    .satisfies(proof -> assertThat(proof.holdsUnder(rule)).isTrue()));
            assertThat(released.open())
                    .as("strata were grades, so nothing opens this draw")
                    .isNull();
        }
    }

    @Test
    void anOpenDrawHandsOutTheBytesThatWereCommittedToAndNobodyWhoInspects() throws IOException {
        try (var office = new SamplingOffice()) {
            office.enterprises(1, 9000); // the books keep so many in several pieces
            office.inspectors(office.market, 40, "登记");
            office.at(SamplingOffice.MONDAY);
            RunDraw.Drawn drawn = office.drawnOpen();

            DrawnProofs.Opened open = requireNonNull(office.the(DrawnProofs.class)
                    .of(drawn.drawId(), office.planner.scope())
                    .open());
            Map<String, byte[]> full = bundle(office, drawn.drawId());
            Map<String, byte[]> files = written(open);
            assertThat(files.keySet()).containsExactly("sealed.json", "frame-1.tsv", "targets.json");
            assertThat(files.get("sealed.json")).isEqualTo(full.get("sealed.json"));
            assertThat(files.get("frame-1.tsv")).isEqualTo(full.get("frame-1.tsv"));
            String targets = new String(files.get("targets.json"), StandardCharsets.UTF_8);
            assertThat(targets).doesNotContain("teams", "inspectors", "SJ00").contains(drawn.seed());
            assertThat(open.seed()).isEqualTo(drawn.seed());

            files.put("rule.json", full.get("rule.json"));
            files.put("sources.json", full.get("sources.json"));
            TargetsVerification.Agreed agreed = TargetsVerification.verify(files);
            assertThat(agreed.targets().visits()).hasSize(drawn.visits());
            assertThat(agreed.rule().commitment().hex()).isEqualTo(open.commitment());
        }
    }

    @Test
    void nothingOfADrawIsHandedOutWhoseListNoLongerAgreesWithItsCommitment() {
        try (var office = new SamplingOffice()) {
            office.enterprises(1, 60);
            office.inspectors(office.market, 6, "登记");
            office.at(SamplingOffice.MONDAY);
            RunDraw.Drawn drawn = office.drawnOpen();
            office.owner().sql("""
                            update sampling.frame_piece
                            set tsv = convert_to(regexp_replace(convert_from(tsv, 'UTF8'), '150581(001)?\\n$', '150582\n'), 'UTF8')
                            where draw_id = :draw""").param("draw", drawn.drawId()).update();
            assertThatThrownBy(() -> office.the(DrawnProofs.class).of(drawn.drawId(), office.planner.scope()))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("draw-disagrees");
                        assertThat(refusal.arguments().toString()).contains("frame-1.tsv: its root");
                    });
        }
    }

    private static Map<String, byte[]> written(DrawnProofs.Opened open) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (BundlePart part : open.files()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            part.content().writeTo(out);
            files.put(part.name(), out.toByteArray());
        }
        return files;
    }

    private static Map<String, byte[]> bundle(SamplingOffice office, long drawId) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        office.the(DrawBundle.class).write(drawId, out, office.planner);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
