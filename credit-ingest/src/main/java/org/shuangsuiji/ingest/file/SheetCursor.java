package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.ingest.reading.TableText;

/** Goes through the rows of one sheet, each written in its own way by each format. */
interface SheetCursor extends AutoCloseable {

    /** The next row with its cells up to {@code width}; null after the last. */
    @Nullable
    CellRow next(int width);

    @Override
    void close() throws IOException;

    /** The first rows with something in them. */
    default List<List<String>> firstRows(int count) {
        List<List<String>> rows = new ArrayList<>();
        for (CellRow row = next(FileReading.COLUMNS_MAX);
                row != null && rows.size() < count;
                row = next(FileReading.COLUMNS_MAX)) {
            if (!row.fields().blank()) {
                rows.add(row.trimmed());
            }
        }
        return rows;
    }

    /** The rows as the reading takes them. */
    default TableText.Rows rows(int width) {
        SheetCursor cursor = this;
        return new TableText.Rows() {
            @Override
            public TableText.@Nullable Fields next() {
                CellRow row = cursor.next(width);
                return row == null ? null : row.fields();
            }

            @Override
            public void close() throws IOException {
                cursor.close();
            }
        };
    }
}
