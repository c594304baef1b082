package org.shuangsuiji.console.deliveries;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.ingest.DecideDelivery;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.ReadingChoices;
import org.shuangsuiji.ingest.Trial;
import org.shuangsuiji.ingest.Trials;
import org.shuangsuiji.ingest.reading.OwnFact;
import org.shuangsuiji.ingest.reading.Preview;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts what a check found into the reader's words. */
@Component
class CheckModel {
    private static final String FIELD = "check.field.";
    private static final int FEN_DIGITS = 2;

    private final Deliveries deliveries;
    private final Trials trials;
    private final ReadingChoices choices;
    private final DecideDelivery decideDelivery;
    private final FaultTexts faultTexts;
    private final Problems problems;
    private final MessageSource texts;
    private final Clock clock;

    CheckModel(
            Deliveries deliveries,
            Trials trials,
            ReadingChoices choices,
            DecideDelivery decideDelivery,
            FaultTexts faultTexts,
            Problems problems,
            MessageSource texts,
            Clock clock) {
        this.deliveries = deliveries;
        this.trials = trials;
        this.choices = choices;
        this.decideDelivery = decideDelivery;
        this.faultTexts = faultTexts;
        this.problems = problems;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One header of the file.
     *
     * @param place its place, from 1
     * @param tone colour of what it was taken for
     * @param examples what stands below it
     * @param fixed whether nothing can be chosen for it
     */
    record HeaderView(
            int place,
            String text,
            String taken,
            String tone,
            String examples,
            String automatic,
            boolean fixed,
            String picked) {}

    /** One thing that would change. */
    record ChangeView(
            long line,
            String subject,
            @Nullable String name,
            @Nullable String field,
            @Nullable String was,
            @Nullable String becomes) {}

    Trial trial(long id, Actor actor) {
        return trials.find(id, actor.scope()).orElseThrow();
    }

    ReadingChoices.Made made(long id) {
        return choices.of(id).orElse(new ReadingChoices.Made(ReadingChoice.DETECT, null, null));
    }

    /** Where the way of reading comes from; null where it was found out or said for this file. */
    @Nullable
    String remembered(ReadingChoices.Made made, Locale locale) {
        Instant at = made.rememberedAt();
        return at == null
                ? null
                : text(
                        "check.remembered",
                        locale,
                        String.valueOf(made.rememberedFrom()),
                        LocalDate.ofInstant(at, clock.getZone()).toString());
    }

    /** Fills the page of a checked delivery and answers with its view. */
    String fill(Model model, Delivery delivery, @Nullable List<String> picked, Actor actor, Locale locale) {
        Trial trial = trial(delivery.id(), actor);
        ReadingChoices.Made made = made(delivery.id());
        Preview preview = trial.preview();
        model.addAttribute("delivery", delivery);
        model.addAttribute("trial", trial);
        model.addAttribute("remembered", remembered(made, locale));
        model.addAttribute("until", trial.at().plus(DecideDelivery.WAITS));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", ReadingForm.of(made.choice()));
        }
        Trial.Refused refused = trial.refused();
        model.addAttribute(
                "refusal", refused == null ? null : faultTexts.failure(refused.code(), refused.args(), locale));
        model.addAttribute(
                "held",
                decideDelivery
                        .held(delivery.id(), actor.scope())
                        .map(held -> problems.text(held, locale))
                        .orElse(null));
        model.addAttribute("headers", preview == null ? List.of() : headers(preview, made.choice(), picked, locale));
        model.addAttribute("known", Preview.columnsOf(delivery.kind()));
        model.addAttribute("encodings", ReadingChoice.ENCODINGS);
        model.addAttribute("delimiters", delimiters(locale));
        model.addAttribute(
                "delimiterFound",
                delimiters(locale).get("\t".equals(delivery.delimiter()) ? "tab" : delivery.delimiter()));
        model.addAttribute(
                "added", trial.examples().stream().filter(Trial.Example::added).toList());
        model.addAttribute("changes", changes(trial, delivery.kind(), locale));
        model.addAttribute("faults", faultTexts.views(trial.faults(), locale));
        model.addAttribute("marks", FaultTexts.marks(trial.flags()));
        model.addAttribute(
                "notes",
                Stream.concat(
                                deliveries.notes(delivery.id(), actor.scope()).stream()
                                        .map(note -> faultTexts.noteOfCheck(note, locale)),
                                faultTexts.dropped(trial.flags(), locale).stream())
                        .toList());
        return "ingest/delivery-check";
    }

