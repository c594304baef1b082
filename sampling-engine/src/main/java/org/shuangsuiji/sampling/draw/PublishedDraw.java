package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.Utf8;
import org.shuangsuiji.sampling.digest.Hash;

/**
 * What the public sees of a draw and can check, though strata, tickets and order stay sealed (DR-1 §10). The first
 * four are published at the draw; the drawn units, sorted by unit, after the visits.
 */
public record PublishedDraw(
        SourceValues values,
        Seed seed,
        int visits,
        @Nullable Hash visitRoot,
        Hash resultDigest,
        List<DrawnUnit> drawn) {

    /** What a fault of published facts is filed under, there being no file. */
    public static final String PLACE = "published draw";

    /** A drawn unit: its visit leaf, and its place in the frame of each department that drew it. */
    public record DrawnUnit(VisitLeaf visit, List<MembershipProof> proofs) {
        public DrawnUnit {
            proofs = List.copyOf(proofs);
        }

        public String unit() {
            return visit.unit();
        }
    }

    public PublishedDraw {
        drawn = List.copyOf(drawn);
    }

    static PublishedDraw of(Draw draw) {
        CommittedDraw committed = draw.committed();
        List<Visit> visits = draw.result().visits().stream()
                .sorted(Comparator.comparing(Visit::unit))
                .toList();
        Map<String, List<MembershipProof>> proofs = new HashMap<>();
        for (Target target : draw.rule().targets()) {
            List<String> units = visits.stream()
                    .filter(visit -> visit.team(target.department()).isPresent())
                    .map(Visit::unit)
                    .toList();
            committed.proofs(target.department(), units).forEach(proof -> proofs.computeIfAbsent(
                            proof.unit(), unit -> new ArrayList<>())
                    .add(proof));
        }
        List<DrawnUnit> drawn = new ArrayList<>();
        for (Visit visit : visits) {
            CommittedFrame frame = committed.committedFrame(visit.picks().get(0).department());
            byte[] salt = frame.salt(CommittedDraw.index(frame, visit.unit()));
            drawn.add(new DrawnUnit(
                    VisitLeaf.of(draw.rule().digest(), visit.unit(), salt),
                    proofs.getOrDefault(visit.unit(), List.of())));
        }
        return new PublishedDraw(
                draw.values(), draw.seed(), visits.size(), draw.result().visitRoot(), draw.resultDigest(), drawn);
    }

    /**
     * Everything in which this is not what the rule allows: the seed follows from rule and sources; no drawn unit is
     * missing or added since the draw; each stood in the committed frame; each department drew as many as it said.
     */
    public List<Fault> faultsUnder(Rule rule) {
        Faults faults = new Faults();
        Faults.InFile in = faults.in(PLACE);
        faults.addAll(values.faultsUnder(rule));
        if (faults.none() && !Seed.of(rule, values).equals(seed)) {
            in.add(
                    "seed",
                    "rule and sources give %s, published is %s"
                            .formatted(Seed.of(rule, values).hex(), seed.hex()));
        }
        if (drawn.size() != visits) {
            in.add("visits", "%d were announced, %d units are listed".formatted(visits, drawn.size()));
        }
        checkOrder(in);
        @Nullable
        Hash root = VisitLeaf.root(
                rule.digest(), drawn.stream().map(DrawnUnit::visit).toList());
        if (!Objects.equals(root, visitRoot)) {
            in.add(
                    "visitRoot",
                    "the listed units give %s, published is %s"
                            .formatted(root == null ? "nothing" : root, visitRoot == null ? "nothing" : visitRoot));
        }
        checkProofs(rule, in);
        return faults.list();
    }

    private void checkOrder(Faults.InFile in) {
        for (int i = 1; i < drawn.size(); i++) {
            if (Utf8.ORDER.compare(drawn.get(i - 1).unit(), drawn.get(i).unit()) >= 0) {
                in.add(drawn.get(i).unit(), "the unit is repeated or out of order");
            }
        }
    }

    private void checkProofs(Rule rule, Faults.InFile in) {
        Map<String, Integer> drawnBy = new HashMap<>();
        for (DrawnUnit unit : drawn) {
            Set<String> departments = new HashSet<>();
            for (MembershipProof proof : unit.proofs()) {
                if (!proof.unit().equals(unit.unit()) || !proof.holdsUnder(rule)) {
                    in.add(unit.unit(), "its path does not lead to the frame of '%s'".formatted(proof.department()));
                } else if (departments.add(proof.department())) {
                    drawnBy.merge(proof.department(), 1, Integer::sum);
                }
            }
            if (departments.isEmpty()) {
                in.add(unit.unit(), "no path shows that it stood in a committed frame");
            }
        }
        for (Target target : rule.targets()) {
            int count = drawnBy.getOrDefault(target.department(), 0);
            if (count != target.take()) {
                in.add(
                        "department '%s'".formatted(target.department()),
                        "announced a take of %d, %d units are shown".formatted(target.take(), count));
            }
        }
    }
}
