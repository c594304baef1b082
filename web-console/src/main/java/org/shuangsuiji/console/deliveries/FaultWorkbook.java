package org.shuangsuiji.console.deliveries;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.ExportFaults;
import org.shuangsuiji.ingest.ReopenDelivery;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.OriginalRows;
import org.shuangsuiji.model.Actor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The refused rows of a delivery as a workbook: each as it was sent, under its own header, behind the reason. It can be
 * corrected there and sent again as it is.
 */
@Component
public class FaultWorkbook {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final List<String> OUR_HEADERS =
            List.of("fault.workbook.line", "fault.workbook.column", "fault.workbook.reason", "fault.workbook.action");

    private final Deliveries deliveries;
    private final ReopenDelivery reopenDelivery;
    private final ExportFaults exportFaults;
    private final FaultTexts faultTexts;
    private final MessageSource texts;
    private final Clock clock;

    FaultWorkbook(
            Deliveries deliveries,
            ReopenDelivery reopenDelivery,
            ExportFaults exportFaults,
            FaultTexts faultTexts,
            MessageSource texts,
            Clock clock) {
        this.deliveries = deliveries;
        this.reopenDelivery = reopenDelivery;
        this.exportFaults = exportFaults;
        this.faultTexts = faultTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /** Answers with the workbook; refuses before a byte of it is sent. */
    public void answer(long deliveryId, HttpServletResponse response, Actor actor, Locale locale) throws IOException {
        Delivery delivery = deliveries.get(deliveryId, actor.scope());
        try (OriginalRows rows = reopenDelivery.rows(delivery)) {
            response.setContentType(TYPE);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"delivery-%d-faults.xlsx\"".formatted(deliveryId));
            var workbook = new Workbook(response.getOutputStream(), "shuangsuiji", "1.0");
            List<String> headers = Stream.concat(
                            OUR_HEADERS.stream().map(header -> text(header, locale)), rows.headers().stream())
                    .toList();
            var sheet = new FaultRows(workbook, text("fault.workbook.rows", locale), headers, OUR_HEADERS.size());
            exportFaults.export(
                    deliveryId,
                    actor,
                    fault ->
                            sheet.add(ours(fault, locale), rows.at(fault.line()).orElse(List.of()), fault.column()));
            sheet.finish();
            about(workbook, delivery, rows, sheet, actor, locale);
            workbook.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> ours(Fault fault, Locale locale) {
        String column = fault.column();
        return List.of(
                Long.toString(fault.line()),
                column == null ? "" : column,
                faultTexts.reason(fault, locale),
                faultTexts.action(fault, locale));
    }

    /** What the rows are, of which file, and who took them when. */
    private void about(
            Workbook workbook, Delivery delivery, OriginalRows rows, FaultRows sheet, Actor actor, Locale locale)
            throws IOException {
        Worksheet about = workbook.newWorksheet(text("fault.workbook.about", locale));
        List<List<String>> lines = List.of(
                List.of("filter", text("fault.workbook.filter.text", locale, delivery.id())),
                List.of("file", delivery.fileName()),
                List.of("sha256", delivery.sha256()),
                List.of("count", Long.toString(sheet.count())),
                List.of("taken-at", MOMENT.format(ZonedDateTime.now(clock))),
                List.of("taken-by", actor.account()),
                List.of(
                        "personal",
                        rows.personal().isEmpty()
                                ? text("fault.workbook.none", locale)
                                : String.join(text("list.separator", locale), rows.personal())),
                List.of("cut", Long.toString(sheet.cut())),
                List.of("again", text("fault.workbook.again.text", locale)));
        about.width(0, FaultRows.WIDE);
        about.width(1, 2 * FaultRows.WIDE);
        for (int line = 0; line < lines.size(); line++) {
            about.inlineString(line, 0, text("fault.workbook." + lines.get(line).get(0), locale));
            about.inlineString(line, 1, FaultRows.cell(lines.get(line).get(1)));
            about.style(line, 1).wrapText(true).set();
        }
        about.finish();
    }

    private String text(String code, Locale locale, Object... args) {
        return texts.getMessage(code, args, locale);
    }
}
