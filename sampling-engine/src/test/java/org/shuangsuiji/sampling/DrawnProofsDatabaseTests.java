package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Refusal;
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
            long drawId = office.the(FreezeFrame.class)
                    .freeze(campaign, office.planner)
                    .drawId();
            assertThatThrownBy(() -> office.the(DrawnProofs.class).of(drawId, office.planner.scope()))
                    .as("before the draw")
                    .isInstanceOf(Refusal.class);
            office.enterAll(campaign);
            RunDraw.Drawn drawn = office.the(RunDraw.class).run(campaign, office.planner);

            List<PublishedDraw.DrawnUnit> units = office.the(DrawnProofs.class).of(drawId, office.planner.scope());
            Rule rule = Rule.read(office.the(Draws.class).rule(drawId, office.planner.scope()), new Faults())
                    .orElseThrow();
            assertThat(units).hasSize(drawn.visits()).isSortedAccordingTo((a, b) -> a.unit()
                    .compareTo(b.unit()));
            assertThat(units).allSatisfy(unit -> assertThat(unit.proofs())
                    .singleElement()
                    .satisfies(proof -> assertThat(proof.holdsUnder(rule)).isTrue()));
        }
    }
}
