package org.shuangsuiji.console.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Scope;

/** The book of long work. */
public interface Jobs {

    /** A job of a department in scope; jobs of the system belong to those who may see the root. */
    Optional<Job> find(long id, Scope scope);

    /** For the one who runs it. */
    Job get(long id);

    /** Newest first, older than the given id. */
    List<Job> list(Job.@Nullable State state, @Nullable Long before, Scope scope, int limit);

    /** The latest job about this thing. */
    Optional<Job> latestAbout(String subject);

    /** The job of this kind about this thing that waits or runs, or else the latest. */
    Optional<Job> current(String kind, String subject);

    /** Adds one unless one of this kind about this thing waits or runs; of two who add at the same time, one does. */
    Optional<Long> addUnlessOpen(String kind, String subject, Actor actor, Instant at);

    long add(String kind, String subject, Actor actor, Instant at);

    /** True when it waits or runs and now is to stop. */
    boolean askToStop(long id);

    boolean stopAsked(long id);

    void start(long id, Instant at);

    void progress(long id, String stage, long done, long total, @Nullable Pace pace, Instant at);

    void finish(long id, Job.State state, @Nullable String messageCode, List<String> messageArguments, Instant at);
}
