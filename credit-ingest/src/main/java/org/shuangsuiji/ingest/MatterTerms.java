package org.shuangsuiji.ingest;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.RowContent;

/**
 * What a row of the list of matters (信用监管事项清单) says.
 *
 * @param fields which facts of it are recorded
 * @param open whether the records may be made public
 */
public record MatterTerms(
        String code,
        String name,
        Set<RecordKind> kinds,
        String fields,
        String basis,
        String frequency,
        Share share,
        boolean open) {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,29}");

    /** How the records are shared (共享类型). */
    public enum Share {
        UNCONDITIONAL,
        CONDITIONAL
    }

    public MatterTerms {
        kinds = java.util.Collections.unmodifiableSet(new TreeSet<>(kinds));
    }

    void check() {
        var faults = new TermFaults();
        faults.unless(CODE.matcher(code).matches(), "code", "matter-code", code);
        faults.line(name, 2, 200, "name");
        faults.unless(!kinds.isEmpty(), "kinds", "matter-kinds");
        faults.lines(fields, 2, 1000, "fields");
        faults.lines(basis, 2, 1000, "basis");
        faults.line(frequency, 2, 50, "frequency");
        faults.refuseIfAny();
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return RowContent.empty()
                .told("matterCode", code)
                .bound("matterName", name)
                .told("kinds", kinds.stream().map(RecordKind::word).toList())
                .bound("matterFields", fields)
                .bound("basis", basis)
                .told("frequency", frequency)
                .told("share", share)
                .told("open", open);
    }
}
