package org.shuangsuiji.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.publication.notice.PublicCampaign;
import org.shuangsuiji.publication.notice.PublicDraw;
import org.shuangsuiji.publication.notice.PublicItem;
import org.shuangsuiji.publication.notice.PublicMatterList;
import org.shuangsuiji.publication.notice.PublicOpenDraw;
import org.shuangsuiji.publication.notice.PublicResult;
import org.shuangsuiji.publication.notice.PublicUnit;

/** Where the office writes what is public; takes nothing but the allow-lists of the notice package. */
public interface Notices {

    /** Makes these the items of the department's public list; items that left it are marked. How many changed. */
    int replaceItems(long departmentId, List<PublicItem> items, Instant at);

    /** Publishes a version of the list of matters; false when it is public already. */
    boolean addMatters(PublicMatterList list);

    /** Announces a campaign and the commitment of its draw; false when the draw is announced already. */
    boolean announce(PublicCampaign campaign, PublicDraw draw, Instant at);

    /** Publishes with the commitment of a draw which ended one it draws anew, and why. */
    void anew(long drawId, PublicDraw.Redraw redraw);

    /** Publishes with the commitment of a draw beside which lists it stands, and why. */
    void beside(long drawId, PublicDraw.Further further);

    /** Publishes what a source said; false when this revision is public already. */
    boolean addSource(long drawId, PublicDraw.Source source, Instant at);

    /** False when it is public already. */
    boolean addStatement(long drawId, PublicDraw.Statement statement, Instant at);

    /** Publishes what the draw led to; false when it is not announced, or has ended already. */
    boolean drawn(long drawId, PublicDraw.Outcome outcome);

    /**
     * Publishes that an announced draw was abandoned or failed; false when it is not announced, or has ended already.
     *
     * @param silentOrdinal place in the rule, from 1, of the source for which it failed; null when it was abandoned
     */
    boolean ended(long drawId, String outcome, @Nullable Integer silentOrdinal, String reason, Instant at);

    /** Publishes the lines of one result; lines that replace withdrawn ones name them. */
    void addResults(List<PublicResult> lines, LocalDate on, Instant at);

    /** Leaves a tombstone in place of each standing line of this result; how many. */
    int withdraw(long campaignId, String departmentName, String creditCode, String reason, Instant at);

    /** Draws whose visits have ended before this day and of which not all is released that then becomes public. */
    List<Long> releasable(LocalDate day);

    /** What is public of a draw that was carried out; nobody else releases it until this transaction ends. */
    Optional<PublicDraw.Drawn> lockDrawn(long drawId);

    /** Releases the drawn units of a draw; false when some are released already. */
    boolean release(long drawId, List<PublicUnit> units, Instant at);

    /** Opens a draw to everybody; false when it is open already. */
    boolean open(long drawId, PublicOpenDraw open, Instant at);

    /** Notes the head of the ledger for a day; the first note of a day stands. */
    boolean ledgerHead(LocalDate day, long seq, String hash, Instant at);
}
