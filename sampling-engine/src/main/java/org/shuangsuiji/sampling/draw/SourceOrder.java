package org.shuangsuiji.sampling.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may speak when (DR-1 §5): people before the public sources, a public source last. Whoever speaks last could
 * otherwise try values until the draw pleases.
 */
public final class SourceOrder {
    private SourceOrder() {}

    /** Everything that is wrong with sources standing in this order; empty when all is well. */
    public static List<String> faultsOf(List<Source> sources) {
        List<String> faults = new ArrayList<>();
        if (sources.isEmpty()) {
            return List.of("there is no source");
        }
        Set<String> names = new HashSet<>();
        for (Source source : sources) {
            addIfRepeated(names, source.name(), faults);
            if (source.fallback() != null) {
                addIfRepeated(names, source.fallback().name(), faults);
            }
        }
        for (int i = 1; i < sources.size(); i++) {
            if (sources.get(i).due().isBefore(sources.get(i - 1).due())) {
                faults.add("'%s' is due before '%s', which stands in front of it"
                        .formatted(sources.get(i).name(), sources.get(i - 1).name()));
            }
        }
        Source last = sources.get(sources.size() - 1);
        if (!last.kind().isPublic()) {
            faults.add("'%s' (%s) speaks last; a LOTTERY, INDEX or BEACON must".formatted(last.name(), last.kind()));
        }
        Instant people = sources.stream()
                .filter(source -> !source.kind().isPublic())
                .map(Source::due)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        List<SourceKind> after = sources.stream()
                .filter(source -> source.kind().isPublic() && source.due().isAfter(people))
                .map(Source::kind)
                .toList();
        if (after.size() < 2 && !after.contains(SourceKind.BEACON)) {
            faults.add("two public sources, or one BEACON, must be due later than every DICE and WITNESS; found "
                    + after.size());
        }
        return List.copyOf(faults);
    }

    private static void addIfRepeated(Set<String> names, String name, List<String> faults) {
        if (!names.add(name)) {
            faults.add("the name '%s' stands twice".formatted(name));
        }
    }
}
