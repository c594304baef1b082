package org.shuangsuiji.console.office;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;

/**
 * Long work as people see it.
 *
 * @param kind what work; has a text in the message files ({@code job.kind.<kind>})
 * @param subject what it works on, as {@code kind:id}
 * @param actor who asked for it
 * @param stage message key of the present stage
 * @param total units of the stage; 0 when unknown
 * @param pace how fast the stage goes; absent where nobody counts its rows
 * @param messageCode message key of the reason when it failed
 */
public record Job(
        long id,
        String kind,
        String subject,
        Actor actor,
        State state,
        @Nullable String stage,
        long done,
        long total,
        @Nullable Pace pace,
        @Nullable String messageCode,
        List<String> messageArguments,
        boolean cancelRequested,
        Instant createdAt,
        @Nullable Instant startedAt,
        Instant touchedAt,
        @Nullable Instant finishedAt) {

    /** Where it stands; each has a text ({@code job.state.<NAME>}). */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean over() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /** Between the things of one argument that are several. */
    private static final String BETWEEN = "\u001F";

    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    /** An argument of a message as the row keeps it. */
    static String argument(Object argument) {
        return argument instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN))
                : String.valueOf(argument);
    }

    /** The arguments of the message as they were: lists and moments again, the others as texts. */
    public List<Object> arguments() {
        return messageArguments.stream()
                .map(kept -> kept.contains(BETWEEN)
                        ? List.of(kept.split(BETWEEN, -1))
                        : MOMENT.matcher(kept).matches() ? Instant.parse(kept) : kept)
                .toList();
    }

    /** The number in the subject: 17 of {@code delivery:17}. */
    public long subjectId() {
        return Long.parseLong(subject.substring(subject.indexOf(':') + 1));
    }

    /** 0 to 100; 0 while the total is unknown. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
}
