package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import org.shuangsuiji.ingest.reading.Formats;
import org.shuangsuiji.ingest.reading.TableFile;
import org.shuangsuiji.ingest.reading.TableText;
import org.shuangsuiji.ingest.reading.TextForm;
import org.springframework.stereotype.Component;

/** CSV by FastCSV, JSON by Jackson, packages by POI. */
@Component
public final class LibraryFormats implements Formats {
    private final WorkbookLimits limits;
    private final TableText csv = new FastCsvTable();

    public LibraryFormats() {
        this(WorkbookLimits.OURS);
    }

    LibraryFormats(WorkbookLimits limits) {
        this.limits = limits;
    }

    @Override
    public TableText csv() {
        return csv;
    }

    @Override
    public TableFile jsonLines(Path file, TextForm form) throws IOException {
        return new JsonLines(file, form);
    }

    @Override
    public TableFile workbook(Path file) throws IOException {
        return Workbook.open(file, limits);
    }

    @Override
    public TableFile xmlWorkbook(Path file) throws IOException {
        return new XmlWorkbook(file);
    }
}
