package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, the odd ones as well. */
public final class WorkbookBuilder {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** Writes the bytes of one part. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Map<String, Content> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder overrides = new StringBuilder();
    private String bookAttributes = "";
    private int sheetCount;

    private WorkbookBuilder() {}

    /** A workbook with one sheet of these rows. */
    public static WorkbookBuilder aWorkbook(String... rows) {
        return new WorkbookBuilder().sheet("数据", "", rows);
    }

    /** A workbook without any sheet yet. */
    public static WorkbookBuilder anEmptyWorkbook() {
        return new WorkbookBuilder();
    }

    /** Adds a sheet; each row is the XML of a row element, or cells beside each other to be written as texts. */
    public WorkbookBuilder sheet(String name, String state, String... rows) {
        var xml = new StringBuilder(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        int line = 0;
        for (String row : rows) {
            line++;
            xml.append(row.startsWith("<") ? row : row(line, row.split("\\|", -1)));
        }
        return sheet(name, state, text(xml.append("</sheetData></worksheet>").toString()));
    }

    public WorkbookBuilder sheet(String name, String state, Content content) {
        sheetCount++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" %s r:id=\"rId%d\"/>"
                .formatted(name, sheetCount, state.isEmpty() ? "" : "state=\"" + state + "\"", sheetCount));
        relation("worksheet", "worksheets/sheet%d.xml".formatted(sheetCount), "rId" + sheetCount);
        parts.put("xl/worksheets/sheet%d.xml".formatted(sheetCount), content);
        return this;
    }

    /** The texts that cells of type s name by number; each is the content of an si element, or a plain text. */
    public WorkbookBuilder texts(String... texts) {
        var xml = new StringBuilder(HEAD + "<sst xmlns=\"" + MAIN + "\">");
        for (String text : texts) {
            xml.append("<si>")
                    .append(text.startsWith("<") ? text : "<t>" + text + "</t>")
                    .append("</si>");
        }
        return texts(text(xml.append("</sst>").toString()));
    }

    public WorkbookBuilder texts(Content content) {
        relation("sharedStrings", "sharedStrings.xml", "rIdTexts");
        parts.put("xl/sharedStrings.xml", content);
        return this;
    }

    /** Cell styles: the first is plain, and each further one has this number format or code. */
    public WorkbookBuilder formats(String... formats) {
        var codes = new StringBuilder();
        var cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        int own = 164;
        for (String format : formats) {
            boolean builtIn = format.chars().allMatch(Character::isDigit);
            if (!builtIn) {
                codes.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(own, format));
            }
            cells.append("<xf numFmtId=\"%s\"/>".formatted(builtIn ? format : String.valueOf(own++)));
        }
        relation("styles", "styles.xml", "rIdStyles");
        parts.put(
                "xl/styles.xml",
                text(HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + codes
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells
                        + "</cellXfs></styleSheet>"));
        return this;
    }

    public WorkbookBuilder from1904() {
        bookAttributes = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** Adds a part as it is, or replaces one. */
    public WorkbookBuilder part(String name, String content) {
        parts.put(name, text(content));
        return this;
    }

    public WorkbookBuilder part(String name, Content content) {
        parts.put(name, content);
        return this;
    }

    /** Writes it; parts that were replaced keep what they were given. */
    public Path write(Path file) {
        return write(file, Map.of());
    }

    /** Writes it without some of its parts. */
    public Path writeWithout(Path file, String... names) {
        Map<String, Boolean> left = new LinkedHashMap<>();
        for (String name : names) {
            left.put(name, true);
        }
        return write(file, left);
    }

    private Path write(Path file, Map<String, Boolean> without) {
        Map<String, Content> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                text(HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + overrides + "</Types>"));
        all.put("_rels/.rels", text(relations(relationXml("officeDocument", "xl/workbook.xml", "rId1"))));
        all.put(
                "xl/workbook.xml",
                text(HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + bookAttributes
                        + "<sheets>" + sheets + "</sheets></workbook>"));
        all.put("xl/_rels/workbook.xml.rels", text(relations(relations.toString())));
        all.putAll(parts);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Content> part : all.entrySet()) {
                if (!without.containsKey(part.getKey())) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    part.getValue().writeTo(zip);
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void relation(String type, String target, String id) {
        relations.append(relationXml(type, target, id));
        overrides.append(
                "<Override PartName=\"/xl/%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
                        .formatted(target, type));
    }

    private static String relationXml(String type, String target, String id) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private static String relations(String content) {
        return HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    private static Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A row of texts; what begins with a bracket is the XML of its cell. */
    public static String row(int line, String... cells) {
        var xml = new StringBuilder("<row r=\"%d\">".formatted(line));
        for (int column = 0; column < cells.length; column++) {
            String cell = cells[column];
            if (cell.startsWith("<")) {
                xml.append(cell);
            } else if (!cell.isEmpty()) {
                xml.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                        .formatted(
                                CellRow.letters(column),
                                line,
                                cell.replace("&", "&amp;").replace("<", "&lt;")));
            }
        }
        return xml.append("</row>").toString();
    }
}
