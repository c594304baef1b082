package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text with delimiters: which one it uses shows in its header. */
final class CsvFile implements TableFile {
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');

    private final Path file;
    private final ByteCount bytes = new ByteCount();
    private final TextForm form;
    private final TableText table;
    private final String sample;

    CsvFile(Path file, TextForm form, TableText table) throws IOException {
        this.file = file;
        this.form = form;
        this.table = table;
        this.sample = sample(file, form);
    }

    @Override
    public String form() {
        return form.name();
    }

    @Override
    public List<Sheet> sheets() {
        return DELIMITERS.stream().<Sheet>map(Cut::new).toList();
    }

    @Override
    public boolean hasManySheets() {
        return false;
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

    private static String sample(Path file, TextForm form) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(form.skip());
            var reader = new InputStreamReader(in, form.charset());
            char[] chars = new char[FileReading.FIELD_MAX];
            int length = 0;
            for (int read = reader.read(chars); read > 0; read = reader.read(chars, length, chars.length - length)) {
                length += read;
            }
            return new String(chars, 0, length);
        }
    }

    /** The text as one delimiter cuts it. */
    private final class Cut implements Sheet {
        private final char delimiter;

        Cut(char delimiter) {
            this.delimiter = delimiter;
        }

        @Override
        public String name() {
            return String.valueOf(delimiter);
        }

        @Override
        public List<List<String>> firstRows(int count) {
            return table.firstRows(sample, delimiter, count);
        }

        @Override
        public TableText.Rows rows(int width) {
            try {
                InputStream in = bytes.open(file);
                in.skipNBytes(form.skip());
                return table.rows(new InputStreamReader(in, form.charset().newDecoder()), delimiter, width);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
