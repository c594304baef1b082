package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * What tells one decision (决定书) from another: its number within the body that gave it, as 双公示 has it (subject,
 * 文书号, 机关代码); without a number, what it says.
 */
record Document(
        DocumentNo number,
        LocalDate decided,
        @Nullable String authority,
        @Nullable String authorityCode,
        @Nullable String category,
        @Nullable String summary) {
    private static final Pattern YEAR = Pattern.compile("〔(19|20)[0-9]{2}〕");

    /** By this the office knows the decision when it comes again. */
    NaturalKey key(RecordKind kind, Subject subject, Fingerprint fingerprint) throws RowFault {
        String comparable = number.compared();
        return comparable == null
                ? NaturalKey.byFact(kind, subject, fingerprint, this::addWhatItSays)
                : NaturalKey.byDocument(kind, subject, fingerprint, parts -> addNumber(comparable, parts));
    }

    private void addWhatItSays(Fingerprint parts) {
        // by the body's name, as only some layouts have a code
        String body = authority == null ? authorityCode : authority;
        parts.text(null).day(decided).text(category).text(summary).text(RecordColumns.comparable(body));
    }

    private void addNumber(String comparable, Fingerprint parts) {
        parts.text(comparable);
        if (!YEAR.matcher(comparable).find()) {
            // such numbers begin anew each year
            parts.number(decided.getYear());
        }
        // by the body's code, which nobody abbreviates
        String body = authorityCode == null ? authority : authorityCode;
        parts.text(RecordColumns.comparable(body));
    }
}
