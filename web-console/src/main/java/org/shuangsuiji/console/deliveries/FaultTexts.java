package org.shuangsuiji.console.deliveries;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Note;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says faults and notes in the reader's language. */
@Component
public class FaultTexts {
    private final MessageSource texts;

    FaultTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** A refused row in the reader's words. */
    public record FaultView(
            long line, @Nullable String column, @Nullable String value, String reason, String action) {}

    /** Refused rows in the reader's words. */
    public List<FaultView> views(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> new FaultView(
                        fault.line(), fault.column(), fault.value(), reason(fault, locale), action(fault, locale)))
                .toList();
    }

    /** Why the row was refused. */
    public String reason(Fault fault, Locale locale) {
        return text("fault." + fault.code(), fault.args(), locale);
    }

    /** What its sender can do about it. */
    public String action(Fault fault, Locale locale) {
        return text("fault." + fault.code() + ".do", fault.args(), locale);
    }

    /** What somebody should know who sent this file: first whether it was the same again. */
    public List<String> notes(Delivery delivery, List<Note> noticed, Locale locale) {
        List<String> notes = new ArrayList<>();
        Long same = delivery.sameFileAs();
        if (same != null) {
            notes.add(text("delivery.same-file", List.of(same.toString()), locale));
        }
        long faults = delivery.counts().faults();
        if (delivery.changedNothing() && (same == null || faults > 0)) {
            notes.add(
                    faults == 0
                            ? text("delivery.nothing-new.text", List.of(), locale)
                            : text("delivery.nothing-new.faults", List.of(String.valueOf(faults)), locale));
        }
        noticed.forEach(note -> notes.add(note(note, locale)));
        return notes;
    }

    /** What was noticed about the file: in its text {0} is the list of all that was found, {1} and on are each of it. */
    public String note(Note note, Locale locale) {
        List<String> found = new ArrayList<>();
        found.add(String.join(text("list.separator", List.of(), locale), note.args()));
        found.addAll(note.args());
        return text("note." + note.code(), found, locale);
    }

    /** The same while the file waits on the page where its columns can still be chosen. */
    String noteOfCheck(Note note, Locale locale) {
        String columns = String.join(text("list.separator", List.of(), locale), note.args());
        return Objects.requireNonNullElseGet(
                texts.getMessage("check.note." + note.code(), new Object[] {columns}, null, locale),
                () -> note(note, locale));
    }

    /** The marks of rows; what is said of the file alone is none. */
    static Map<Flag, Long> marks(Map<Flag, Long> flags) {
        Map<Flag, Long> marks = new EnumMap<>(Flag.class);
        marks.putAll(flags);
        marks.remove(Flag.PERSON_DROPPED);
        return marks;
    }

    /** That rows filled a column of persons' numbers; empty where none did. */
    Optional<String> dropped(Map<Flag, Long> flags, Locale locale) {
        return Optional.ofNullable(flags.get(Flag.PERSON_DROPPED))
                .map(rows -> text("delivery.person-dropped", List.of(rows.toString()), locale));
    }

    /** Why a file failed as a whole. */
    public String failure(String code, List<String> args, Locale locale) {
        return text("refusal." + code, args, locale);
    }

    private String text(String code, List<String> args, Locale locale) {
        return Objects.requireNonNullElse(texts.getMessage(code, args.toArray(), null, locale), code);
    }
}
