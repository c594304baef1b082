package org.shuangsuiji.publication;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.notice.PublicCampaign;
import org.shuangsuiji.publication.notice.PublicDraw;
import org.shuangsuiji.publication.notice.PublicItem;

/** What may be public of campaigns, draws and items, taken column by column from the read views of sampling. */
public interface DrawFacts {

    Optional<PublicCampaign> campaign(long campaignId, Scope scope);

    /** The committed draw of a campaign that is not a rehearsal; the newest when it was drawn anew. */
    Optional<PublicDraw> committed(long campaignId, Scope scope);

    /** Which ended draw a draw draws anew, and why; absent for one that is no redraw. */
    Optional<PublicDraw.Redraw> redraw(long drawId, Scope scope);

    /** Beside which lists of the same item a draw stands, and why; absent for the only one. */
    Optional<PublicDraw.Further> further(long drawId, Scope scope);

    /** What a draw led to; absent while it is not carried out. */
    Optional<PublicDraw.Outcome> outcome(long drawId, Scope scope);

    /** What the sources of a draw have said so far, every revision, in the rule's order. */
    List<PublicDraw.Source> sources(long drawId, Scope scope);

    /** What people state of the publishers of its public sources, by source, the first first. */
    List<PublicDraw.Statement> statements(long drawId, Scope scope);

    boolean inScope(long drawId, Scope scope);

    boolean departmentInScope(long departmentId, Scope scope);

    /** The published items of one department. */
    List<PublicItem> items(long departmentId);
}
