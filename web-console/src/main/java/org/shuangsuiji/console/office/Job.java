package org.shuangsuiji.console.office;

import java.time.Instant;
import java.util.List;
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
