package org.shuangsuiji.ingest;

import java.util.regex.Pattern;
import org.shuangsuiji.model.RowContent;

/**
 * What is entered about a source.
 *
 * @param word by which an API client names it
 * @param name empty for a department, which has its own
 * @param departmentId the department that it is, or that answers for what it sends
 */
public record SourceTerms(String word, String name, Source.Standing standing, long departmentId, Source.Trust trust) {
    /** How the word of a department's own source begins; its number follows. */
    static final String DEPARTMENT = "department-";

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int NAME_MAX = 120;

    void check() {
        var faults = new TermFaults();
        faults.unless(WORD.matcher(word).matches(), "word", "source-word", word);
        faults.unless(!word.startsWith(DEPARTMENT), "word", "source-word-of-department", DEPARTMENT);
        faults.unless(standing != Source.Standing.DEPARTMENT, "standing", "source-standing");
        faults.line(name, 2, NAME_MAX, "name");
        faults.refuseIfAny();
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return RowContent.empty()
                .told("word", word)
                .told("name", name)
                .told("standing", standing)
                .told("department", departmentId)
                .told("trust", trust);
    }
}
