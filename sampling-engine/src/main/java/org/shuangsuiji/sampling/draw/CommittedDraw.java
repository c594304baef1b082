package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuangsuiji.sampling.canonical.Utf8;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;

/** A draw whose lists are fixed and whose chance has not spoken yet; rule, sealed part and lists agree (DR-1 §4). */
public final class CommittedDraw {
    private final Rule rule;
    private final Sealed sealed;
    private final List<CommittedFrame> frames;
    private final Inspectors inspectors;

    private CommittedDraw(Rule rule, Sealed sealed, List<CommittedFrame> frames, Inspectors inspectors) {
        this.rule = rule;
        this.sealed = sealed;
        this.frames = List.copyOf(frames);
        this.inspectors = inspectors;
    }

    /** Fixes a draft and its lists; the master comes from the caller's secure generator, fresh for each draw. */
    public static CommittedDraw commit(
            RuleDraft draft, Collection<DepartmentPlan> departments, Inspectors inspectors, Master master) {
        List<DepartmentPlan> plans = departments.stream()
                .sorted(Comparator.comparing(DepartmentPlan::department, Utf8.ORDER))
                .toList();
        Digest digest = draft.digest();
        Sealed sealed =
                new Sealed(master, plans.stream().map(DepartmentPlan::strata).toList());
        List<CommittedFrame> frames = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (DepartmentPlan plan : plans) {
            CommittedFrame frame = new CommittedFrame(digest, master, plan.department(), plan.frame(), plan.strata());
            frames.add(frame);
            targets.add(new Target(
                    plan.department(), plan.frame().size(), plan.take(), frame.root(), plan.scopes(), plan.cap()));
        }
        Rule rule = new Rule(
                digest,
                draft.mode(),
                draft.office(),
                draft.serial(),
                draft.chain(),
                draft.draw(),
                draft.supersession(),
                draft.rehearsal(),
                draft.roster(),
                draft.team(),
                draft.ends(),
                targets,
                inspectors.list().size(),
                InspectorsTree.root(digest, master, inspectors),
                digest.of(sealed.bytes()),
                draft.sources());
        Faults faults = new Faults();
        checkDepartments(rule, inspectors, faults);
        faults.refuseIfAny();
        return new CommittedDraw(rule, sealed, frames, inspectors);
    }

    /** Opens the committed files of a bundle, by name; refuses them with every fault found. */
    public static CommittedDraw open(Map<String, byte[]> files) {
        Faults faults = new Faults();
        Optional<CommittedDraw> draw = read(files, faults);
        faults.refuseIfAny();
        return draw.orElseThrow();
    }

    /** Like {@link #open}, but what is wrong goes to {@code faults}, and then there is no draw. */
    public static Optional<CommittedDraw> read(Map<String, byte[]> files, Faults faults) {
        return CommittedFiles.read(files, faults);
    }

    /** Puts together parts that were read, if they agree; what does not goes to {@code faults}. */
    static Optional<CommittedDraw> ofAgreeing(
            Rule rule, Sealed sealed, List<Frame> frames, Inspectors inspectors, Faults faults) {
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
        Faults.InFile in = faults.in(BundleFile.INSPECTORS);
        checkDepartments(rule, inspectors, faults);
        if (inspectors.list().size() != rule.inspectorsSize()) {
            in.add(
                    "",
                    "holds %d entries, %s says %d"
                            .formatted(inspectors.list().size(), BundleFile.RULE, rule.inspectorsSize()));
        } else {
            checkRoot(in, rule.inspectorsRoot(), InspectorsTree.root(rule.digest(), sealed.master(), inspectors));
        }
        return faults.none() ? Optional.of(new CommittedDraw(rule, sealed, committed, inspectors)) : Optional.empty();
    }

    private static void checkRoot(Faults.InFile in, Hash committed, Hash found) {
        if (!committed.equals(found)) {
            in.add("", "its root is %s, %s committed %s".formatted(found, BundleFile.RULE, committed));
        }
    }

    private static void checkDepartments(Rule rule, Inspectors inspectors, Faults faults) {
        Set<String> departments = new HashSet<>();
        rule.targets().forEach(target -> departments.add(target.department()));
        Faults.InFile in = faults.in(BundleFile.INSPECTORS);
        for (Inspector entry : inspectors.list()) {
            if (!departments.contains(entry.department())) {
                in.add(
                        "inspector '%s'".formatted(entry.inspector()),
                        "department '%s' is none of the rule's".formatted(entry.department()));
            }
        }
    }

    public Rule rule() {
        return rule;
    }

    public Commitment commitment() {
        return rule.commitment();
    }

    /** Secret: see DR-1 §10 for who may read it. */
    public Sealed sealed() {
        return sealed;
    }

    public Inspectors inspectors() {
        return inspectors;
    }

    /** The frames, in the order of the rule's targets. */
    public List<Frame> frames() {
        return frames.stream().map(CommittedFrame::frame).toList();
    }

    /** The frame of a department. */
    public Frame frame(String department) {
        return committedFrame(department).frame();
    }

    /** Draws: what follows from these values of the sources, and nothing else. */
    public Draw draw(SourceValues values) {
        return Draw.of(this, values);
    }

    /** The answer to one enterprise: present with its path, or absent with its neighbours'. */
    public FrameAnswer answer(String unit, String department) {
        CommittedFrame frame = committedFrame(department);
        int place = frame.frame().placeOf(unit);
        if (place >= 0) {
            return new FrameAnswer.Present(frame.proofs(new int[] {place}).get(0));
        }
        int after = -place - 1;
        return new FrameAnswer.Absent(
                after == 0 ? null : frame.proofs(new int[] {after - 1}).get(0),
                after == frame.frame().size()
                        ? null
                        : frame.proofs(new int[] {after}).get(0));
    }

    /** The proofs of many units of a department's frame, in the order asked; sorted by unit they cost least. */
    public List<MembershipProof> proofs(String department, List<String> units) {
        CommittedFrame frame = committedFrame(department);
        return frame.proofs(units.stream().mapToInt(unit -> index(frame, unit)).toArray());
    }

    CommittedFrame committedFrame(String department) {
        return frames.get(rule.targetIndex(department));
    }

    List<CommittedFrame> committedFrames() {
        return frames;
    }

    static int index(CommittedFrame frame, String unit) {
        return frame.frame()
                .indexOf(unit)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unit '%s' is not in the frame of '%s'".formatted(unit, frame.department())));
    }
}
