package org.shuangsuiji.sampling.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangsuiji.sampling.draw.ADraw.DEPARTMENT;
import static org.shuangsuiji.sampling.draw.ADraw.aDraw;
import static org.shuangsuiji.sampling.draw.ADraw.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.draw.PublishedDraw.DrawnUnit;

class PublicCheckTests {
    private final Draw draw = aDraw().department("A", 9000, 30, 3)
            .department("B", 300, 7, 0)
            .inspectors("A", 5)
            .inspectors("B", 5)
            .drawn();
    private final PublishedDraw published = draw.published();

    static List<String> vectors() {
        return Vectors.good();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void thePublicFindsNothingWrongWithAnHonestDraw(String vector) {
        Draw honest = Vectors.draw(vector);
        assertThat(honest.published().faultsUnder(honest.rule())).isEmpty();
    }

    @Test
    void anHonestDrawOfTwoDepartmentsHolds() {
        assertThat(published.faultsUnder(draw.rule())).isEmpty();
        assertThat(published.drawn()).hasSize(published.visits());
        assertThat(published.drawn().stream()
                        .mapToInt(unit -> unit.proofs().size())
                        .sum())
                .isEqualTo(37);
    }

    @Test
    void nothingPublishedTellsStratumTicketOrOrder() {
        assertThat(published.drawn()).extracting(DrawnUnit::unit).isSorted();
        String text = published.toString();
        for (Visit visit : draw.result().visits()) {
            assertThat(text).doesNotContain(visit.ticket().hex());
        }
        assertThat(text)
                .doesNotContain("S1")
                .doesNotContain(draw.committed().sealed().master().value().hex());
    }

    @Test
    void aDrawnUnitLeftOutIsNoticed() {
        assertThat(faults(drawn -> drawn.subList(1, drawn.size())))
                .anyMatch(fault ->
                        fault.startsWith("published draw: visits: %d were announced".formatted(published.visits())))
                .anyMatch(fault -> fault.contains("visitRoot"))
                .anyMatch(fault -> fault.contains("announced a take of"));
    }

    @Test
    void aUnitPutInForAnotherIsNoticed() {
        FrameAnswer.Present other = (FrameAnswer.Present) draw.committed().answer(undrawn(), "A");
        assertThat(faults(drawn -> {
                    DrawnUnit last = drawn.get(drawn.size() - 1);
                    DrawnUnit swapped = new DrawnUnit(
                            new VisitLeaf(other.proof().unit(), last.visit().inner()), List.of(other.proof()));
                    List<DrawnUnit> changed = new ArrayList<>(drawn.subList(0, drawn.size() - 1));
                    changed.add(swapped);
                    changed.sort((left, right) -> left.unit().compareTo(right.unit()));
                    return changed;
                }))
                .anyMatch(fault -> fault.contains("visitRoot"));
    }

    @Test
    void aUnitThatWasNotInTheFrameCannotBeShownToHaveBeen() {
        assertThat(faults(drawn -> {
                    DrawnUnit first = drawn.get(0);
                    MembershipProof proof = first.proofs().get(0);
                    MembershipProof forged = new MembershipProof(
                            proof.unit(), proof.department(), proof.index(), Hash.ZEROS, proof.path());
                    List<DrawnUnit> changed = new ArrayList<>(drawn);
                    changed.set(0, new DrawnUnit(first.visit(), List.of(forged)));
                    return changed;
                }))
                .anyMatch(fault -> fault.contains("its path does not lead to the frame of"))
                .anyMatch(fault -> fault.contains("no path shows that it stood in a committed frame"));
    }

    @Test
    void unitsOutOfOrderAreNoticed() {
        assertThat(faults(drawn -> {
                    List<DrawnUnit> changed = new ArrayList<>(drawn);
                    Collections.swap(changed, 0, 1);
                    return changed;
                }))
                .anyMatch(fault -> fault.contains("the unit is repeated or out of order"));
    }

    @Test
    void aSeedThatDoesNotFollowFromTheSourcesIsNoticed() {
        PublishedDraw changed = new PublishedDraw(
                SourceValues.of(SourceValue.spoken("4 3"), SourceValue.spoken("0a1b2c3d")),
                published.seed(),
                published.visits(),
                published.visitRoot(),
                published.resultDigest(),
                published.drawn());
        assertThat(changed.faultsUnder(draw.rule()))
                .singleElement()
                .asString()
                .startsWith("published draw: seed: rule and sources give");
    }

    @Test
    void anEnterpriseLearnsThatItWasInTheFrame() {
        for (int i : new int[] {0, 1, 4095, 4096, 8191, 8192, 8999}) {
            FrameAnswer answer = draw.committed().answer(unit(i), "A");
            assertThat(answer).isInstanceOf(FrameAnswer.Present.class);
            assertThat(answer.holdsFor(unit(i), "A", draw.rule())).isTrue();
            assertThat(answer.holdsFor(unit(i + 1), "A", draw.rule())).isFalse();
            assertThat(answer.holdsFor(unit(i), "B", draw.rule())).isFalse();
        }
    }

    @Test
    void anEnterpriseLearnsThatItWasNotInTheFrame() {
        for (String absent : List.of("000000000000000000", unit(17).replace("MA", "MZ"), "Z".repeat(18), unit(9000))) {
            FrameAnswer answer = draw.committed().answer(absent, "A");
            assertThat(answer).as(absent).isInstanceOf(FrameAnswer.Absent.class);
            assertThat(answer.holdsFor(absent, "A", draw.rule())).as(absent).isTrue();
        }
    }

    @Test
    void neighboursThatAreNoneDoNotShowThatAUnitWasAbsent() {
        FrameAnswer.Present before = (FrameAnswer.Present) draw.committed().answer(unit(10), "A");
        FrameAnswer.Present after = (FrameAnswer.Present) draw.committed().answer(unit(12), "A");
        FrameAnswer.Present last = (FrameAnswer.Present) draw.committed().answer(unit(8999), "A");
        assertThat(new FrameAnswer.Absent(before.proof(), after.proof()).holdsFor(unit(11), "A", draw.rule()))
                .isFalse();
        assertThat(new FrameAnswer.Absent(before.proof(), null).holdsFor(unit(11), "A", draw.rule()))
                .isFalse();
        assertThat(new FrameAnswer.Absent(null, after.proof()).holdsFor(unit(11), "A", draw.rule()))
                .isFalse();
        assertThat(new FrameAnswer.Absent(null, null).holdsFor(unit(11), "A", draw.rule()))
                .isFalse();
        assertThat(new FrameAnswer.Absent(last.proof(), null).holdsFor(unit(11), "A", draw.rule()))
                .isFalse();
        assertThat(new FrameAnswer.Absent(last.proof(), null).holdsFor(unit(9000), "A", draw.rule()))
                .isTrue();
    }

    @Test
    void leavesDependOnMasterAndDepartment() {
        CommittedDraw one = aDraw().digest(Digest.SM3)
                .department(DEPARTMENT, 5, 1, 0)
                .inspectors(DEPARTMENT, 1)
                .committed();
        CommittedDraw other = aDraw().digest(Digest.SM3)
                .master(2)
                .department(DEPARTMENT, 5, 1, 0)
                .inspectors(DEPARTMENT, 1)
                .committed();
        assertThat(one.rule().targets().get(0).root())
                .isNotEqualTo(other.rule().targets().get(0).root());
        assertThat(one.proofs(DEPARTMENT, List.of(unit(0))).get(0).inner())
                .isNotEqualTo(other.proofs(DEPARTMENT, List.of(unit(0))).get(0).inner());
    }

    private String undrawn() {
        for (int i = 8000; ; i++) {
            String unit = unit(i);
            if (draw.result().visit(unit).isEmpty()) {
                return unit;
            }
        }
    }

    private List<String> faults(UnaryOperator<List<DrawnUnit>> change) {
        PublishedDraw changed = new PublishedDraw(
                published.values(),
                published.seed(),
                published.visits(),
                published.visitRoot(),
                published.resultDigest(),
                change.apply(published.drawn()));
        return changed.faultsUnder(draw.rule()).stream().map(Fault::toString).toList();
    }
}
