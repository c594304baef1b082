package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shuangsuiji.sampling.canonical.Utf8;

/** What one department brings to a draw: its frame, how much of each stratum it takes, and whom it may send. */
public record DepartmentPlan(String department, List<String> scopes, long cap, Frame frame, List<Stratum> strata) {
    public DepartmentPlan {
        Texts.requireName("department", department);
        scopes = scopes.stream().distinct().sorted(Utf8.ORDER).toList();
        strata = strata.stream()
                .sorted((left, right) -> Utf8.ORDER.compare(left.id(), right.id()))
                .toList();
        List<String> faults = disagreements(frame, strata);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Department '%s': %s".formatted(department, String.join("; ", faults)));
        }
    }

    long take() {
        return takeOf(strata);
    }

    static long takeOf(List<Stratum> strata) {
        return strata.stream().mapToLong(Stratum::take).sum();
    }

    /** Where the stratum table and the frame do not tell the same sizes. */
    static List<String> disagreements(Frame frame, List<Stratum> strata) {
        SortedMap<String, Integer> found = new TreeMap<>(frame.sizes());
        List<String> faults = new ArrayList<>();
        for (Stratum stratum : strata) {
            Integer count = found.remove(stratum.id());
            if (stratum.size() != (count == null ? 0 : count)) {
                faults.add("stratum '%s' has %d units in the frame, its table says %d"
                        .formatted(stratum.id(), count == null ? 0 : count, stratum.size()));
            }
        }
        found.keySet().forEach(id -> faults.add("stratum '%s' is missing from the table".formatted(id)));
        return faults;
    }
}
