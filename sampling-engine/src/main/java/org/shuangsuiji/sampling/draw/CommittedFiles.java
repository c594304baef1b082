package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Hash;

/** Reads the files that were committed and holds them against each other. */
final class CommittedFiles {
    private final Faults faults;
    private final Optional<Rule> rule;
    private final Optional<Sealed> sealed;
    private final List<Frame> frames;

    private CommittedFiles(Map<String, byte[]> files, Faults faults) {
        this.faults = faults;
        this.rule = bytes(files, BundleFile.RULE, faults).flatMap(bytes -> Rule.read(bytes, faults));
        this.sealed = bytes(files, BundleFile.SEALED, faults).flatMap(bytes -> Sealed.read(bytes, faults));
        this.frames = frames(files, rule, faults);
    }

    static Optional<CommittedDraw> read(Map<String, byte[]> files, Faults faults) {
        CommittedFiles read = new CommittedFiles(files, faults);
        Optional<Inspectors> inspectors =
                bytes(files, BundleFile.INSPECTORS, faults).flatMap(bytes -> Inspectors.read(bytes, faults));
        return read.inForm() && inspectors.isPresent()
                ? CommittedDraw.ofAgreeing(
                        read.rule.orElseThrow(), read.sealed.orElseThrow(), read.frames, inspectors.get(), faults)
                : Optional.empty();
    }

    /** The same without the inspectors. */
    static Optional<CommittedTargets> readTargets(Map<String, byte[]> files, Faults faults) {
        CommittedFiles read = new CommittedFiles(files, faults);
        return read.inForm()
                ? CommittedTargets.ofAgreeing(read.rule.orElseThrow(), read.sealed.orElseThrow(), read.frames, faults)
                : Optional.empty();
    }

    /** Whether every file read so far is in form, and the sealed part is the one the rule names. */
    private boolean inForm() {
        if (rule.isPresent() && sealed.isPresent()) {
            checkSealed(rule.get(), sealed.get(), faults);
        }
        return faults.none() && rule.isPresent() && sealed.isPresent();
    }

    /** Every frame the rule names; without a rule, every frame that lies there. */
    private static List<Frame> frames(Map<String, byte[]> files, Optional<Rule> rule, Faults faults) {
        List<Frame> frames = new ArrayList<>();
        int count = rule.map(known -> known.targets().size()).orElse(0);
        for (int n = 1; n <= count || (rule.isEmpty() && files.containsKey(BundleFile.frame(n))); n++) {
            String name = BundleFile.frame(n);
            bytes(files, name, faults)
                    .flatMap(bytes -> FrameFile.read(bytes, faults.in(name)))
                    .ifPresent(frames::add);
        }
        return frames;
    }

    private static void checkSealed(Rule rule, Sealed sealed, Faults faults) {
        Faults.InFile in = faults.in(BundleFile.SEALED);
        Hash found = rule.digest().of(sealed.bytes());
        if (!found.equals(rule.sealed())) {
            in.add("", "its digest is %s, %s committed %s".formatted(found, BundleFile.RULE, rule.sealed()));
        }
        if (sealed.strata().size() != rule.targets().size()) {
            in.add(
                    "strata",
                    "expected one list for each of %d departments, found %d"
                            .formatted(rule.targets().size(), sealed.strata().size()));
            return;
        }
        for (int n = 0; n < sealed.strata().size(); n++) {
            Target target = rule.targets().get(n);
            List<Stratum> table = sealed.strata().get(n);
            String where = "strata[%d]".formatted(n);
            long size = table.stream().mapToLong(Stratum::size).sum();
            if (size != target.size()) {
                in.add(where, "the sizes add up to %d, %s says %d".formatted(size, BundleFile.RULE, target.size()));
            }
            long take = DepartmentPlan.takeOf(table);
            if (take != target.take()) {
                in.add(where, "the takes add up to %d, %s says %d".formatted(take, BundleFile.RULE, target.take()));
            }
        }
    }

    private static Optional<byte[]> bytes(Map<String, byte[]> files, String name, Faults faults) {
        byte @Nullable [] bytes = files.get(name);
        if (bytes == null) {
            faults.in(name).add("", "the file is missing");
        }
        return Optional.ofNullable(bytes);
    }
}
