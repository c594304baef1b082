package org.shuangsuiji.publication;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;

/** A visit as a member of its team has it; for everybody else there is no such visit. */
@Service
class TeamVisit {
    private final Visits visits;
    private final VisitBook book;

    TeamVisit(Visits visits, VisitBook book) {
        this.visits = visits;
        this.book = book;
    }

    /** The visit, and which of its inspectors the actor is. */
    record Mine(Visit visit, long inspectorId) {}

    Mine of(long visitId, Actor actor) {
        Visit visit = visits.find(visitId, actor).orElseThrow(() -> Refusal.absent("visit", visitId));
        long inspectorId = book.inspectorOf(actor.account()).orElseThrow(() -> Refusal.absent("visit", visitId));
        if (!visit.teamIds().contains(inspectorId)) {
            throw Refusal.absent("visit", visitId);
        }
        return new Mine(visit, inspectorId);
    }
}
