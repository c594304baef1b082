package org.shuangsuiji.ingest.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The number of a document as a row gives it.
 *
 * @param kept what is kept and shown; null when the row gives none, or a word that says so. In place of a person's number
 *     stands a mark made of its key ({@link PersonKeys}): two people's certificates stay two, in the database as well,
 *     and nobody without the office's key finds the number by trying
 * @param compared what tells it from others: {@link RecordColumns#comparable}
 */
record DocumentNo(@Nullable String kept, @Nullable String compared) {
    static final DocumentNo NONE = new DocumentNo(null, null);

    /** Ways in which files write that a document has no number. */
    private static final Set<String> NO_NUMBER =
            Set.of("无文号", "无文书号", "无编号", "无号", "未编号", "暂无", "暂缺", "不详", "未知", "没有");

    /** What stands in the column; the row is marked where it holds the number of a person. */
    static DocumentNo read(Row row, Column column) throws RowFault {
        String text = row.text(column);
        if (text == null || NO_NUMBER.contains(text)) {
            return NONE;
        }
        String kept = PersonNumbers.inDocumentNumber(text, number -> PersonNumbers.removed(row.personMark(number)));
        if (!kept.equals(text)) {
            row.mark(Flag.PERSON_REMOVED);
        }
        return new DocumentNo(kept, RecordColumns.comparable(kept));
    }

    boolean isMissing() {
        return kept == null;
    }
}
