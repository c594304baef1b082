package org.shuangsuiji.console.deliveries;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.CsvSheet;
import org.shuangsuiji.ingest.ExportFaults;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.model.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The refused rows of a delivery as CSV, in the reader's language.
 *
 * <p>The values come from strangers: one that a spreadsheet program would take for a formula gets an apostrophe before
 * it. The mark at the beginning lets such programs read UTF-8.
 */
@Component
public class FaultSheet {
    private static final List<String> HEADERS = List.of(
            "fault.column.line",
            "fault.column.column",
            "fault.column.value",
            "fault.column.reason",
            "fault.column.action");

    private final ExportFaults exportFaults;
    private final FaultTexts faultTexts;
    private final MessageSource texts;

    FaultSheet(ExportFaults exportFaults, FaultTexts faultTexts, MessageSource texts) {
        this.exportFaults = exportFaults;
        this.faultTexts = faultTexts;
        this.texts = texts;
    }

    public void write(long deliveryId, OutputStream out, Actor actor, Locale locale) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        line(
                writer,
                HEADERS.stream()
                        .map(header -> texts.getMessage(header, null, locale))
                        .toList());
        try {
            exportFaults.export(deliveryId, actor, fault -> line(writer, cells(fault, locale)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private List<String> cells(Fault fault, Locale locale) {
        return List.of(
                Long.toString(fault.line()),
                orEmpty(fault.column()),
                orEmpty(fault.value()),
                faultTexts.reason(fault, locale),
                faultTexts.action(fault, locale));
    }

    private static void line(Writer writer, List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                writer.write(i == 0 ? "" : ",");
                writer.write(cell(cells.get(i)));
            }
            writer.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(String value) {
        return CsvSheet.cell(value);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
