package org.shuangsuiji.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.notice.CategorySet;
import org.shuangsuiji.publication.notice.ResultForm;

/** Where visits and results are kept, for the use cases of this package. */
public interface VisitBook {

    /** Opens the visits of a draw of this scope with their teams and items; how many, or absent when there is no such draw. */
    Optional<Integer> open(long drawId, Scope scope, Instant at);

    boolean isOpened(long drawId);

    /** Moves a visit on; false when it is in none of the expected states. The row stays locked until the commit. */
    boolean move(long visitId, Set<VisitState> from, VisitState to);

    boolean register(long visitId, String account, Instant at);

    /** The entry of the inspector directory that this person is. */
    OptionalLong inspectorOf(String account);

    /** The newest version of the result; 0 when there is none. */
    int newestVersion(long visitId);

    /** Keeps a new version, which supersedes the newest. */
    void addResult(
            long visitId,
            int version,
            CategorySet set,
            boolean submitted,
            ResultForm form,
            Actor by,
            long inspectorId,
            Instant at);

    void addReview(EnteredResult result, boolean passed, String reason, Actor by, Instant at);

    /** Notes a publication; its id. */
    long addPublication(
            long visitId,
            long resultId,
            @Nullable Long corrects,
            LocalDate due,
            boolean provisional,
            LocalDate on,
            Instant at,
            Actor by);

    void withdraw(long publicationId, String reason, Actor by, Instant at);
}
