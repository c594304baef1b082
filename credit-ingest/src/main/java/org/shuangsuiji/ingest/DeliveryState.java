package org.shuangsuiji.ingest;

import java.util.Locale;

/** Where a delivery stands; only a done one has left rows anywhere. */
public enum DeliveryState {
    /** It is being tried out, or waits for that. */
    CHECKING,
    /** It was tried out and waits for a word. */
    CHECKED,
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

    /** Whether a load is what it waits for, or has begun. */
    public boolean isLoadable() {
        return this == RECEIVED || this == RUNNING;
    }

    /** Whether nothing more will happen to it. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
