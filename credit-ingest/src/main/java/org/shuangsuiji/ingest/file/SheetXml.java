package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;

/** The rows of a sheet of a workbook in a zip. */
final class SheetXml implements SheetCursor {
    private static final int LETTERS = 26;
    private static final int LETTERS_MAX = 3;
    private static final Pattern RANGE = Pattern.compile("[A-Z]{1,3}([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})");

    private final Workbook book;
    private final XmlPart xml;
    private long line;
    private long hiddenRows;
    private long merged;
    private String firstMerged = "";

    SheetXml(Workbook book, XmlPart xml) {
        this.book = book;
        this.xml = xml;
    }

    /** Rows with something in them that the sheet does not show, so far. */
    long hiddenRows() {
        return hiddenRows;
    }

    /** Stretches of cells merged over several rows, of which only the first has the value; known at the end of the sheet. */
    long merged() {
        return merged;
    }

    /** The first of these, such as C2:C5. */
    String firstMerged() {
        return firstMerged;
    }

    @Override
    public @Nullable CellRow next(int width) {
        while (xml.next()) {
            if (xml.starts("row")) {
                return row(width);
            }
            if (xml.starts("mergeCell")) {
                merge(xml.attribute("ref"));
            }
        }
        return null;
    }

    private void merge(@Nullable String range) {
        Matcher ends = RANGE.matcher(range == null ? "" : range);
        if (ends.matches() && !ends.group(1).equals(ends.group(2))) {
            firstMerged = merged++ == 0 ? ends.group() : firstMerged;
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private CellRow row(int width) {
        String number = xml.attribute("r");
        boolean hidden = xml.isOn("hidden");
        long before = line;
        line = number == null ? before + 1 : lineOf(number, before);
        if (line <= before) {
            throw Refusal.invalid("file-rows-out-of-order", line, before);
        }
        var row = new CellRow(line, width);
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String reference = xml.attribute("r");
                int next = reference == null ? column + 1 : columnOf(reference, line);
                if (next <= column) {
                    throw Refusal.invalid("file-cells-out-of-order", line, CellRow.letters(next) + line);
                }
                column = next;
                row.add(column, cell(column));
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        hiddenRows += hidden && !row.fields().blank() ? 1 : 0;
        return row;
    }

    private CellText cell(int column) {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String place = CellRow.letters(column) + line;
        boolean formula = false;
        String value = null;
        String inline = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                formula = true;
                xml.skip();
            } else if (xml.starts("v")) {
                value = xml.text(place);
            } else if (xml.starts("is")) {
                inline = RichText.of(xml, place);
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        if (inline != null) {
            return CellText.of(inline);
        }
        if (value == null) {
            return formula ? CellText.fault("", "cell-formula-empty", place) : CellText.EMPTY;
        }
        return value.isEmpty() ? CellText.EMPTY : valued(type == null ? "n" : type, value, style, place);
    }

    private CellText valued(String type, String value, @Nullable String style, String place) {
        return switch (type) {
            case "s" -> shared(value, place);
            case "str" -> CellText.of(XmlPart.unescaped(value));
            case "b" -> CellText.of(value.equals("1") || value.equals("true") ? "TRUE" : "FALSE");
            case "e" -> CellText.fault(value, "cell-error", value, place);
            case "d" -> CellText.of(value.endsWith("T00:00:00") ? value.substring(0, value.indexOf('T')) : value);
            case "n" -> {
                NumberForm form = book.form(style);
                yield form == NumberForm.NUMBER ? CellText.number(value) : CellText.day(value, form, book.isFrom1904());
            }
            default -> CellText.fault(value, "cell-type-unknown", type, place);
        };
    }

    private CellText shared(String value, String place) {
        String text;
        try {
            text = book.text(Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            text = null;
        }
        return text == null ? CellText.fault("", "cell-text-lost", value, place) : CellText.of(text);
    }

    private static long lineOf(String number, long before) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("file-row-number", number, before);
        }
    }

    /** The column of a reference such as AB12. */
    private static int columnOf(String reference, long line) {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            column = column * LETTERS + reference.charAt(letters) - 'A' + 1;
            letters++;
            if (letters > LETTERS_MAX) {
                break;
            }
        }
        if (column < 1 || column > WorkbookLimits.COLUMNS_MAX) {
            throw Refusal.invalid("file-cell-place", reference, line);
        }
        return column - 1;
    }
}
