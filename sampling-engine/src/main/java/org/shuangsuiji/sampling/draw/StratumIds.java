package org.shuangsuiji.sampling.draw;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Mac;

/** Names strata so that the name tells nothing: ids carry no meaning and are shuffled for each draw (DR-1 §3). */
public final class StratumIds {
    private StratumIds() {}

    /** An id S1, S2, … for each label (a grade, say), in an order only the holder of the master could foretell. */
    public static Map<String, String> shuffled(Digest digest, Master master, Collection<String> labels) {
        Mac mac = digest.mac(master.bytes());
        List<String> order = labels.stream()
                .distinct()
                .sorted(Comparator.comparing(label -> mac.of("stratum", label)))
                .toList();
        int width = String.valueOf(order.size()).length();
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            ids.put(order.get(i), "S" + "0".repeat(width - String.valueOf(i + 1).length()) + (i + 1));
        }
        return Collections.unmodifiableMap(ids);
    }
}
