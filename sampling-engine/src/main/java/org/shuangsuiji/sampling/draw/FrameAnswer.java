package org.shuangsuiji.sampling.draw;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.Utf8;

/** What one enterprise is always told: whether it stood in a department's frame, with the proof (DR-1 §10). */
public sealed interface FrameAnswer {
    /** Whether the answer is proven for this unit and department under this rule. */
    boolean holdsFor(String unit, String department, Rule rule);

    boolean present();

    /** What shows it: its own place, or those of its neighbours. */
    List<MembershipProof> proofs();

    /** It stood in the frame. */
    record Present(MembershipProof proof) implements FrameAnswer {
        @Override
        public boolean holdsFor(String unit, String department, Rule rule) {
            return proof.unit().equals(unit) && isProven(proof, department, rule);
        }

        @Override
        public boolean present() {
            return true;
        }

        @Override
        public List<MembershipProof> proofs() {
            return List.of(proof);
        }
    }

    /**
     * It did not: the two neighbours between which it would stand follow each other. At an end of the frame there is
     * one neighbour only.
     */
    record Absent(
            @Nullable MembershipProof before, @Nullable MembershipProof after) implements FrameAnswer {
        @Override
        public boolean holdsFor(String unit, String department, Rule rule) {
            long size = rule.target(department).size();
            long left = Optional.ofNullable(before).map(MembershipProof::index).orElse(-1L);
            long right = Optional.ofNullable(after).map(MembershipProof::index).orElse(size);
            return right == left + 1
                    && (before == null
                            || (isProven(before, department, rule) && Utf8.ORDER.compare(before.unit(), unit) < 0))
                    && (after == null
                            || (isProven(after, department, rule) && Utf8.ORDER.compare(unit, after.unit()) < 0));
        }

        @Override
        public boolean present() {
            return false;
        }

        @Override
        public List<MembershipProof> proofs() {
            return Stream.of(before, after).flatMap(Stream::ofNullable).toList();
        }
    }

    private static boolean isProven(MembershipProof proof, String department, Rule rule) {
        return proof.department().equals(department) && proof.holdsUnder(rule);
    }
}
