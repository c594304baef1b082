package org.shuangsuiji.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.ByteCount;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.Sheet;
import org.shuangsuiji.ingest.reading.TableFile;
import org.shuangsuiji.ingest.reading.TableText;
import org.shuangsuiji.model.Refusal;

/** A workbook that is one XML file, SpreadsheetML 2003; official lists come so under the names of later formats. */
final class XmlWorkbook implements TableFile {
    private static final int SHEETS_MAX = 256;

    private final Path file;
    private final ByteCount bytes = new ByteCount();
    private final List<SheetInside> sheets = new ArrayList<>();

    XmlWorkbook(Path file) throws IOException {
        this.file = file;
        try (XmlPart xml = open()) {
            while (xml.next()) {
                if (xml.starts("Worksheet")) {
                    String name = xml.attribute("Name");
                    sheets.add(new SheetInside(sheets.size(), name == null ? "" : name));
                }
            }
        }
        if (sheets.isEmpty() || sheets.size() > SHEETS_MAX) {
            throw Refusal.invalid("file-xml-workbook-sheets", sheets.size(), SHEETS_MAX);
        }
    }

    @Override
    public String form() {
        return "SpreadsheetML 2003";
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public boolean hasManySheets() {
        return true;
    }

    @Override
    public List<Note> notes(Sheet sheet) {
        return sheets.stream()
                .filter(each -> each.equals(sheet))
                .flatMap(each -> each.notes().stream())
                .toList();
    }

    @Override
    public long bytesRead() {
        return bytes.read();
    }

    @Override
    public void close() {
        // the rows hold the file
    }

    private XmlPart open() throws IOException {
        return new XmlPart("XML", new BufferedInputStream(bytes.open(file), 1 << 16));
    }

    /** One worksheet element. */
    private final class SheetInside implements Sheet {
        private final int place;
        private final String name;
        private @Nullable XmlSheet cursor;

        SheetInside(int place, String name) {
            this.place = place;
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<List<String>> firstRows(int count) {
            try (XmlSheet first = new XmlSheet(open(), place)) {
                return first.firstRows(count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public TableText.Rows rows(int width) {
            try {
                cursor = new XmlSheet(open(), place);
                return cursor.rows(width);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Note> notes() {
            XmlSheet read = cursor;
            return read == null || read.hiddenRows() == 0
                    ? List.of()
                    : List.of(new Note("rows-hidden", List.of(String.valueOf(read.hiddenRows()))));
        }
    }
}
