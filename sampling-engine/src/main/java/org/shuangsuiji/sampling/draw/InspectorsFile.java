package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.sampling.canonical.Utf8;

/** Reads inspectors.tsv. */
final class InspectorsFile {
    private static final int FIELDS = 6;

    private InspectorsFile() {}

    static Optional<Inspectors> read(byte[] bytes, Faults.InFile in) {
        List<Inspector> entries = new ArrayList<>();
        Rows rows = new Rows(bytes);
        while (rows.next()) {
            if (!rows.isEnded()) {
                in.add(rows.where(), "the row does not end in a line feed");
            }
            Utf8.decode(bytes, rows.start(), rows.end() - rows.start())
                    .ifPresentOrElse(
                            row -> entry(row, rows.where(), in).ifPresent(entry -> {
                                if (!entries.isEmpty() && !Inspectors.isAfter(entries.get(entries.size() - 1), entry)) {
                                    in.add(rows.where(), "the inspector is repeated or out of order");
                                }
                                entries.add(entry);
                            }),
                            () -> in.add(rows.where(), "is not UTF-8"));
        }
        if (bytes.length == 0) {
            in.add("", "the list of inspectors is empty");
        }
        return in.count() == 0 ? Optional.of(new Inspectors(entries)) : Optional.empty();
    }

    private static Optional<Inspector> entry(String row, String where, Faults.InFile in) {
        String[] fields = row.split("\t", -1);
        if (fields.length != FIELDS) {
            in.add(where, "expected %d fields, found %d".formatted(FIELDS, fields.length));
            return Optional.empty();
        }
        var validUntil = Days.day(fields[4]);
        if (validUntil.isEmpty()) {
            in.add(where, "validUntil: expected a date like 2026-12-31, found '%s'".formatted(fields[4]));
            return Optional.empty();
        }
        try {
            return Optional.of(new Inspector(
                    fields[0], fields[1], list(fields[2]), list(fields[3]), validUntil.get(), list(fields[5])));
        } catch (IllegalArgumentException e) {
            in.add(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static List<String> list(String field) {
        return field.isEmpty() ? List.of() : Arrays.asList(field.split(",", -1));
    }
}
