package org.shuangsuiji.risk.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.shuangsuiji.model.RecordKind;

/**
 * Which records an indicator looks at, of those that count on the day.
 *
 * @param severityAtLeast 1 minor, 2 general, 3 serious; 0 takes any, also records without a severity
 * @param categories any of these codes must be among the record's; empty takes all
 */
public record RecordFilter(Set<RecordKind> kinds, int severityAtLeast, SortedSet<String> categories) {
    private static final Set<RecordKind> ADVERSE =
            EnumSet.of(RecordKind.PENALTY, RecordKind.ABNORMAL, RecordKind.DISHONESTY);

    public RecordFilter {
        var ordered = EnumSet.noneOf(RecordKind.class);
        ordered.addAll(kinds);
        kinds = Collections.unmodifiableSet(ordered);
        categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    }

    public static RecordFilter of(RecordKind... kinds) {
        return new RecordFilter(Set.of(kinds), 0, Collections.emptySortedSet());
    }

    public RecordFilter severityAtLeast(int severity) {
        return new RecordFilter(kinds, severity, categories);
    }

    public RecordFilter categories(String... codes) {
        return new RecordFilter(kinds, severityAtLeast, new TreeSet<>(Set.of(codes)));
    }

    /** Whether each record that passes speaks against its enterprise. */
    boolean adverse() {
        return ADVERSE.containsAll(kinds);
    }
}
