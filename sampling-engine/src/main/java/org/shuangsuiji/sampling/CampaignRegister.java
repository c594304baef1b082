package org.shuangsuiji.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** Where campaigns are kept. */
public interface CampaignRegister {

    Optional<Campaign> find(long id, Scope scope);

    /** Stores a new or changed campaign; refuses when somebody else changed it meanwhile. */
    void save(Campaign campaign);

    /** The latest first, below this id; {@link Long#MAX_VALUE} begins. */
    List<CampaignRow> rows(Scope scope, long below, int count);

    /** Compare and set: false when the campaign is not in the expected state any more. */
    boolean move(long id, Campaign.State from, Campaign.State to, Actor actor, Instant at);

    /** Why a campaign could not be frozen: it was edited meanwhile, or what became of it, by whom and when. */
    Refusal notFrozen(long id);

    /**
     * Compare and set from PLANNED to FROZEN, with the grades that make the strata, if any do: false when it is not what
     * it was when this version of it was read.
     */
    boolean freeze(long id, int lockVersion, GradeModel.@Nullable AsOf grades, Actor actor, Instant at);

    /** The model, when it has a version in force and belongs to the office as a whole or to a body around this one. */
    Optional<GradeModel> model(long modelId, Department department);

    /** Whether some grade of this model may have become another by lapse of time until this day. */
    boolean gradesDue(long modelId, LocalDate day);

    List<GradeModel> models(Department department);

    /** The draw that would be superseded: an abandoned or failed one of this campaign. */
    @Nullable
    Long endedDraw(long campaignId);

    /** The campaign whose ended draw this one draws anew. */
    Optional<Redraw.Side> drawnAnewBy(long campaignId);

    /** The campaign, not cancelled, that draws the ended draw of this one anew. */
    Optional<Redraw.Side> drawingAnew(long campaignId);

    /** The number of the campaign, not cancelled, that draws this ended draw anew; nobody else begins one meanwhile. */
    Optional<String> successor(long drawId);
}
