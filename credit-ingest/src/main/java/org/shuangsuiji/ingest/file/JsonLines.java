package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.ByteCount;
import org.shuangsuiji.ingest.reading.CellFault;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.Sheet;
import org.shuangsuiji.ingest.reading.TableFile;
import org.shuangsuiji.ingest.reading.TableText;
import org.shuangsuiji.ingest.reading.TextForm;
import org.shuangsuiji.model.Refusal;

/** One object on each line: the keys of the first lines are its header, and a later key that is not among them a fault. */
final class JsonLines implements TableFile, Sheet {
    /** The most characters of one line. */
    static final int LINE_MAX = 1 << 20;

    private static final int LINES_SAMPLED = 100;

    private final Path file;
    private final ByteCount bytes = new ByteCount();
    private final TextForm form;
    private final List<String> keys;

    JsonLines(Path file, TextForm form) throws IOException {
        this.file = file;
        this.form = form;
        this.keys = List.copyOf(keys());
        if (keys.isEmpty()) {
            throw Refusal.invalid("file-json-not-lines");
        }
    }

    @Override
    public String form() {
        return "JSON " + form.name();
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(this);
    }

    @Override
    public boolean hasManySheets() {
        return false;
    }

    @Override
    public boolean namesFields() {
        return true;
    }

    @Override
    public List<Note> notes(Sheet sheet) {
        return List.of();
    }

    @Override
    public long bytesRead() {
        return bytes.read();
    }

    @Override
    public void close() {
        // the rows hold the file
    }

    @Override
    public List<List<String>> firstRows(int count) {
        List<List<String>> first = new ArrayList<>();
        try (var rows = new Rows(lines())) {
            TableText.Fields row = rows.next();
            while (row != null && first.size() < count) {
                if (!row.blank()) {
                    first.add(row.values());
                }
                row = rows.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(first);
    }

    @Override
    public TableText.Rows rows(int width) {
        try {
            return new Rows(lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> keys() throws IOException {
        Set<String> found = new LinkedHashSet<>();
        try (LineReader lines = lines()) {
            String line = lines.next();
            for (int sampled = 0; line != null && sampled < LINES_SAMPLED; sampled++) {
                JsonObject object = lines.isTooLong() || line.isEmpty() ? null : JsonObject.read(line);
                if (object != null && object.fault() == null) {
                    found.addAll(object.fields().keySet());
                }
                if (found.size() > FileReading.COLUMNS_MAX) {
                    break;
                }
                line = lines.next();
            }
        }
        return found;
    }

    private LineReader lines() throws IOException {
        InputStream in = bytes.open(file);
        in.skipNBytes(form.skip());
        return new LineReader(new InputStreamReader(in, form.charset().newDecoder()), LINE_MAX);
    }

    private final class Rows implements TableText.Rows {
        private final LineReader lines;
        private final Map<String, Integer> places = new HashMap<>();
        private boolean headerGiven;

        Rows(LineReader lines) {
            this.lines = lines;
            keys.forEach(key -> places.put(key, places.size()));
        }

        @Override
        public TableText.@Nullable Fields next() {
            if (!headerGiven) {
                headerGiven = true;
                return new TableText.Fields(0, keys, keys.size(), false);
            }
            try {
                String line = lines.next();
                return line == null ? null : fields(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }

        private TableText.Fields fields(String line) {
            String[] values = new String[keys.size()];
            Arrays.fill(values, "");
            List<CellFault> faults = new ArrayList<>(0);
            if (lines.isTooLong()) {
                faults.add(CellFault.of(CellFault.WHOLE_ROW, line, "json-line-too-long", LINE_MAX));
            } else if (!line.isEmpty()) {
                read(JsonObject.read(line), values, faults);
            }
            return new TableText.Fields(
                    lines.line(),
                    Arrays.asList(values),
                    values.length,
                    faults.isEmpty() && Arrays.stream(values).allMatch(String::isBlank),
                    List.copyOf(faults));
        }

        private void read(JsonObject object, String[] values, List<CellFault> faults) {
            CellText broken = object.fault();
            if (broken != null) {
                faults.add(cell(CellFault.WHOLE_ROW, broken));
            }
            object.fields().forEach((key, value) -> {
                Integer place = places.get(key);
                if (place == null) {
                    faults.add(CellFault.of(
                            CellFault.WHOLE_ROW, value.text(), "json-key-unknown", key, String.join(", ", keys)));
                    return;
                }
                values[place] = value.text();
                if (value.fault() != null) {
                    faults.add(cell(place, value));
                }
            });
        }

        private static CellFault cell(int place, CellText text) {
            return new CellFault(place, text.text(), java.util.Objects.requireNonNull(text.fault()), text.args());
        }
    }
}
