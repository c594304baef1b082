package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedTargets;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.Mode;
import org.shuangsuiji.sampling.draw.OpenTargets;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.SourceValues;

/**
 * Verifies what an open draw gives to everybody (DR-1 §10): every file in form, all agreeing, and the targets the ones
 * that follow. Who was sent to a visit is no part of it; that takes the full bundle.
 */
public final class TargetsVerification {
    private TargetsVerification() {}

    /** A rule and the targets that follow from it. */
    public record Agreed(Rule rule, OpenTargets targets) {}

    /** The targets of a draw in a folder or zip; one with faults is refused with all of them. */
    public static Agreed verify(Path path) throws IOException, BundleRefused {
        return verify(BundleFiles.read(path, BundleContents.OPEN, Limits.STANDARD));
    }

    /** The targets of files by name; one with faults is refused with all of them. */
    public static Agreed verify(Map<String, byte[]> files) throws BundleRefused {
        Faults faults = new Faults();
        BundleReading reading = new BundleReading(files, faults);
        Optional<CommittedTargets> committed = CommittedTargets.read(files, faults);
        Optional<Rule> rule = committed.map(CommittedTargets::rule).or(reading::ruleAlone);
        rule.ifPresent(known -> {
            BundleContents.OPEN.refuseSurplus(files, known.targets().size(), faults);
            if (known.mode() == Mode.SEALED) {
                faults.in(BundleFile.RULE).add("mode", "expected open: the targets of a sealed draw are never public");
            }
        });
        Optional<SourceValues> values = reading.values(rule);
        Optional<JsonValue> claimed = reading.claimed(BundleFile.TARGETS);
        if (faults.none() && committed.isPresent() && values.isPresent() && claimed.isPresent()) {
            OpenTargets targets = committed.get().draw(values.get());
            ResultComparison.compare(targets.bytes(), claimed.get(), faults.in(BundleFile.TARGETS));
            faults.refuseIfAny();
            return new Agreed(committed.get().rule(), targets);
        }
        throw new BundleRefused(faults.list());
    }
}
