package org.shuangsuiji.console.enterprises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.EnterpriseRecord;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Dimension;

/**
 * The records of an enterprise as its page shows them: all, those of one dimension, or those of one kind; a page at a time.
 *
 * @param all how many there are
 * @param groups the dimensions that have any, each with its kinds
 * @param rows those of this page
 * @param here where this page begins; absent on the first
 * @param next where the next one begins; absent on the last
 */
record Timeline(
        int all,
        List<Group> groups,
        List<EnterpriseRecord> rows,
        @Nullable Integer here,
        @Nullable Integer next) {
    static final int PAGE = 50;

    /** One dimension. */
    record Group(String word, int count, boolean chosen, List<Chip> kinds) {}

    /** One kind. */
    record Chip(String word, int count, boolean chosen) {}

    /** What a reader asks for; words that name nothing ask for all. */
    record Wish(@Nullable String dimension, @Nullable String kind, int from) {

        boolean fits(EnterpriseRecord record) {
            RecordKind chosen = kindNamed();
            if (chosen != null) {
                return record.kind() == chosen;
            }
            Dimension wanted = Dimensions.named(dimension);
            return wanted == null || Dimensions.of(record.kind()) == wanted;
        }

        private @Nullable RecordKind kindNamed() {
            return Arrays.stream(RecordKind.values())
                    .filter(each -> each.word().equals(kind))
                    .findFirst()
                    .orElse(null);
        }
    }

    static Timeline of(List<EnterpriseRecord> records, Wish wish) {
        Map<Dimension, Map<RecordKind, Long>> counts = records.stream()
                .collect(Collectors.groupingBy(
                        record -> Dimensions.of(record.kind()),
                        TreeMap::new,
                        Collectors.groupingBy(EnterpriseRecord::kind, TreeMap::new, Collectors.counting())));
        List<Group> groups = new ArrayList<>();
        counts.forEach((dimension, kinds) -> groups.add(new Group(
                dimension.name(),
                (int) kinds.values().stream().mapToLong(Long::longValue).sum(),
                wish.kindNamed() == null && dimension == Dimensions.named(wish.dimension()),
                kinds.entrySet().stream()
                        .map(kind -> new Chip(
                                kind.getKey().word(), kind.getValue().intValue(), kind.getKey() == wish.kindNamed()))
                        .toList())));
        List<EnterpriseRecord> fitting = records.stream().filter(wish::fits).toList();
        int from = Math.max(0, Math.min(wish.from(), fitting.size()));
        int to = Math.min(from + PAGE, fitting.size());
        return new Timeline(
                records.size(),
                groups,
                fitting.subList(from, to),
                from == 0 ? null : from,
                to == fitting.size() ? null : to);
    }

    /** Whether all are shown. */
    public boolean whole() {
        return groups.stream()
                .noneMatch(group -> group.chosen() || group.kinds().stream().anyMatch(Chip::chosen));
    }
}
