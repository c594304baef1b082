package org.shuangsuiji.sampling.draw;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.Utf8;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;

/** The public rule of one draw, rule.json, whose digest is the commitment (DR-1 §3). */
public record Rule(
        Digest digest,
        Mode mode,
        String office,
        long serial,
        Commitment chain,
        String draw,
        @Nullable Supersession supersession,
        boolean rehearsal,
        Roster roster,
        int team,
        LocalDate ends,
        List<Target> targets,
        long inspectorsSize,
        Hash inspectorsRoot,
        Hash sealed,
        List<Source> sources) {

    public Rule {
        targets = List.copyOf(targets);
        sources = List.copyOf(sources);
        Faults faults = new Faults();
        Faults.InFile in = faults.in(BundleFile.RULE);
        RuleDraft.checkTerms(in, office, serial, chain, draw, roster, team, ends, sources);
        checkTargets(in, targets);
        if (inspectorsSize < 1) {
            in.add("inspectors", "the list of inspectors is empty");
        }
        faults.refuseIfAny();
    }

    /** The rule of these bytes; what is wrong goes to {@code faults}, and then there is no rule. */
    public static Optional<Rule> read(byte[] bytes, Faults faults) {
        return RuleFile.read(bytes, faults);
    }

    /** The bytes of rule.json. */
    public byte[] bytes() {
        return RuleFile.bytes(this);
    }

    public Commitment commitment() {
        return Commitment.of(this);
    }

    /** The entry of a department. */
    public Target target(String department) {
        return targets.get(targetIndex(department));
    }

    /** The place of a department's entry among the targets, from 0. */
    public int targetIndex(String department) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).department().equals(department)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Draw '%s' has no department '%s'".formatted(draw, department));
    }

    private static void checkTargets(Faults.InFile in, List<Target> targets) {
        if (targets.isEmpty()) {
            in.add("targets", "there is no department");
        }
        for (int i = 1; i < targets.size(); i++) {
            String department = targets.get(i).department();
            if (Utf8.ORDER.compare(targets.get(i - 1).department(), department) >= 0) {
                in.add("targets[%d]".formatted(i), "department '%s' is repeated or out of order".formatted(department));
            }
        }
    }
}
