package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;

/**
 * A table that leaves the office as a CSV file.
 *
 * <p>Values may come from strangers: one that a spreadsheet program would take for a formula gets an apostrophe before it.
 * The mark at the beginning lets such programs read UTF-8.
 */
public final class CsvSheet {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Writer writer;

    private CsvSheet(Writer writer) {
        this.writer = writer;
    }

    /** Begins a file of this name. */
    public static CsvSheet begin(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
        Writer writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write('\ufeff');
        return new CsvSheet(writer);
    }

    public CsvSheet line(List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                writer.write(i == 0 ? "" : ",");
                writer.write(cell(cells.get(i)));
            }
            writer.write("\r\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void end() throws IOException {
        writer.flush();
    }

    /** One value as it stands in the file. */
    public static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
