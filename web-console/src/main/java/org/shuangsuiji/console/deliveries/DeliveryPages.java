package org.shuangsuiji.console.deliveries;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.jobs.JobViews;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.shell.Notice;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.DecideDelivery;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.DeliveryFaults;
import org.shuangsuiji.ingest.DeliveryState;
import org.shuangsuiji.ingest.Handling;
import org.shuangsuiji.ingest.ReadingChoices;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.ingest.Source;
import org.shuangsuiji.ingest.SourceRow;
import org.shuangsuiji.ingest.Sources;
import org.shuangsuiji.ingest.reading.ColumnGuide;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
@RequestMapping("/console/deliveries")
class DeliveryPages {
    private static final int PAGE = 50;
    private static final int FAULTS_SHOWN = 20;
    private static final Map<RecordKind, ColumnGuide> GUIDES = Arrays.stream(RecordKind.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), ColumnGuide::of));

    private final Deliveries deliveries;
    private final Sources sources;
    private final DeliveryFaults faults;
    private final ReceiveDelivery receiveDelivery;
    private final Jobs jobs;
    private final JobViews jobViews;
    private final FaultTexts faultTexts;
    private final FaultSheet faultSheet;
    private final CheckModel checkModel;
    private final FaultWorkbook faultWorkbook;
    private final Problems problems;
    private final MessageSource texts;

    DeliveryPages(
            Deliveries deliveries,
            Sources sources,
            DeliveryFaults faults,
            ReceiveDelivery receiveDelivery,
            Jobs jobs,
            JobViews jobViews,
            FaultTexts faultTexts,
            FaultSheet faultSheet,
            CheckModel checkModel,
            FaultWorkbook faultWorkbook,
            Problems problems,
            MessageSource texts) {
        this.deliveries = deliveries;
        this.sources = sources;
        this.faults = faults;
        this.receiveDelivery = receiveDelivery;
        this.jobs = jobs;
        this.jobViews = jobViews;
        this.faultTexts = faultTexts;
        this.faultSheet = faultSheet;
        this.checkModel = checkModel;
        this.faultWorkbook = faultWorkbook;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable RecordKind kind,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Long source,
            @RequestParam(required = false) @Nullable Long before,
            Actor actor,
            Model model,
            Locale locale) {
        List<Delivery> found = deliveries.list(actor.scope(), kind, state, source, before, PAGE + 1);
        List<Delivery> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "overdue", deliveries.overdue(rows.stream().map(Delivery::id).toList()));
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        model.addAttribute("before", before);
        model.addAttribute("kind", kind);
        model.addAttribute("state", state);
        model.addAttribute("source", source);
        model.addAttribute("sources", sourceNames(actor));
        model.addAttribute("kinds", kinds(locale));
        Map<DeliveryState, String> states = new LinkedHashMap<>();
        for (DeliveryState each : DeliveryState.values()) {
            states.put(each, text("delivery.state." + each.word(), locale));
        }
        model.addAttribute("states", states);
        return "ingest/deliveries";
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable RecordKind kind,
            @RequestParam(required = false) @Nullable String source,
            Actor actor,
            Model model,
            Locale locale) {
        model.addAttribute("form", new UploadForm(kind, source, null, true));
        return formPage(actor, model, locale);
    }

    /**
     * Ledger: DELIVERY_RECEIVED. The key of the form is the delivery's own, so that the file is read outside any
     * transaction and yet taken in once.
     */
    @PostMapping
    String receive(
            @Valid @ModelAttribute("form") UploadForm form,
            BindingResult faulty,
            @RequestParam String idempotencyKey,
            Model model,
            SentForm sent)
            throws IOException {
        MultipartFile file = form.chosen();
        // what is no kind at all leaves no form whose field could be named
        if (file == null && faulty.getTarget() != null) {
            problems.into(faulty, "file", Refusal.invalid("file-missing"), sent.locale());
        }
        if (file != null && !faulty.hasErrors()) {
            try (InputStream body = file.getInputStream()) {
                Delivery delivery = receiveDelivery.receive(
                        requireNonNull(form.kind()),
                        requireNonNull(file.getOriginalFilename()),
                        body,
                        idempotencyKey,
                        new Handling(form.named(), ReadingChoice.DETECT, form.checkFirst()),
                        sent.actor());
                if (delivery.state() == DeliveryState.CHECKING) {
                    Notice.after(sent.request(), "check.sent", delivery.fileName());
                } else if (delivery.state() == DeliveryState.RECEIVED) {
                    Notice.after(sent.request(), "delivery.sent", delivery.fileName());
                } else {
                    Notice.after(sent.request(), "delivery.resent");
                }
                return "redirect:/console/deliveries/" + delivery.id();
            } catch (Refusal refusal) {
                problems.into(faulty, fieldOf(refusal), refusal, sent.locale());
            }
        }
        sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return formPage(sent.actor(), model, sent.locale());
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Delivery delivery = deliveries.get(id, actor.scope());
        if (delivery.state() == DeliveryState.CHECKED) {
            return checkModel.fill(model, delivery, null, actor, locale);
        }
        model.addAttribute("delivery", delivery);
        model.addAttribute("overdue", deliveries.overdue(List.of(id)).isEmpty() ? null : DecideDelivery.WAITS.toDays());
        model.addAttribute(
                "opens",
                delivery.source() != null
                        && sourceNames(actor).containsKey(delivery.source().id()));
        ReadingChoices.Made made = checkModel.made(id);
        String remembered = checkModel.remembered(made, locale);
        model.addAttribute(
                "readAs", remembered != null || made.choice().isDetect() ? remembered : text("check.chosen", locale));
        model.addAttribute(
                "checkedOtherwise",
                delivery.state() == DeliveryState.DONE ? checkModel.otherThan(delivery, actor) : null);
        String failure = delivery.failureCode();
        model.addAttribute(
                "failure", failure == null ? null : faultTexts.failure(failure, delivery.failureArgs(), locale));
        model.addAttribute(
                "job",
                jobs.latestAbout("delivery:" + id)
                        .filter(job -> !delivery.state().isFinal())
                        .map(job -> jobViews.of(job, locale))
                        .orElse(null));
        Map<Flag, Long> flags = deliveries.flags(id, actor.scope());
        model.addAttribute(
                "notes",
                Stream.concat(
                                deliveries.notes(id, actor.scope()).stream()
                                        .filter(note -> !note.code().equals(DecideDelivery.OVERDUE))
                                        .map(note -> faultTexts.note(note, locale)),
                                faultTexts.dropped(flags, locale).stream())
                        .toList());
        model.addAttribute("flags", FaultTexts.marks(flags));
        model.addAttribute("outside", deliveries.rowsOutside(id, actor.scope()));
        model.addAttribute("faults", faultTexts.views(faults.first(id, FAULTS_SHOWN, actor.scope()), locale));
        return "ingest/delivery";
    }

    /** Ledger: FAULTS_EXPORTED. */
    @GetMapping("/{id}/faults.csv")
    void faults(@PathVariable long id, Actor actor, HttpServletResponse response, Locale locale) throws IOException {
        deliveries.get(id, actor.scope());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"delivery-%d-faults.csv\"".formatted(id));
        faultSheet.write(id, response.getOutputStream(), actor, locale);
    }

    /** Ledger: FAULTS_EXPORTED. */
    @GetMapping("/{id}/faults.xlsx")
    void faultWorkbook(@PathVariable long id, Actor actor, HttpServletResponse response, Locale locale)
            throws IOException {
        faultWorkbook.answer(id, response, actor, locale);
    }

    private static String fieldOf(Refusal refusal) {
        if (refusal.code().equals("record-source-kind")) {
            return "kind";
        }
        return refusal.code().startsWith("record-source-") ? "source" : "file";
    }

    private String formPage(Actor actor, Model model, Locale locale) {
        model.addAttribute("kinds", kinds(locale));
        model.addAttribute(
                "ofThirdParties",
                kinds(locale).entrySet().stream()
                        .filter(kind -> Source.Standing.THIRD_PARTY.mayTell(kind.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining(text("list.separator", locale))));
        Map<String, String> choices = new LinkedHashMap<>();
        for (SourceRow row : sources.choices(actor.scope())) {
            if (row.standing() != Source.Standing.DEPARTMENT || row.departmentId() != actor.departmentId()) {
                choices.put(row.word(), text(nameCode(row), locale, row.name()));
            }
        }
        model.addAttribute("sources", choices);
        model.addAttribute("guides", GUIDES);
        return "ingest/delivery-new";
    }

    private Map<RecordKind, String> kinds(Locale locale) {
        Map<RecordKind, String> kinds = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            kinds.put(kind, text("kind." + kind.word(), locale));
        }
        return kinds;
    }

    private static String nameCode(SourceRow row) {
        return row.unbound() ? "provider.choice.unbound" : "provider.choice." + row.standing();
    }

    private Map<Long, String> sourceNames(Actor actor) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (SourceRow row : sources.list(actor.scope())) {
            names.put(requireNonNull(row.id()), row.name());
        }
        return names;
    }

    private String text(String code, Locale locale, Object... arguments) {
        return texts.getMessage(code, arguments, locale);
    }
}
