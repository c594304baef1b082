package org.shuangsuiji.console.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in the reader's words.
 *
 * @param about link to the thing it works on; null when it has no page
 * @param tone colour of the state
 * @param pace how many rows, how fast, how long yet; null where nobody counts rows
 * @param messageText why it failed
 */
public record JobView(
        long id,
        String kindText,
        String subject,
        @Nullable String about,
        String requestedBy,
        String state,
        String tone,
        boolean over,
        @Nullable String stage,
        String stageText,
        long done,
        long total,
        int percent,
        @Nullable String pace,
        @Nullable String messageText,
        boolean cancelRequested,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
