package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.Sheet;
import org.shuangsuiji.ingest.reading.TableFile;
import org.shuangsuiji.ingest.reading.TableText;
import org.shuangsuiji.model.Refusal;

/** A workbook in a zip, read part by part: what POI finds in the package, our own reader takes event by event. */
final class Workbook implements TableFile {
    static {
        // the scan before has its own limits, which say what was found and what to do
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final OPCPackage contents;
    private final Map<String, ZipScan.Part> parts;
    private final long fileBytes;
    private final PackagePart core;
    private final List<SheetPart> sheets;
    private final List<NumberForm> forms;
    private final boolean from1904;
    private final @Nullable SharedStrings texts;
    private @Nullable PartStream running;

    private Workbook(OPCPackage contents, Map<String, ZipScan.Part> parts, long fileBytes)
            throws IOException, OpenXML4JException {
        this.contents = contents;
        this.parts = parts;
        this.fileBytes = fileBytes;
        this.core = core(contents);
        var book = readBook();
        this.from1904 = book.from1904;
        this.sheets = List.copyOf(book.sheets);
        if (sheets.isEmpty()) {
            throw Refusal.invalid("file-workbook-sheets-missing");
        }
        PackagePart styles = related("/styles");
        this.forms = styles == null ? List.of() : readForms(styles);
        PackagePart strings = related("/sharedStrings");
        this.texts = strings == null ? null : readTexts(strings);
    }

    static Workbook open(Path file, WorkbookLimits limits) throws IOException {
        Map<String, ZipScan.Part> parts = ZipScan.of(file, limits);
        OPCPackage contents = null;
        Workbook opened = null;
        try {
            contents = OPCPackage.open(file.toFile(), PackageAccess.READ);
            opened = new Workbook(contents, parts, file.toFile().length());
            return opened;
        } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | IllegalArgumentException e) {
            Refusal refusal = Refusal.invalid("file-workbook-broken");
            refusal.initCause(e);
            throw refusal;
        } finally {
            if (opened == null && contents != null) {
                contents.revert();
            }
        }
    }

    @Override
    public String form() {
        return "XLSX";
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

    /** As much of the file as of the sheet: what a sheet unpacks to is no measure of it. */
    @Override
    public long bytesRead() {
        PartStream part = running;
        return part == null ? 0 : part.share(fileBytes);
    }

    @Override
    public void close() throws IOException {
        contents.revert(); // closes it, and writes nothing
        if (texts != null) {
            texts.close();
        }
    }

    private static PackagePart core(OPCPackage contents) throws OpenXML4JException {
        for (String type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            for (PackageRelationship relation : contents.getRelationshipsByType(type)) {
                PackagePart part = contents.getPart(relation);
                if (part != null) {
                    return part;
                }
            }
        }
        throw Refusal.invalid("file-workbook-contents-missing");
    }

    private @Nullable PackagePart related(String typeEnd) throws OpenXML4JException {
        for (PackageRelationship relation : core.getRelationships()) {
            if (relation.getRelationshipType().endsWith(typeEnd)) {
                return core.getRelatedPart(relation);
            }
        }
        return null;
    }

    private static String name(PackagePart part) {
        return part.getPartName().getName().substring(1);
    }

    private XmlPart xml(PackagePart part) throws IOException {
        return new XmlPart(name(part), stream(part));
    }

    private PartStream stream(PackagePart part) throws IOException {
        ZipScan.Part declared = parts.get(name(part));
        if (declared == null) {
            throw Refusal.invalid("file-workbook-broken");
        }
        InputStream in = part.getInputStream();
        return new PartStream(in, declared);
    }

    /** What the part about the book itself says. */
    private static final class Book {
        private final List<SheetPart> sheets = new ArrayList<>();
        private boolean from1904;
    }

    private Book readBook() throws IOException, OpenXML4JException {
        var book = new Book();
        try (XmlPart xml = xml(core)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    book.from1904 = xml.isOn("date1904");
                } else if (xml.starts("sheet")) {
                    addSheet(book, xml.attribute("name"), xml.attribute("id"), xml.attribute("state"));
                }
            }
        }
        return book;
    }

    private void addSheet(Book book, @Nullable String name, @Nullable String relationId, @Nullable String state)
            throws OpenXML4JException {
        PackageRelationship relation = relationId == null ? null : core.getRelationship(relationId);
        PackagePart part = relation == null ? null : core.getRelatedPart(relation);
        if (name == null || relation == null || part == null) {
            throw Refusal.invalid("file-workbook-sheet-lost", name == null ? "" : name);
        }
        if (relation.getRelationshipType().endsWith("/worksheet")) {
            book.sheets.add(new SheetPart(name, part, "hidden".equals(state) || "veryHidden".equals(state)));
        }
    }

    private List<NumberForm> readForms(PackagePart styles) throws IOException {
        Map<Integer, String> codes = new HashMap<>();
        Map<Integer, NumberForm> known = new LinkedHashMap<>();
        List<NumberForm> found = new ArrayList<>();
        try (XmlPart xml = xml(styles)) {
            boolean inCells = false;
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    String code = xml.attribute("formatCode");
                    codes.put(number(xml.attribute("numFmtId")), code == null ? "" : code);
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    inCells = xml.starts("cellXfs");
                } else if (inCells && xml.starts("xf")) {
                    found.add(known.computeIfAbsent(
                            number(xml.attribute("numFmtId")), id -> NumberForm.of(id, codes.getOrDefault(id, ""))));
                }
            }
        }
        return List.copyOf(found);
    }

    private SharedStrings readTexts(PackagePart strings) throws IOException {
        try (XmlPart xml = xml(strings)) {
            return SharedStrings.of(xml);
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    NumberForm form(@Nullable String style) {
        int place = number(style);
        return place >= 0 && place < forms.size() ? forms.get(place) : NumberForm.NUMBER;
    }

    boolean isFrom1904() {
        return from1904;
    }

    @Nullable
    String text(long number) {
        return texts == null ? null : texts.get(number);
    }

    /** One sheet of the book. */
    private final class SheetPart implements Sheet {
        private final String name;
        private final PackagePart part;
        private final boolean hidden;
        private @Nullable SheetXml cursor;

        SheetPart(String name, PackagePart part, boolean hidden) {
            this.name = name;
            this.part = part;
            this.hidden = hidden;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<List<String>> firstRows(int count) {
            try (SheetXml first = open()) {
                return first.firstRows(count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public TableText.Rows rows(int width) {
            try {
                cursor = open();
                return cursor.rows(width);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Note> notes() {
            List<Note> notes = new ArrayList<>();
            if (hidden) {
                notes.add(new Note("sheet-hidden", List.of(name)));
            }
            SheetXml read = cursor;
            if (read != null && read.hiddenRows() > 0) {
                notes.add(new Note("rows-hidden", List.of(String.valueOf(read.hiddenRows()))));
            }
            if (read != null && read.merged() > 0) {
                notes.add(new Note("cells-merged", List.of(String.valueOf(read.merged()), read.firstMerged())));
            }
            return notes;
        }

        private SheetXml open() throws IOException {
            PartStream stream = stream(part);
            running = stream;
            return new SheetXml(Workbook.this, new XmlPart(Workbook.name(part), stream));
        }
    }
}
