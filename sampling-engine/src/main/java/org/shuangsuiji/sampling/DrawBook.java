package org.shuangsuiji.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.draw.Commitment;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Master;

/** Where draws are kept. */
public interface DrawBook {

    /** Where the chain of an office ends. */
    record ChainEnd(long serial, Commitment commitment) {}

    /** A department's part of a draw. */
    record TargetRow(int frameNo, long departmentId, String department, int size, int take) {}

    /** A line of the stratum table with the rank behind its id. */
    record StratumRow(int frameNo, String stratum, short rank, int size, int take, int reserve) {}

    long newId();

    /** The end of the office's chain, which nobody else can lengthen until this transaction ends. */
    ChainEnd lockChain(Department office);

    /** Stores a commitment as the new end of its office's chain. */
    void commit(
            long drawId,
            Campaign campaign,
            Department office,
            List<TargetRow> targets,
            List<StratumRow> strata,
            CommittedDraw committed,
            Actor actor,
            Instant at);

    /** The closed lists of the office that this planned campaign would have to name, in the order of the chain. */
    List<StandingList> standing(Department office, long campaignId);

    /** Keeps with a new commitment beside which lists it stands, and why. */
    void beside(long drawId, List<StandingList> standing, String reason);

    Optional<DrawSheet> find(long drawId, Scope scope);

    /** The latest draw of a campaign, whatever became of it. */
    Optional<DrawSheet> latest(long campaignId, Scope scope);

    /** The draw as it stands once every other command on it has ended; nobody else changes it until this one has. */
    DrawSheet lock(long drawId);

    /** Those that still wait for their draw, the first first. */
    List<DrawSheet> committed(Scope scope);

    /** The latest first, below this id. */
    List<DrawSheet> rows(Scope scope, long below, int count);

    byte[] rule(long drawId);

    byte @Nullable [] result(long drawId);

    /** The secret from which all salts come. */
    Master master(long drawId);

    /** The bytes of inspectors.tsv. */
    byte[] inspectors(long drawId);

    List<TargetRow> targets(long drawId);

    List<StratumRow> strata(long drawId);

    /** What the sources said, as it counts, by place. */
    List<SourceEntry> values(long drawId);

    /** What one source said, as it counts; absent before anything was entered. */
    default Optional<SourceEntry> value(long drawId, int place) {
        return values(drawId).stream().filter(entry -> entry.place() == place).findFirst();
    }

    /** All that was ever entered, by place and revision. */
    List<SourceEntry> entries(long drawId);

    /** Enters what a source said; false when this revision stands already. */
    boolean enter(long drawId, SourceEntry entry);

    /** What people state of public sources, by place, the first first; also what they took back. */
    List<SourceStatement> statements(long drawId);

    default List<SourceStatement> statements(long drawId, int place) {
        return statements(drawId).stream()
                .filter(statement -> statement.place() == place)
                .toList();
    }

    /** Adds a statement; the caller holds the draw's lock, so its number is free. */
    void state(long drawId, SourceStatement statement);

    /**
     * Compare and set from COMMITTED; false when the draw has ended already.
     *
     * @param silentPlace place of the source for which it failed, from 0; null when it was abandoned
     */
    boolean end(
            long drawId, DrawSheet.State state, @Nullable Integer silentPlace, String reason, Actor actor, Instant at);

    /** Compare and set from COMMITTED; false when the draw has ended already. */
    boolean drawn(long drawId, Draw draw, Actor actor, Instant at);
}
