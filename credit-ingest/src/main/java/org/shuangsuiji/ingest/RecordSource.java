package org.shuangsuiji.ingest;

import java.util.List;

/**
 * Who told a record, and how far it is to be trusted.
 *
 * @param also the names of others that told of the same
 */
public record RecordSource(String name, Standing standing, Trust trust, List<String> also) {
    public RecordSource {
        also = List.copyOf(also);
    }

    /** What the source is to the office. */
    public enum Standing {
        DEPARTMENT,
        SUPERIOR,
        THIRD_PARTY
    }

    /** OFFICIAL decides such things itself; CONFIRMED was checked by who answers for it; UNCONFIRMED is as told. */
    public enum Trust {
        OFFICIAL,
        CONFIRMED,
        UNCONFIRMED
    }

    /** Whether a reader has to be told how far to trust it. */
    public boolean isMarked() {
        return standing == Standing.THIRD_PARTY || trust == Trust.UNCONFIRMED;
    }
}
