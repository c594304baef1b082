package org.shuangsuiji.sampling.bundle;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.Fault;
import org.shuangsuiji.sampling.draw.Faults;

/** Which files a bundle holds. */
enum BundleContents {
    /** The full bundle of DR-1 §3, for supervisors. */
    FULL {
        @Override
        List<String> names(int targets) {
            return BundleFile.all(targets);
        }
    },
    /** What an open draw gives to everybody (DR-1 §10): nothing of inspectors. */
    OPEN {
        @Override
        List<String> names(int targets) {
            return BundleFile.open(targets);
        }
    };

    private static final Pattern FRAME = Pattern.compile("frame-[1-9][0-9]{0,4}\\.tsv");

    /** The files for a rule with so many target entries. */
    abstract List<String> names(int targets);

    /** Whether a bundle may hold a file of this name, whatever its rule. */
    boolean knows(String name) {
        return names(0).contains(name) || FRAME.matcher(name).matches();
    }

    /** The frames beyond those the rule names. */
    void refuseSurplus(Map<String, byte[]> files, int targets, Faults faults) {
        for (String name : files.keySet()) {
            if (!names(targets).contains(name)) {
                faults.addAll(List.of(new Fault(name, "", "%s names no such file".formatted(BundleFile.RULE))));
            }
        }
    }
}
