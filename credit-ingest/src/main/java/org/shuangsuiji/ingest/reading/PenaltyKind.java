package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/** 行政处罚, in the present 双公示 layout (CF_), the older one of 2015, and that of GSXT. */
final class PenaltyKind extends Kind {
    private static final ColumnSet COLUMNS = new ColumnSet();
    private static final RecordColumns SUBJECT = new RecordColumns(COLUMNS, "CF_");
    private static final Column DOCUMENT =
            COLUMNS.needed("行政处罚决定书文号", "CF_WSH", "行政处罚决定文书号", "处罚决定书文号", "决定书文号", "文书号", "处罚文号", "PENDECNO");
    private static final Column CATEGORY =
            COLUMNS.needed("处罚类别", "CF_CFLB", "CF_CFLB1", "处罚种类", "处罚类型", "PENTYPE_CN", "PENTYPE");
    private static final Column CATEGORY_TWO = COLUMNS.known("处罚类别2", "CF_CFLB2");
    private static final Column DECIDED =
            COLUMNS.needed("处罚决定日期", "CF_JDRQ", "决定日期", "处罚日期", "作出处罚决定日期", "PENDECISSDATE");
    private static final Column AUTHORITY =
            COLUMNS.known("处罚机关", "CF_CFJG", "CF_XZJG", "处罚机关名称", "决定机关", "决定机关名称", "PENAUTH_CN", "PENAUTH");
    private static final Column AUTHORITY_CODE = COLUMNS.known("处罚机关统一社会信用代码", "CF_CFJGDM", "处罚机关代码");
    private static final Column VIOLATION = COLUMNS.known("违法行为类型", "CF_WFXW", "ILLEGACTTYPE");
    private static final Column FACTS = COLUMNS.known("违法事实", "CF_SY", "处罚事由", "MAINILLEGFACT");
    private static final Column CONTENT = COLUMNS.known("处罚内容", "CF_NR", "CF_JG", "处罚结果", "PENCONTENT");
    private static final Column FINE = COLUMNS.known("罚款金额", "CF_NR_FK", "PENAM", "罚款", "罚款数额", "罚款额");
    private static final Column CONFISCATED =
            COLUMNS.known("没收金额", "CF_NR_WFFF", "没收违法所得、没收非法财物的金额", "没收违法所得金额", "FORFAM");
    private static final Column VALID_TO = COLUMNS.known("处罚有效期", "CF_YXQ");
    private static final Column PUBLIC_TO = COLUMNS.known("公示截止期", "CF_GSJZQ", "公示截止日期", "PUBDEADLINE");
    private static final Column REPAIRED = COLUMNS.known("信用修复日期", "修复日期");
    private static final Column WITHDRAWN = COLUMNS.known("撤销日期", "处罚撤销日期");
    private static final Column STATE = COLUMNS.known("当前状态", "CF_ZT");

    /** Yuan in 万元, the unit of the layouts, in which other systems do not always write. */
    private static final long UNITS_APART = 10_000;

    private final Fingerprint fingerprint = new Fingerprint();

    @Override
    ColumnSet columns() {
        return COLUMNS;
    }

    @Override
    List<Column> eitherOf() {
        return SUBJECT.eitherOf();
    }

    @Override
    Map<RecordFact, List<Column>> facts() {
        return Map.of(
                RecordFact.STATED_END, List.of(PUBLIC_TO, VALID_TO),
                RecordFact.REPAIRED_ON, List.of(REPAIRED),
                RecordFact.WITHDRAWN_ON, List.of(WITHDRAWN, STATE),
                RecordFact.WITHDRAWN_DAY, List.of(WITHDRAWN),
                RecordFact.AMOUNT, List.of(FINE),
                RecordFact.CONFISCATED, List.of(CONFISCATED),
                RecordFact.AUTHORITY, List.of(AUTHORITY),
                RecordFact.SUMMARY, List.of(VIOLATION, CONTENT, FACTS));
    }

