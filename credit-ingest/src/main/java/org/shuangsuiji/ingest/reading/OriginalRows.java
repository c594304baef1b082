package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * The rows of a file as they stand in it, for handing refused ones back: without the columns that the office added when
 * it handed them back before, and without the numbers of persons: they are taken out as the reader takes them out, so that
 * a corrected row is read as that which was never refused.
 */
public final class OriginalRows implements AutoCloseable {
    /** Fields beyond the header that a refused row may show. */
    private static final int BEYOND_MAX = 64;

    private final OpenFile file;
    private final TableText.Rows rows;
    private final Layout layout;
    private final int[] places;
    private final int[] papers;
    private TableText.@Nullable Fields current;

    private OriginalRows(OpenFile file, Kind kind) {
        this.file = file;
        this.layout = file.heading().layout();
        this.rows = file.rowsBelowHeading(layout.width() + BEYOND_MAX);
        this.places = IntStream.range(0, layout.width())
                .filter(field -> !layout.isOurs(field))
                .toArray();
        this.papers = kind.papers().stream().mapToInt(layout::fieldOf).toArray();
        this.current = rows.next();
    }

    public static OriginalRows open(RecordKind kind, Path path, Formats formats, ReadingChoice choice)
            throws IOException {
        Kind read = Kind.of(kind, Categories.NOBODY);
        return OpenFile.then(path, read, formats, choice, file -> new OriginalRows(file, read));
    }

    public List<String> headers() {
        return IntStream.of(places)
                .mapToObj(place -> layout.headers().get(place).strip())
                .toList();
    }

    /** The headers of columns with numbers of persons; their fields are handed back empty. */
    public List<String> personal() {
        return IntStream.of(places)
                .filter(layout::isPersonal)
                .mapToObj(place -> layout.headers().get(place).strip())
                .toList();
    }

    /** The fields of the row that begins on this line, under the headers and beyond; lines are asked for as they rise. */
    public Optional<List<String>> at(long line) {
        while (current != null && current.line() < line) {
            current = rows.next();
        }
        return current == null || current.line() > line ? Optional.empty() : Optional.of(fields(current));
    }

    @Override
    public void close() throws IOException {
        try (file) {
            rows.close();
        }
    }

    private List<String> fields(TableText.Fields row) {
        List<String> fields = new ArrayList<>();
        for (int place : places) {
            fields.add(layout.isPersonal(place) ? "" : handedBack(row.values().get(place), place));
        }
        int end = row.values().size();
        while (end > layout.width() && row.values().get(end - 1).isBlank()) {
            end--;
        }
        for (int beyond = layout.width(); beyond < end; beyond++) {
            fields.add(handedBack(row.values().get(beyond), beyond));
        }
        return fields;
    }

    private String handedBack(String text, int place) {
        if (IntStream.of(papers).anyMatch(paper -> paper == place) && PersonNumbers.arePapers(text)) {
            return PersonNumbers.REMOVED;
        }
        return PersonNumbers.remove(layout.isSentBack() ? SentBack.unguarded(text) : text);
    }
}
