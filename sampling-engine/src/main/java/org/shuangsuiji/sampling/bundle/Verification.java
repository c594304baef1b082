package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.NotCanonical;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.SourceValues;

/** Verifies a full bundle: every file in form, all agreeing, and the result the one that follows (DR-1 §9). */
public final class Verification {
    private final Map<String, byte[]> files;
    private final Faults faults = new Faults();

    private Verification(Map<String, byte[]> files) {
        this.files = files;
    }

    /** The draw of a bundle in a folder or zip; a bundle with faults is refused with all of them. */
    public static Draw verify(Path path) throws IOException, BundleRefused {
        return verify(BundleFiles.read(path, Limits.STANDARD));
    }

    /** The draw of a bundle's files by name; a bundle with faults is refused with all of them. */
    public static Draw verify(Map<String, byte[]> files) throws BundleRefused {
        return new Verification(files).draw();
    }

    private Draw draw() {
        Optional<CommittedDraw> committed = CommittedDraw.read(files, faults);
        Optional<Rule> rule = committed.map(CommittedDraw::rule).or(this::ruleAlone);
        rule.ifPresent(known -> BundleFiles.refuseSurplus(files, known.targets().size(), faults));
        Optional<SourceValues> values = values(rule);
        Optional<JsonValue> claimed = claimedResult();
        if (faults.none() && committed.isPresent() && values.isPresent() && claimed.isPresent()) {
            Draw draw = committed.get().draw(values.get());
            ResultComparison.compare(draw, claimed.get(), faults.in(BundleFile.RESULT));
            faults.refuseIfAny();
            return draw;
        }
        throw new BundleRefused(faults.list());
    }

    /** The rule, when something else kept the committed files from being read; its own faults are told already. */
    private Optional<Rule> ruleAlone() {
        return bytes(BundleFile.RULE).flatMap(bytes -> Rule.read(bytes, new Faults()));
    }

    private Optional<SourceValues> values(Optional<Rule> rule) {
        Optional<SourceValues> values = required(BundleFile.SOURCES).flatMap(bytes -> SourceValues.read(bytes, faults));
        if (rule.isPresent() && values.isPresent()) {
            faults.addAll(values.get().faultsUnder(rule.get()));
        }
        return values;
    }

    private Optional<JsonValue> claimedResult() {
        return required(BundleFile.RESULT).flatMap(bytes -> {
            try {
                return Optional.of(JsonValue.read(bytes));
            } catch (NotCanonical e) {
                faults.in(BundleFile.RESULT).add(e.where(), "not canonical JSON: " + e.reason());
                return Optional.empty();
            }
        });
    }

    private Optional<byte[]> required(String name) {
        Optional<byte[]> bytes = bytes(name);
        if (bytes.isEmpty()) {
            faults.in(name).add("", "the file is missing");
        }
        return bytes;
    }

    private Optional<byte[]> bytes(String name) {
        byte @Nullable [] bytes = files.get(name);
        return Optional.ofNullable(bytes);
    }
}
