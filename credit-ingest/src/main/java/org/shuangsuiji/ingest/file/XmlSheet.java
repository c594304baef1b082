package org.shuangsuiji.ingest.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;

/** The rows of one worksheet of SpreadsheetML 2003, which leaves out what is empty and counts on from there. */
final class XmlSheet implements SheetCursor {
    private static final String MIDNIGHT = "T00:00:00.000";

    private final XmlPart xml;
    private long line;
    private long hiddenRows;

    /** Goes to the worksheet of this place. */
    XmlSheet(XmlPart xml, int place) {
        this.xml = xml;
        int left = place + 1;
        while (left > 0 && xml.next()) {
            left -= xml.starts("Worksheet") ? 1 : 0;
        }
    }

    long hiddenRows() {
        return hiddenRows;
    }

    @Override
    public @Nullable CellRow next(int width) {
        while (xml.next() && !xml.starts("Worksheet")) {
            if (xml.starts("Row")) {
                return row(width);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private CellRow row(int width) {
        boolean hidden = xml.isOn("Hidden");
        long before = line;
        line = index(before);
        String span = xml.attribute("Span");
        var row = new CellRow(line, width);
        long column = -1;
        while (xml.next() && !xml.ends("Row")) {
            if (xml.starts("Cell")) {
                column = index(column + 1) - 1;
                if (column >= WorkbookLimits.COLUMNS_MAX) {
                    throw Refusal.invalid("file-cell-place", column + 1, line);
                }
                String across = xml.attribute("MergeAcross");
                row.add((int) column, cell((int) column));
                column += across == null ? 0 : number(across);
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        line += span == null ? 0 : number(span); // rows without cells that look like this one
        hiddenRows += hidden && !row.fields().blank() ? 1 : 0;
        return row;
    }

    /** The index that the element here names, from 1; the one after the last where it names none. */
    private long index(long last) {
        String index = xml.attribute("Index");
        long next = index == null ? last + 1 : number(index);
        if (next <= last) {
            throw Refusal.invalid("file-rows-out-of-order", next, last);
        }
        return next;
    }

    private long number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("file-row-number", text, line);
        }
    }

    private CellText cell(int column) {
        String place = CellRow.letters(column) + line;
        boolean formula = xml.attribute("Formula") != null;
        CellText read = null;
        while (xml.next() && !xml.ends("Cell")) {
            if (xml.starts("Data")) {
                String type = xml.attribute("Type");
                read = valued(type == null ? "String" : type, xml.text(place), place);
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        if (read == null) {
            return formula ? CellText.fault("", "cell-formula-empty", place) : CellText.EMPTY;
        }
        return read;
    }

    private static CellText valued(String type, String value, String place) {
        if (value.isEmpty()) {
            return CellText.EMPTY;
        }
        return switch (type) {
            case "String" -> CellText.of(value);
            case "Number" -> CellText.number(value);
            case "DateTime" ->
                CellText.of(
                        value.endsWith(MIDNIGHT)
                                ? value.substring(0, value.length() - MIDNIGHT.length())
                                : value.replace('T', ' '));
            case "Boolean" -> CellText.of(value.equals("1") ? "TRUE" : "FALSE");
            case "Error" -> CellText.fault(value, "cell-error", value, place);
            default -> CellText.fault(value, "cell-type-unknown", type, place);
        };
    }
}
