package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.SourceValues;

/** Verifies a full bundle: every file in form, all agreeing, and the result the one that follows (DR-1 §9). */
public final class Verification {
    private Verification() {}

    /** The draw of a bundle in a folder or zip; a bundle with faults is refused with all of them. */
    public static Draw verify(Path path) throws IOException, BundleRefused {
        return verify(BundleFiles.read(path, BundleContents.FULL, Limits.STANDARD));
    }

    /** The draw of a bundle's files by name; a bundle with faults is refused with all of them. */
    public static Draw verify(Map<String, byte[]> files) throws BundleRefused {
        Faults faults = new Faults();
        BundleReading reading = new BundleReading(files, faults);
        Optional<CommittedDraw> committed = CommittedDraw.read(files, faults);
        Optional<Rule> rule = committed.map(CommittedDraw::rule).or(reading::ruleAlone);
        rule.ifPresent(known ->
                BundleContents.FULL.refuseSurplus(files, known.targets().size(), faults));
        Optional<SourceValues> values = reading.values(rule);
        Optional<JsonValue> claimed = reading.claimed(BundleFile.RESULT);
        if (faults.none() && committed.isPresent() && values.isPresent() && claimed.isPresent()) {
            Draw draw = committed.get().draw(values.get());
            ResultComparison.compare(draw.resultBytes(), claimed.get(), faults.in(BundleFile.RESULT));
            faults.refuseIfAny();
            return draw;
        }
        throw new BundleRefused(faults.list());
    }
}
