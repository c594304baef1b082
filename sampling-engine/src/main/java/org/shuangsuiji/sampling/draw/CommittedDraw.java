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

/** A draw whose lists are fixed and whose chance has not spoken yet; rule, sealed part and lists agree (DR-1 §4). */
public final class CommittedDraw {
    private final CommittedTargets lists;
    private final Inspectors inspectors;

    private CommittedDraw(CommittedTargets lists, Inspectors inspectors) {
        this.lists = lists;
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
        return new CommittedDraw(new CommittedTargets(rule, sealed, frames), inspectors);
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
        Optional<CommittedTargets> lists = CommittedTargets.ofAgreeing(rule, sealed, frames, faults);
        Faults.InFile in = faults.in(BundleFile.INSPECTORS);
        checkDepartments(rule, inspectors, faults);
        if (inspectors.list().size() != rule.inspectorsSize()) {
            in.add(
                    "",
                    "holds %d entries, %s says %d"
                            .formatted(inspectors.list().size(), BundleFile.RULE, rule.inspectorsSize()));
        } else {
            CommittedTargets.checkRoot(
                    in, rule.inspectorsRoot(), InspectorsTree.root(rule.digest(), sealed.master(), inspectors));
        }
        return faults.none() ? lists.map(agreeing -> new CommittedDraw(agreeing, inspectors)) : Optional.empty();
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
        return lists.rule();
    }

    public Commitment commitment() {
        return rule().commitment();
    }

    /** Secret: see DR-1 §10 for who may read it. */
    public Sealed sealed() {
        return lists.sealed();
    }

    public Inspectors inspectors() {
        return inspectors;
    }

    /** The frames, in the order of the rule's targets. */
    public List<Frame> frames() {
        return lists.frames().stream().map(CommittedFrame::frame).toList();
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
        return lists.frame(department);
    }

    CommittedTargets lists() {
        return lists;
    }

    static int index(CommittedFrame frame, String unit) {
        return frame.frame()
                .indexOf(unit)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unit '%s' is not in the frame of '%s'".formatted(unit, frame.department())));
    }
}
