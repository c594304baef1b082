package org.shuangsuiji.sampling;

import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.Frame;

/** Where frames come from and where they are kept. */
public interface Frames {

    /** How many would be in the frame and how many left out, as known now. */
    List<FrameCount> count(Eligibility eligibility);

    /** Everybody inside the filters, as known now, each in the stratum of its rank; ids by rank. */
    Candidates candidates(Eligibility eligibility, List<String> stratumOfRank);

    /** Stores the frame of the candidates and who was left out of it, for good. */
    void store(long drawId, int frameNo, Frame frame, Candidates candidates);

    /** Writes the bytes of frame-n.tsv. */
    void writeTsv(long drawId, int frameNo, OutputStream out);

    /** How many were left out of a frozen frame, by reason. */
    SortedMap<Exclusion, Integer> exclusions(long drawId);

    /** Some of those left out for a reason, by name. */
    List<ExcludedRow> excluded(long drawId, Exclusion reason, int count);

    /** An enterprise left out of a frame. */
    record ExcludedRow(
            long enterpriseId, String name, @Nullable String code, Exclusion reason) {}
}