    @Override
    List<OwnFact> ownFacts() {
        return List.of(
                new OwnFact(OwnFact.AMOUNT, OwnFact.Measure.MONEY),
                new OwnFact(OwnFact.CONFISCATED, OwnFact.Measure.MONEY));
    }

    @Override
    List<Note> notesOn(Layout layout) {
        if (!layout.has(FINE)) {
            return List.of(new Note("fines-from-text", List.of()));
        }
        return layout.namesUnit(FINE)
                ? List.of()
                : List.of(new Note("fines-without-unit", List.of(layout.headerOf(FINE))));
    }

    @Override
    CreditRecord read(Row row, LocalDate today) throws RowFault {
        Subject subject = SUBJECT.subject(row);
        String name = SUBJECT.name(row);
        LocalDate decided = row.neededDay(DECIDED);
        if (decided.isAfter(today)) {
            row.mark(Flag.DAY_IN_FUTURE);
        }
        List<PenaltyCategory> categories = categories(row);
        Severity severity = categories.stream()
                .map(PenaltyCategory::severity)
                .reduce(Severity::orWorse)
                .orElse(null);
        LocalDate statedEnd = statedEnd(row, decided);
        LocalDate endsOn = endsOn(row, decided, severity, statedEnd, today);
        String content = row.prose(CONTENT);
        Long fine = fine(row, categories, content);
        Long confiscated = confiscated(row, content);
        String category = categories.isEmpty()
                ? null
                : categories.stream().map(PenaltyCategory::code).collect(Collectors.joining(","));
        DocumentNo documentNo = DocumentNo.read(row, DOCUMENT);
        String authority = row.prose(AUTHORITY);
        String authorityCode = RecordColumns.bodyCode(row, AUTHORITY_CODE);
        String summary = RecordColumns.joined(row.prose(VIOLATION), content, row.prose(FACTS));
        LocalDate repaired = notBefore(decided, row.day(REPAIRED), row);
        if (repaired != null && PublicityLimits.isEarly(repaired, decided, severity)) {
            row.mark(Flag.REPAIRED_EARLY);
        }
        LocalDate withdrawn = withdrawn(row, decided);
        if (documentNo.isMissing()) {
            row.mark(Flag.DOCUMENT_NUMBER_MISSING);
        }
        var key = new Document(documentNo, decided, authority, authorityCode, category, summary)
                .key(RecordKind.PENALTY, subject, fingerprint);
        var contentHash = fingerprint
                .day(decided)
                .day(endsOn)
                .day(repaired)
                .day(withdrawn)
                .amount(fine)
                .amount(confiscated)
                .text(category)
                .text(authority)
                .text(summary)
                .take();
        return new CreditRecord(
                row.line(),
                subject,
                SubjectKind.of(subject, null),
                name,
                decided,
                endsOn,
                statedEnd,
                repaired,
                withdrawn,
                severity,
                fine,
                confiscated,
                category,
                documentNo.kept(),
                null,
                authority,
                authorityCode,
                summary,
                null,
                null,
                Related.NOBODY,
                row.flags(),
                key,
                contentHash);
    }

    /** The fine of its column, or else the one that the words name; a fine is never silently nothing. */
    private static @Nullable Long fine(Row row, List<PenaltyCategory> categories, @Nullable String content)
            throws RowFault {
        Long fine = row.amount(FINE, Flag.AMOUNT_NOT_READ);
        boolean fined = categories.contains(PenaltyCategory.FINE)
                || (categories.isEmpty() && content != null && content.contains(PenaltyCategory.FINE.word()));
        if (row.isMarked(Flag.AMOUNT_NEGATIVE)) {
            row.mark(Flag.AMOUNT_UNKNOWN);
            return null;
        }
        if (fine != null && fine > 0) {
            return compared(fine, FineText.read(content), row);
        }
        // a nought where there was a fine is what a form puts into an empty cell
        if (!fined) {
            return fine;
        }
        // a cell that holds a whole sentence is read as one
        Long told = FineText.read(row.text(FINE));
        if (told == null) {
            told = FineText.read(content);
        }
        row.mark(told == null ? Flag.AMOUNT_UNKNOWN : Flag.AMOUNT_FROM_TEXT);
        return told;
    }

