package org.shuangsuiji.console.api.deliveries;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.deliveries.FaultSheet;
import org.shuangsuiji.console.deliveries.FaultTexts;
import org.shuangsuiji.console.deliveries.FaultWorkbook;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/deliveries")
@Tag(name = "deliveries", description = "Send a file of records and learn what became of its rows")
class DeliveryApi {
    static final String KEY = "Idempotency-Key";

    private final ReceiveDelivery receiveDelivery;
    private final Deliveries deliveries;
    private final FaultSheet faultSheet;
    private final FaultWorkbook faultWorkbook;
    private final FaultTexts faultTexts;
    private final Problems problems;

    DeliveryApi(
            ReceiveDelivery receiveDelivery,
            Deliveries deliveries,
            FaultSheet faultSheet,
            FaultWorkbook faultWorkbook,
            FaultTexts faultTexts,
            Problems problems) {
        this.receiveDelivery = receiveDelivery;
        this.deliveries = deliveries;
        this.faultSheet = faultSheet;
        this.faultWorkbook = faultWorkbook;
        this.faultTexts = faultTexts;
        this.problems = problems;
    }

    /** The answer to a file that is safe on disk. */
    record Received(long id, String status) {}

    /**
     * What became of a file.
     *
     * @param rows rows below the header; {@code rows = added + changed + same + faults} once it is done
     * @param flagged rows kept and marked
     * @param sameFileAs the earlier delivery of the very same file; absent when there was none
     * @param notes what to know about the file as a whole, in the caller's language
     * @param failure why the whole file failed, in the caller's language; absent otherwise
     */
    record Status(
            long id,
            String kind,
            String status,
            long rows,
            long added,
            long changed,
            long same,
            long flagged,
            long faults,
            @Nullable String encoding,
            @Nullable Long sameFileAs,
            List<String> notes,
            @Nullable Failure failure) {}

    record Failure(String code, String detail) {}

    /** Ledger: DELIVERY_RECEIVED. */
    @PostMapping
    @Operation(
            summary = "Send one file as the body: CSV, XLSX or JSON Lines",
            description =
                    "The format is recognised by the content; the Content-Type is not looked at. The file is safe on disk when the answer comes; it is loaded in the background. The same "
                            + "Idempotency-Key with the same file is answered with the first delivery, also when that one failed or "
                            + "was cancelled: to try again, send the file with a new key. Scope delivery:write.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description =
                                    "CSV in UTF-8 or GB18030, an Excel workbook (xlsx or SpreadsheetML 2003), or JSON "
                                            + "with one object on each line whose keys are the columns",
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = FaultWorkbook.TYPE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "202", description = "Received; loading follows")
    @ApiResponse(
            responseCode = "400",
            description = "No Idempotency-Key, or one that holds more than ASCII",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "422",
            description = "Empty, too large, unknown kind, or the key was used for another file",
            content = @Content(mediaType = "application/problem+json"))
    @Nullable
    ResponseEntity<Received> receive(
            @Parameter(
                            description = "What the rows are about",
                            required = true,
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "registration",
                                                "permit",
                                                "penalty",
                                                "abnormal",
                                                "dishonesty"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @RequestParam(defaultValue = "api.csv") String name,
            @Parameter(description = "Made by the caller; the same key again is the same delivery", required = true)
                    @RequestHeader(name = KEY, required = false)
                    @Nullable
                    String key,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (key == null || key.isBlank()) {
            problems.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "delivery-key-missing");
            return null;
        }
        if (kind == null) {
            problems.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "delivery-kind-missing");
            return null;
        }
        Delivery delivery = receiveDelivery.receive(kind(kind), name, request.getInputStream(), key, actor);
        return ResponseEntity.accepted()
                .location(URI.create("/api/deliveries/" + delivery.id()))
                .body(new Received(delivery.id(), delivery.state().word()));
    }

    @Operation(
            summary = "What became of a file",
            description = "status is received, running, done, failed or cancelled. Scope delivery:read.")
    @GetMapping("/{id}")
    Status status(@PathVariable long id, Actor actor, Locale locale) {
        Delivery delivery = deliveries.get(id, actor.scope());
        var counts = delivery.counts();
        String failure = delivery.failureCode();
        return new Status(
                delivery.id(),
                delivery.kind().word(),
                delivery.state().word(),
                counts.rows(),
                counts.added(),
                counts.changed(),
                counts.same(),
                counts.flagged(),
                counts.faults(),
                delivery.encoding(),
                delivery.sameFileAs(),
                faultTexts.notes(delivery, deliveries.notes(id, actor.scope()), locale),
                failure == null
                        ? null
                        : new Failure(failure, faultTexts.failure(failure, delivery.failureArgs(), locale)));
    }

    /** Ledger: FAULTS_EXPORTED. */
    @Operation(
            summary = "The refused rows as CSV",
            description = "Line, column, value, reason and what to do, in the caller's language. Scope delivery:read.")
    @GetMapping("/{id}/faults.csv")
    void faults(@PathVariable long id, Actor actor, HttpServletResponse response, Locale locale) throws IOException {
        deliveries.get(id, actor.scope());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"delivery-%d-faults.csv\"".formatted(id));
        faultSheet.write(id, response.getOutputStream(), actor, locale);
    }

    /** Ledger: FAULTS_EXPORTED. */
    @Operation(
            summary = "The refused rows as a workbook (XLSX)",
            description =
                    "Each row as it was sent, under its own header, with line, column, reason and what to do before "
                            + "it, in the caller's language; columns with numbers of persons are empty. Corrected there, it can be "
                            + "sent again as a delivery as it is. Scope delivery:read.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = FaultWorkbook.TYPE))
    @ApiResponse(
            responseCode = "409",
            description = "The delivery is not done, or its file is lost",
            content = @Content(mediaType = "application/problem+json"))
    @GetMapping("/{id}/faults.xlsx")
    void faultWorkbook(@PathVariable long id, Actor actor, HttpServletResponse response, Locale locale)
            throws IOException {
        faultWorkbook.answer(id, response, actor, locale);
    }

    private static RecordKind kind(String word) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("delivery-kind", word));
    }
}