    private List<HeaderView> headers(
            Preview preview, ReadingChoice choice, @Nullable List<String> picked, Locale locale) {
        return java.util.stream.IntStream.range(0, preview.headers().size())
                .mapToObj(place -> {
                    Preview.Header header = preview.headers().get(place);
                    String said = picked != null && place < picked.size()
                            ? picked.get(place)
                            : choice.columns().getOrDefault(header.folded(), "");
                    return view(place, header, said, preview, locale);
                })
                .toList();
    }

    private HeaderView view(int place, Preview.Header header, String picked, Preview preview, Locale locale) {
        Preview.Taken taken = header.taken();
        String column = header.column();
        String examples = preview.rows().stream()
                .map(row -> row.get(place))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(2)
                .reduce((one, other) -> one + text("list.separator", locale) + other)
                .orElse("");
        boolean automatic = taken == Preview.Taken.CHOSEN || taken == Preview.Taken.LEFT_OUT;
        return new HeaderView(
                place + 1,
                header.text(),
                column == null ? text("check.taken." + taken, locale) : column,
                tone(taken),
                examples,
                automatic
                        ? text("check.automatic", locale)
                        : column == null
                                ? text("check.automatic.none", locale)
                                : text("check.automatic.column", locale, column),
                taken == Preview.Taken.PERSONAL || taken == Preview.Taken.NAMELESS,
                picked);
    }

    private static String tone(Preview.Taken taken) {
        return switch (taken) {
            case COLUMN -> "green";
            case CHOSEN -> "blue";
            case UNKNOWN -> "orange";
            case PERSONAL, LEFT_OUT, NOT_KEPT, NAMELESS -> "gray";
        };
    }

    private List<ChangeView> changes(Trial trial, RecordKind kind, Locale locale) {
        return trial.examples().stream()
                .filter(example -> !example.added())
                .flatMap(example -> example.changes().isEmpty()
                        ? java.util.stream.Stream.of(
                                new ChangeView(example.line(), example.subject(), example.name(), null, null, null))
                        : example.changes().stream()
                                .map(change -> new ChangeView(
                                        example.line(),
                                        example.subject(),
                                        example.name(),
                                        field(kind, change.field(), locale),
                                        value(change.field(), change.was(), locale),
                                        value(change.field(), change.becomes(), locale))))
                .toList();
    }

    /** An amount is called what records of its kind call it: a fine, arrears, a claim. */
    private String field(RecordKind kind, String field, Locale locale) {
        String fact = field.equals("amount_fen")
                ? OwnFact.AMOUNT
                : field.equals("confiscated_fen") ? OwnFact.CONFISCATED : null;
        String called =
                fact == null ? null : texts.getMessage("detail.%s.%s".formatted(kind.word(), fact), null, null, locale);
        return called == null ? text(FIELD + field, locale) : text("check.field.yuan", locale, called);
    }

    /** Words for codes, yuan for fen. */
    private @Nullable String value(String field, @Nullable String value, Locale locale) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case "status" -> or("enterprise.status." + value, value, locale);
            case "subject_kind" -> or("enterprise.kind." + value, value, locale);
            case "severity" -> or("record.severity." + value, value, locale);
            case "amount_fen", "confiscated_fen", "capital_fen" ->
                new BigDecimal(value)
                        .movePointLeft(FEN_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
            default -> value;
        };
    }

    private Map<String, String> delimiters(Locale locale) {
        Map<String, String> delimiters = new LinkedHashMap<>();
        delimiters.put(",", text("check.delimiter.comma", locale));
        delimiters.put("tab", text("check.delimiter.tab", locale));
        delimiters.put(";", text("check.delimiter.semicolon", locale));
        delimiters.put("|", text("check.delimiter.pipe", locale));
        return delimiters;
    }

    /** Whether a load found something else than the check before it. */
    @Nullable
    Trial otherThan(Delivery delivery, Actor actor) {
        return trials.find(delivery.id(), actor.scope())
                .filter(trial -> !trial.counts().equals(delivery.counts()))
                .orElse(null);
    }

    private String or(String code, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(texts.getMessage(code, null, null, locale), otherwise);
    }

    private String text(String code, Locale locale, Object... arguments) {
        return texts.getMessage(code, arguments, locale);
    }
}
