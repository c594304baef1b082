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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.api.ApiDescription;
import org.shuangsuiji.console.deliveries.FaultSheet;
import org.shuangsuiji.console.deliveries.FaultTexts;
import org.shuangsuiji.console.deliveries.FaultWorkbook;
import org.shuangsuiji.console.office.Commands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.ingest.DecideDelivery;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.Handling;
import org.shuangsuiji.ingest.ReadingChoices;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.ingest.Trial;
import org.shuangsuiji.ingest.Trials;
import org.shuangsuiji.ingest.reading.Preview;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Digests;
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
    private final Trials trials;
    private final ReadingChoices choices;
    private final DecideDelivery decideDelivery;
    private final Commands commands;
    private final FaultSheet faultSheet;
    private final FaultWorkbook faultWorkbook;
    private final FaultTexts faultTexts;
    private final Problems problems;

    DeliveryApi(
            ReceiveDelivery receiveDelivery,
            Deliveries deliveries,
            Trials trials,
            ReadingChoices choices,
            DecideDelivery decideDelivery,
            Commands commands,
            FaultSheet faultSheet,
            FaultWorkbook faultWorkbook,
            FaultTexts faultTexts,
            Problems problems) {
        this.receiveDelivery = receiveDelivery;
        this.deliveries = deliveries;
        this.trials = trials;
        this.choices = choices;
        this.decideDelivery = decideDelivery;
        this.commands = commands;
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
     * @param source the word of the source whose records they are
     * @param rows rows below the header; {@code rows = added + changed + same + faults} once it is done
     * @param flagged rows kept and marked
     * @param readAsDelivery the earlier delivery whose way of reading was remembered; absent where none was
     * @param sameFileAs the earlier delivery of the very same file; absent when there was none
     * @param notes what to know about the file as a whole, in the caller's language
     * @param failure why the whole file failed, in the caller's language; absent otherwise
     */
    record Status(
            long id,
            @Schema(ref = ApiDescription.KIND) String kind,
            @Nullable String source,
            String status,
            long rows,
            long added,
            long changed,
            long same,
            long flagged,
            long faults,
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Long readAsDelivery,
            @Nullable Long sameFileAs,
            List<String> notes,
            @Nullable Check check,
            @Nullable Failure failure) {}

    /**
     * What a check of a file found; nothing of it was stored.
     *
     * @param at when; to be sent back with the word to load it
     * @param until when it is thrown away without one
     * @param headers each header and the column it was taken for
     * @param failure why the file cannot be loaded as it was read; absent where it can
     */
    record Check(
            Instant at,
            Instant until,
            long rows,
            long added,
            long changed,
            long same,
            long flagged,
            long faults,
            List<Header> headers,
            @Nullable Failure failure) {}

    /** A header: column, chosen, left_out, personal, not_kept, unknown or nameless. */
    record Header(String header, String taken, @Nullable String column) {}

    record Failure(String code, String detail) {}

    /** Ledger: DELIVERY_RECEIVED. */
    @PostMapping
    @Operation(
            summary = "Send one file as the body: CSV, XLSX or JSON Lines",
            description =
                    "The format is recognised by the content; the Content-Type is not looked at. The file is safe on disk "
                            + "when the answer comes; it is loaded in the background. The same Idempotency-Key with the "
                            + "same file is answered with the first delivery, also when that one failed or was cancelled: "
                            + "to try again, send the file with a new key. A key belongs to dryRun as it was sent first: "
                            + "with the other one it is refused with 422, so that a trial is never taken for a load. "
                            + "Scope delivery:write.",
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
            responseCode = "409",
            description =
                    "The source is closed, or a third party without a confidentiality agreement in force or with a kind that it may not tell",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "422",
            description =
                    "Empty, too large, unknown kind or source, a reading that cannot be, or the key was used for another "
                            + "file or another dryRun",
            content = @Content(mediaType = "application/problem+json"))
    @Nullable
    ResponseEntity<Received> receive(
            @Parameter(
                            description = "What the rows are about",
                            required = true,
                            schema = @Schema(ref = ApiDescription.KIND))
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @Parameter(
                            description =
                                    "The word of the source whose records these are; without it, the department of the "
                                            + "client. A closed source, and a third party without a confidentiality agreement "
                                            + "in force or with registrations and decisions, are refused with 409")
                    @RequestParam(required = false)
                    @Nullable
                    String source,
            @RequestParam(defaultValue = "api.csv") String name,
            @Parameter(description = "UTF-8 or GB18030; found out where it is not given")
                    @RequestParam(required = false)
                    @Nullable
                    String encoding,
            @Parameter(description = "comma, tab, semicolon or pipe; found out where it is not given")
                    @RequestParam(required = false)
                    @Nullable
                    String delimiter,
            @Parameter(description = "The sheet, of files that have several") @RequestParam(required = false) @Nullable
                    String sheet,
            @Parameter(description = "The row of the header, from 1; blank rows do not count")
                    @RequestParam(required = false)
                    @Nullable
                    Integer headerRow,
            @Parameter(description = "The column of a header as header:column, or header:- to leave it out; repeatable")
                    @RequestParam(required = false)
                    String @Nullable [] map,
            @Parameter(
                            description =
                                    "Try the file out and wait for POST /api/deliveries/{id}/load, which loads it: the same file "
                                            + "need not be sent again")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
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
        // bound, a single value with a comma in it would be taken apart
        String[] pairs = request.getParameterValues("map");
        var choice = new ReadingChoice(
                encoding,
                delimiter,
                sheet,
                headerRow,
                ReadingChoice.columnsOf(pairs == null ? List.of() : Arrays.asList(pairs)));
        Delivery delivery = receiveDelivery.receive(
                kind(kind), name, request.getInputStream(), key, new Handling(source, choice, dryRun), actor);
        return ResponseEntity.accepted()
                .location(URI.create("/api/deliveries/" + delivery.id()))
                .body(new Received(delivery.id(), delivery.state().word()));
    }

    @Operation(
            summary = "What became of a file",
            description =
                    "status is checking, checked, received, running, done, failed or cancelled; check is there once a "
                            + "file sent with dryRun was tried out. Scope delivery:read.")
    @GetMapping("/{id}")
    Status status(@PathVariable long id, Actor actor, Locale locale) {
        Delivery delivery = deliveries.get(id, actor.scope());
        var counts = delivery.counts();
        String failure = delivery.failureCode();
        var source = delivery.source();
        return new Status(
                delivery.id(),
                delivery.kind().word(),
                source == null ? null : source.word(),
                delivery.state().word(),
                counts.rows(),
                counts.added(),
                counts.changed(),
                counts.same(),
                counts.flagged(),
                counts.faults(),
                delivery.encoding(),
                delivery.delimiter(),
                choices.of(id).map(ReadingChoices.Made::rememberedFrom).orElse(null),
                delivery.sameFileAs(),
                faultTexts.notes(delivery, deliveries.notes(id, actor.scope()), locale),
                trials.find(id, actor.scope())
                        .map(trial -> check(trial, locale))
                        .orElse(null),
                failure == null
                        ? null
                        : new Failure(failure, faultTexts.failure(failure, delivery.failureArgs(), locale)));
    }

    private Check check(Trial trial, Locale locale) {
        Trial.Refused refused = trial.refused();
        Preview preview = trial.preview();
        var counts = trial.counts();
        return new Check(
                trial.at(),
                trial.at().plus(DecideDelivery.WAITS),
                counts.rows(),
                counts.added(),
                counts.changed(),
                counts.same(),
                counts.flagged(),
                counts.faults(),
                preview == null
                        ? List.of()
                        : preview.headers().stream()
                                .map(header -> new Header(
                                        header.text(), header.taken().name().toLowerCase(Locale.ROOT), header.column()))
                                .toList(),
                refused == null
                        ? null
                        : new Failure(refused.code(), faultTexts.failure(refused.code(), refused.args(), locale)));
    }

    /** Ledger: DELIVERY_RELEASED. */
    @PostMapping("/{id}/load")
    @Operation(
            summary = "Load a file that was tried out",
            description =
                    "Only as long as status is checked; seen is check.at of the check that was looked at. The same "
                            + "Idempotency-Key again changes nothing. Scope delivery:write.")
    @ApiResponse(responseCode = "202", description = "Confirmed; loading follows")
    @ApiResponse(
            responseCode = "409",
            description =
                    "Not waiting for it, checked again since, not loadable as it was read, or of a source that may send no more",
            content = @Content(mediaType = "application/problem+json"))
    @Nullable
    ResponseEntity<Received> load(
            @PathVariable long id,
            @Parameter(description = "check.at of the check that was looked at") @RequestParam Instant seen,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return once(id, "load " + seen, key, () -> decideDelivery.load(id, seen, actor), actor, request, response);
    }

    /** Ledger: DELIVERY_CANCELLED. */
    @PostMapping("/{id}/discard")
    @Operation(
            summary = "Throw a file away that was tried out",
            description = "Only as long as status is checked. Scope delivery:write.")
    @ApiResponse(responseCode = "202", description = "Thrown away")
    @Nullable
    ResponseEntity<Received> discard(
            @PathVariable long id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return once(id, "discard", key, () -> decideDelivery.discard(id, actor), actor, request, response);
    }

    private @Nullable ResponseEntity<Received> once(
            long id,
            String what,
            @Nullable String key,
            Runnable command,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (key == null || key.isBlank()) {
            problems.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "delivery-key-missing");
            return null;
        }
        byte[] digest = Digests.sha256((id + " " + what).getBytes(StandardCharsets.UTF_8));
        commands.once(actor, key, digest, () -> {
            command.run();
            return String.valueOf(id);
        });
        Delivery delivery = deliveries.get(id, actor.scope());
        return ResponseEntity.accepted()
                .body(new Received(delivery.id(), delivery.state().word()));
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
                .orElseThrow(() -> Refusal.invalid(
                        "delivery-kind",
                        word,
                        Arrays.stream(RecordKind.values()).map(RecordKind::word).collect(Collectors.joining(", "))));
    }
}
