package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/** 行政许可, in the 双公示 layout (XK_) and that of GSXT. */
final class PermitKind extends Kind {
    private static final ColumnSet COLUMNS = new ColumnSet();
    private static final RecordColumns SUBJECT = new RecordColumns(COLUMNS, "XK_");
    private static final Column DOCUMENT = COLUMNS.known("行政许可决定文书号", "XK_WSH", "许可决定文书号", "许可文书号", "文书号");
    private static final Column NUMBER = COLUMNS.known("许可编号", "XK_XKBH", "许可证编号", "LICNO");
    private static final Column DECIDED = COLUMNS.needed("许可决定日期", "XK_JDRQ", "决定日期", "许可日期");
    private static final Column CATEGORY = COLUMNS.known("许可类别", "XK_XKLB");
    private static final Column DOCUMENT_NAME = COLUMNS.known("行政许可决定文书名称", "XK_XKWS", "许可文件名称", "LICNAME_CN");
    private static final Column CERTIFICATE = COLUMNS.known("许可证书名称", "XK_XKZS");
    private static final Column CONTENT = COLUMNS.known("许可内容", "XK_NR", "LICITEM");
    private static final Column VALID_FROM = COLUMNS.known("有效期自", "XK_YXQZ", "VALFROM");
    private static final Column VALID_TO = COLUMNS.known("有效期至", "XK_YXQZI", "VALTO");
    private static final Column AUTHORITY = COLUMNS.known("许可机关", "XK_XKJG", "许可机关名称", "LICANTH");
    private static final Column AUTHORITY_CODE = COLUMNS.known("许可机关统一社会信用代码", "XK_XKJGDM", "许可机关代码");
    private static final Column STATE = COLUMNS.known("当前状态", "XK_ZT", "许可状态");
    private static final Column WITHDRAWN = COLUMNS.known("撤销日期", "许可撤销日期");

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
                RecordFact.ENDS_ON, List.of(VALID_TO),
                RecordFact.VOIDED, List.of(STATE),
                RecordFact.WITHDRAWN_ON, List.of(WITHDRAWN),
                RecordFact.CATEGORY, List.of(CATEGORY),
                RecordFact.AUTHORITY, List.of(AUTHORITY),
                RecordFact.SUMMARY, List.of(DOCUMENT_NAME, CERTIFICATE, CONTENT));
    }

    @Override
    List<OwnFact> ownFacts() {
        return List.of(new OwnFact(OwnFact.LICENCE, OwnFact.Measure.TEXT));
    }

    @Override
    CreditRecord read(Row row, LocalDate today) throws RowFault {
        Subject subject = SUBJECT.subject(row);
        String name = SUBJECT.name(row);
        LocalDate decided = row.neededDay(DECIDED);
        if (decided.isAfter(today)) {
            row.mark(Flag.DAY_IN_FUTURE);
        }
        LocalDate from = row.day(VALID_FROM);
        LocalDate endsOn = row.dayAfter(VALID_TO);
        if (isVoid(row) && (endsOn == null || endsOn.isAfter(today))) {
            // Void before its time, and since when is not told: it counts on no day.
            endsOn = decided;
        }
        LocalDate withdrawn = row.day(WITHDRAWN);
        DocumentNo decisionNo = DocumentNo.read(row, DOCUMENT);
        DocumentNo licence = DocumentNo.read(row, NUMBER);
        DocumentNo documentNo = decisionNo.isMissing() ? licence : decisionNo;
        DocumentNo licenceNo = decisionNo.isMissing() ? DocumentNo.NONE : licence;
        String category = row.prose(CATEGORY);
        String authority = row.prose(AUTHORITY);
        String authorityCode = RecordColumns.bodyCode(row, AUTHORITY_CODE);
        String title = row.prose(CERTIFICATE);
        String summary = RecordColumns.joined(title == null ? row.prose(DOCUMENT_NAME) : title, row.prose(CONTENT));
        if (documentNo.isMissing()) {
            row.mark(Flag.DOCUMENT_NUMBER_MISSING);
        }
        var key = new Document(documentNo, decided, authority, authorityCode, category, summary)
                .key(RecordKind.PERMIT, subject, fingerprint);
        var content = fingerprint
                .day(decided)
                .day(from)
                .day(endsOn)
                .day(withdrawn)
                .text(category)
                .text(authority)
                .text(licenceNo.compared())
                .text(summary)
                .take();
        return new CreditRecord(
                row.line(),
                subject,
                SubjectKind.of(subject, null),
                name,
                decided,
                endsOn,
                null,
                null,
                withdrawn,
                null,
                null,
                null,
                category,
                documentNo.kept(),
                licenceNo.kept(),
                authority,
                authorityCode,
                summary,
                null,
                null,
                Related.NOBODY,
                row.flags(),
                key,
                content);
    }

    private static boolean isVoid(Row row) throws RowFault {
        @Nullable String state = row.text(STATE);
        if (state == null) {
            if (row.has(STATE)) {
                row.mark(Flag.STATE_MISSING);
            }
            return false;
        }
        switch (state) {
            case "2", "无效", "失效", "已失效", "作废", "注销", "已注销", "吊销", "已吊销", "撤销", "已撤销", "撤回", "已撤回" -> {
                return true;
            }
            case "1", "有效", "正常", "延续" -> {}
            default -> row.mark(Flag.STATE_NOT_KNOWN);
        }
        return false;
    }
}
