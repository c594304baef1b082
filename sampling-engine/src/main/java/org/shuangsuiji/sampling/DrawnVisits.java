package org.shuangsuiji.sampling;

import java.util.List;
import org.shuangsuiji.sampling.draw.Draw;

/** Where drawn visits with their teams are kept. */
public interface DrawnVisits {

    /** Stores visits, picks, teams, empty seats and reserves of a draw, for good. */
    void store(long drawId, long campaignId, List<DrawBook.TargetRow> targets, Draw draw);

    /** In the order of visits, behind this place. */
    List<VisitRow> rows(long drawId, int after, int count);

    int unfilled(long drawId);
}
