package org.shuangsuiji.sampling.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.sampling.bundle.BundleWriter;
import org.shuangsuiji.sampling.bundle.Verification;

class VectorsTests {
    static List<String> good() {
        return Vectors.good();
    }

    @Test
    void theIndependentProgramLeftEightBundlesAndFifteenToRefuse() {
        assertThat(Vectors.good()).hasSize(8);
        assertThat(Vectors.refused()).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("good")
    void theResultFollowsByteForByteFromWhatWasCommittedAndWhatTheSourcesSaid(String vector) {
        Draw draw = Vectors.draw(vector);
        assertThat(new String(draw.resultBytes(), StandardCharsets.UTF_8))
                .isEqualTo(new String(Vectors.files(vector).get(BundleFile.RESULT), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("good")
    void everyFileIsWrittenAgainAsItWasRead(String vector) {
        Map<String, byte[]> files = Vectors.files(vector);
        Map<String, byte[]> written = BundleWriter.files(Verification.verify(files));
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(files.keySet());
        files.forEach((name, bytes) -> assertThat(written.get(name)).as(name).isEqualTo(bytes));
    }

    @ParameterizedTest
    @MethodSource("good")
    void anOfficeThatCommitsTheSameListsInAnyOrderPublishesTheSameRule(String vector) {
        CommittedDraw read = Vectors.committedDraw(vector);
        long seed = 42;
        Random random = new Random(seed);
        CommittedDraw made = CommittedDraw.commit(
                draftOf(read.rule()),
                plansOf(read, random),
                shuffled(read.inspectors(), random),
                read.sealed().master());
        assertThat(made.rule()).as("shuffled with seed %d", seed).isEqualTo(read.rule());
        assertThat(BundleWriter.files(made)).allSatisfy((name, bytes) -> assertThat(bytes)
                .as(name)
                .isEqualTo(Vectors.files(vector).get(name)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aResultReadBackIsTheResultThatWasDrawn(String vector) {
        Draw draw = Vectors.draw(vector);
        assertThat(Result.of(draw.resultBytes())).isEqualTo(draw.result());
    }

    static RuleDraft draftOf(Rule rule) {
        return new RuleDraft(
                rule.digest(),
                rule.mode(),
                rule.office(),
                rule.serial(),
                rule.chain(),
                rule.draw(),
                rule.supersession(),
                rule.rehearsal(),
                rule.roster(),
                rule.team(),
                rule.ends(),
                rule.sources());
    }

    private static List<DepartmentPlan> plansOf(CommittedDraw draw, Random random) {
        List<DepartmentPlan> plans = new ArrayList<>();
        for (int n = 0; n < draw.rule().targets().size(); n++) {
            Target target = draw.rule().targets().get(n);
            Frame frame = draw.frames().get(n);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < frame.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            Frame.Builder builder = Frame.builder();
            order.forEach(i -> builder.add(frame.unit(i), frame.stratum(i), frame.region(i)));
            List<Stratum> strata = new ArrayList<>(draw.sealed().strata().get(n));
            Collections.shuffle(strata, random);
            plans.add(new DepartmentPlan(target.department(), target.scopes(), target.cap(), builder.build(), strata));
        }
        Collections.shuffle(plans, random);
        return plans;
    }

    private static Inspectors shuffled(Inspectors inspectors, Random random) {
        List<Inspector> entries = new ArrayList<>(inspectors.list());
        Collections.shuffle(entries, random);
        return Inspectors.of(entries);
    }
}
