package org.shuangsuiji.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.ReadingChoice;

/** How files are to be read, and how those before them were. */
public interface ReadingChoices {

    /**
     * The choice for one file.
     *
     * @param rememberedFrom the earlier delivery whose choice it is; absent where it was made for this file
     * @param rememberedAt when that one was received
     */
    record Made(
            ReadingChoice choice,
            @Nullable Long rememberedFrom,
            @Nullable Instant rememberedAt) {}

    /**
     * How an earlier file of the same sender and kind was loaded.
     *
     * @param headers its header row, folded
     */
    record Earlier(long deliveryId, ReadingChoice choice, List<String> headers) {}

    /** Empty until it was made or the file was read. */
    Optional<Made> of(long deliveryId);

    /** Puts this choice in the place of any other. */
    void make(long deliveryId, ReadingChoice choice, @Nullable Long rememberedFrom);

    /** Notes the header row under which the choice held. */
    void foundHeaders(long deliveryId, List<String> headers);

    /** The last few files of the same sender and kind that were loaded, the latest first, one for each header row. */
    List<Earlier> earlier(long deliveryId);
}
