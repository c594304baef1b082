package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.sampling.canonical.Utf8;

/** The directory of inspectors of one draw, sorted by number, each number once. */
public record Inspectors(List<Inspector> list) {
    public Inspectors {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("The list of inspectors is empty");
        }
        for (int i = 1; i < list.size(); i++) {
            if (!isAfter(list.get(i - 1), list.get(i))) {
                throw new IllegalArgumentException("Inspector '%s' is repeated or out of order"
                        .formatted(list.get(i).inspector()));
            }
        }
    }

    /** The directory of entries that come in any order. */
    public static Inspectors of(Collection<Inspector> entries) {
        return new Inspectors(entries.stream()
                .sorted(Comparator.comparing(Inspector::inspector, Utf8.ORDER))
                .toList());
    }

    /** The directory of these bytes; what is wrong goes to {@code faults}, and then there is none. */
    static Optional<Inspectors> read(byte[] bytes, Faults faults) {
        return InspectorsFile.read(bytes, faults.in(BundleFile.INSPECTORS));
    }

    /** The entries of a department, sorted by number. */
    public List<Inspector> of(String department) {
        return list.stream()
                .filter(entry -> entry.department().equals(department))
                .toList();
    }

    /** The entry with this number. */
    public Optional<Inspector> find(String inspector) {
        return list.stream()
                .filter(entry -> entry.inspector().equals(inspector))
                .findFirst();
    }

    /** The bytes of inspectors.tsv. */
    public byte[] bytes() {
        List<String> rows = new ArrayList<>();
        for (Inspector entry : list) {
            rows.add(entry.inspector() + "\t" + entry.attributes("\t") + "\n");
        }
        return String.join("", rows).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isAfter(Inspector before, Inspector entry) {
        return Utf8.ORDER.compare(before.inspector(), entry.inspector()) < 0;
    }
}