    /** The confiscated sum of its column, or else the one that the words name. Goods may be confiscated without any. */
    private static @Nullable Long confiscated(Row row, @Nullable String content) throws RowFault {
        Long confiscated = row.amount(CONFISCATED, Flag.AMOUNT_NOT_READ);
        Long told = FineText.readConfiscated(content);
        if (confiscated != null && confiscated > 0) {
            return compared(confiscated, told, row);
        }
        if (told == null) {
            told = FineText.readConfiscated(row.text(CONFISCATED));
        }
        if (told != null) {
            row.mark(Flag.AMOUNT_FROM_TEXT);
        }
        return told == null ? confiscated : told;
    }

    /** A sum, unless the words name one that differs by just what yuan and 万元 do: then it is theirs. */
    private static long compared(long sum, @Nullable Long told, Row row) {
        if (told == null || told == sum) {
            return sum;
        }
        boolean otherUnit = sum == told * UNITS_APART || told == sum * UNITS_APART;
        row.mark(otherUnit ? Flag.AMOUNT_OF_OTHER_UNIT : Flag.AMOUNT_CONTRADICTED);
        return otherUnit ? told : sum;
    }

    private static List<PenaltyCategory> categories(Row row) throws RowFault {
        String text = RecordColumns.joined(row.text(CATEGORY), row.text(CATEGORY_TWO));
        List<PenaltyCategory> categories = text == null ? List.of() : PenaltyCategory.read(text);
        if (categories.isEmpty()) {
            row.mark(Flag.CATEGORY_NOT_KNOWN);
        }
        return categories;
    }

    private static @Nullable LocalDate statedEnd(Row row, LocalDate decided) throws RowFault {
        LocalDate stated = row.dayAfter(PUBLIC_TO);
        if (stated == null) {
            stated = row.dayAfter(VALID_TO);
        }
        if (stated != null && notBefore(decided, stated, row) == null) {
            row.mark(Flag.END_NOT_READ);
            return null;
        }
        if (stated == null && (row.isUnreadDay(PUBLIC_TO) || row.isUnreadDay(VALID_TO))) {
            row.mark(Flag.END_NOT_READ);
        }
        return stated;
    }

    private static @Nullable LocalDate endsOn(
            Row row, LocalDate decided, @Nullable Severity severity, @Nullable LocalDate stated, LocalDate today) {
        LocalDate limit = PublicityLimits.end(decided, severity == null ? PublicityLimits.GRAVEST : severity, today)
                .orElse(null);
        if (stated == null || limit == null) {
            return stated == null ? limit : stated;
        }
        // a source may count the last day in
        if (stated.isAfter(limit.plusDays(1))) {
            row.mark(Flag.END_BEYOND_LIMIT);
            return limit;
        }
        return stated;
    }

    private static @Nullable LocalDate notBefore(LocalDate decided, @Nullable LocalDate day, Row row) {
        if (day != null && day.isBefore(decided)) {
            row.mark(Flag.DAY_BEFORE_DECISION);
            return null;
        }
        return day;
    }

    /** State 1 of the layout of 2015 is 撤销; without a day the record never should have counted. */
    private static @Nullable LocalDate withdrawn(Row row, LocalDate decided) throws RowFault {
        LocalDate day = row.day(WITHDRAWN);
        String state = row.text(STATE);
        if (day != null) {
            return day;
        }
        if (state == null) {
            if (row.has(STATE)) {
                row.mark(Flag.STATE_MISSING);
            }
            return null;
        }
        switch (state) {
            case "1", "撤销", "已撤销", "撤回", "已撤回" -> {
                return decided;
            }
            case "0", "正常", "有效", "2", "异议", "3", "其他" -> {}
            default -> row.mark(Flag.STATE_NOT_KNOWN);
        }
        return null;
    }
}
