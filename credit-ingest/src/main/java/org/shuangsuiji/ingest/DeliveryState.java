package org.shuangsuiji.ingest;

import java.util.Locale;

/** Where a delivery stands; only a done one has left rows anywhere. */
public enum DeliveryState {
    RECEIVED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeliveryState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more will happen to it. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
