package org.shuangsuiji.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** The visits of the office, for reading. */
public interface Visits {

    /** The visits of the inspector who is this person, those with the nearest last day first; none for others. */
    List<VisitLine> mine(Actor actor);

    /** A visit of the reader's scope, or of a team the reader is in. */
    Optional<Visit> find(long visitId, Actor actor);

    /** A visit of the actor's scope, for those who decide on it; being in the team is not enough. */
    default Visit findInScope(long visitId, Actor actor) {
        return find(visitId, actor)
                .filter(visit -> actor.scope().covers(visit.departmentPath()))
                .orElseThrow(() -> Refusal.absent("visit", visitId));
    }

    /**
     * Visits of the scope in these states, those inspected first in front, so that the list is in the order of the
     * time limits.
     *
     * @param after the last line of the former page
     */
    List<VisitLine> list(Scope scope, Set<VisitState> states, @Nullable Position after, int size);

    /** How many visits of the scope are in each state. */
    Map<VisitState, Long> counts(Scope scope);

    /** How many visits of one campaign are in each state. */
    Map<VisitState, Long> countsOf(long campaignId, Scope scope);

    /** A place in the list: the day inspected, absent when no result is entered, and the visit. */
    record Position(@Nullable LocalDate inspectedOn, long visitId) {}
}
