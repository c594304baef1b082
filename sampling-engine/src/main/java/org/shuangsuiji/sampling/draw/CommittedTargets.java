package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuangsuiji.sampling.digest.Hash;

/**
 * What of a committed draw decides its targets (DR-1 §6): rule, sealed part and frames, which agree. Who inspects is no
 * part of it, so that an open draw can be recomputed by people who never see the inspectors.
 */
public final class CommittedTargets {
    private final Rule rule;
    private final Sealed sealed;
    private final List<CommittedFrame> frames;

    CommittedTargets(Rule rule, Sealed sealed, List<CommittedFrame> frames) {
        this.rule = rule;
        this.sealed = sealed;
        this.frames = List.copyOf(frames);
    }

    /** The lists of these files, by name; what is wrong goes to {@code faults}, and then there are none. */
    public static Optional<CommittedTargets> read(Map<String, byte[]> files, Faults faults) {
        return CommittedFiles.readTargets(files, faults);
    }

    /** Puts together parts that were read, if they agree; what does not goes to {@code faults}. */
    static Optional<CommittedTargets> ofAgreeing(Rule rule, Sealed sealed, List<Frame> frames, Faults faults) {
        List<CommittedFrame> committed = new ArrayList<>();
        for (int n = 0; n < frames.size(); n++) {
            Target target = rule.targets().get(n);
            Frame frame = frames.get(n);
            List<Stratum> strata = sealed.strata().get(n);
            Faults.InFile in = faults.in(BundleFile.frame(n + 1));
            DepartmentPlan.disagreements(frame, strata).forEach(fault -> in.add("", fault));
            if (frame.size() != target.size()) {
                in.add("", "holds %d units, %s says %d".formatted(frame.size(), BundleFile.RULE, target.size()));
            } else if (in.count() == 0) {
                CommittedFrame made =
                        new CommittedFrame(rule.digest(), sealed.master(), target.department(), frame, strata);
                checkRoot(in, target.root(), made.root());
                committed.add(made);
            }
        }
        return faults.none() ? Optional.of(new CommittedTargets(rule, sealed, committed)) : Optional.empty();
    }

    static void checkRoot(Faults.InFile in, Hash committed, Hash found) {
        if (!committed.equals(found)) {
            in.add("", "its root is %s, %s committed %s".formatted(found, BundleFile.RULE, committed));
        }
    }

    public Rule rule() {
        return rule;
    }

    Sealed sealed() {
        return sealed;
    }

    List<CommittedFrame> frames() {
        return frames;
    }

    CommittedFrame frame(String department) {
        return frames.get(rule.targetIndex(department));
    }

    /** Draws the targets: what follows from these values of the sources, and nothing else. */
    public OpenTargets draw(SourceValues values) {
        Seed seed = Seed.of(rule, values);
        Targeting targeting = new Targeting(this, seed);
        return new OpenTargets(
                rule.draw(),
                rule.commitment(),
                seed,
                targeting.visitRoot(),
                targeting.visits().stream().map(Targeting.Drawn::target).toList(),
                targeting.reserves());
    }
}
