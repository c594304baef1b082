package org.shuangsuiji.sampling.bundle;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.NotCanonical;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.SourceValues;

/** The files of a bundle one by one; what is wrong with them goes to the faults. */
final class BundleReading {
    private final Map<String, byte[]> files;
    private final Faults faults;

    BundleReading(Map<String, byte[]> files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    /** The rule, when something else kept the committed files from being read; its own faults are told already. */
    Optional<Rule> ruleAlone() {
        return bytes(BundleFile.RULE).flatMap(bytes -> Rule.read(bytes, new Faults()));
    }

    /** What the sources said, held against the rule if there is one. */
    Optional<SourceValues> values(Optional<Rule> rule) {
        Optional<SourceValues> values = required(BundleFile.SOURCES).flatMap(bytes -> SourceValues.read(bytes, faults));
        if (rule.isPresent() && values.isPresent()) {
            faults.addAll(values.get().faultsUnder(rule.get()));
        }
        return values;
    }

    /** What a file claims, if it is canonical. */
    Optional<JsonValue> claimed(String name) {
        return required(name).flatMap(bytes -> {
            try {
                return Optional.of(JsonValue.read(bytes));
            } catch (NotCanonical e) {
                faults.in(name).add(e.where(), "not canonical JSON: " + e.reason());
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
