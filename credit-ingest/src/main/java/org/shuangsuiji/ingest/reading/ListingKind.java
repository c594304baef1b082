package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/** A list on which a subject is put and from which it is removed. */
abstract class ListingKind extends Kind {
    private final ColumnSet columns;
    private final RecordColumns subjects;
    private final Column listed;
    private final Column reason;
    private final Column authority;
    private final Column document;
    private final Column removed;
    private final Column removedReason;
    private final Fingerprint fingerprint = new Fingerprint();

    /** @param reasonHeaders the headers of the reason, the official one first */
    ListingKind(String... reasonHeaders) {
        columns = new ColumnSet();
        subjects = new RecordColumns(columns, "");
        listed = columns.needed("列入日期", "列入时间", "ABNTIME", "列异日期");
        String[] others = java.util.Arrays.copyOfRange(reasonHeaders, 1, reasonHeaders.length);
        reason = columns.needed(reasonHeaders[0], others);
        authority = columns.known("列入决定机关", "列入机关", "作出列入决定机关", "作出决定机关", "作出决定机关(列入)", "DECORG_CN");
        document = columns.known("列入决定书文号", "列入文号", "文书号");
        removed = columns.known("移出日期", "移出时间", "REMDATE", "移除日期");
        removedReason = columns.known(
                "移出原因", "移出经营异常名录原因", "移出严重违法失信名单原因", "移出严重违法失信名单(黑名单)原因", "移出严重违法失信企业名单(黑名单)原因", "REMEXCPRES_CN");
    }

    abstract RecordKind recordKind();

    abstract @Nullable Severity severity();

    /** The code of a reason; null when its wording is not known. */
    abstract @Nullable String category(String reasonText);

    /** Whether an unknown wording of the reason is worth a mark. */
    abstract boolean reasonsAreCoded();

    /** The first day on which the listing counts no longer though nobody told of the removal; null when it has no end. */
    abstract @Nullable LocalDate endsOn(LocalDate listed, LocalDate today);

    @Override
    final ColumnSet columns() {
        return columns;
    }

    @Override
    final List<Column> eitherOf() {
        return subjects.eitherOf();
    }

    @Override
    final Map<RecordFact, List<Column>> facts() {
        return Map.of(
                RecordFact.REPAIRED_ON, List.of(removed),
                RecordFact.DOCUMENT_NO, List.of(document),
                RecordFact.AUTHORITY, List.of(authority),
                RecordFact.SUMMARY, List.of(removedReason));
    }

    @Override
    final CreditRecord read(Row row, LocalDate today) throws RowFault {
        Subject subject = subjects.subject(row);
        String name = subjects.name(row);
        LocalDate listedOn = row.neededDay(listed);
        if (listedOn.isAfter(today)) {
            row.mark(Flag.DAY_IN_FUTURE);
        }
        String reasonText = row.prose(reason);
        String category = reasonText == null ? null : category(reasonText);
        if (category == null && (reasonsAreCoded() || reasonText == null)) {
            row.mark(Flag.CATEGORY_NOT_KNOWN);
        }
        if (reasonText == null) {
            row.mark(Flag.REASON_MISSING);
        }
        LocalDate removedOn = row.day(removed);
        if (removedOn != null && removedOn.isBefore(listedOn)) {
            row.mark(Flag.REMOVED_BEFORE_LISTED);
            removedOn = null;
        }
        String authorityName = row.prose(authority);
        LocalDate ends = endsOn(listedOn, today);
        DocumentNo documentNo = DocumentNo.read(row, document);
        String summary = RecordColumns.joined(reasonText, row.prose(removedReason));
        var key = NaturalKey.byFact(recordKind(), subject, fingerprint, parts -> parts.day(listedOn)
                .text(category == null ? RecordColumns.wording(reasonText) : category));
        var content = fingerprint
                .day(listedOn)
                .text(category)
                .day(removedOn)
                .day(ends)
                .text(authorityName)
                .text(documentNo.compared())
                .text(summary)
                .take();
        return new CreditRecord(
                row.line(),
                subject,
                SubjectKind.of(subject, null),
                name,
                listedOn,
                ends,
                null,
                removedOn,
                null,
                severity(),
                null,
                null,
                category,
                documentNo.kept(),
                null,
                authorityName,
                null,
                summary,
                null,
                null,
                Related.NOBODY,
                row.flags(),
                key,
                content);
    }
}
