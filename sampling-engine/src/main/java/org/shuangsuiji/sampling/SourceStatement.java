package org.shuangsuiji.sampling;

import java.time.Instant;

/**
 * What somebody states of a public source once the due of its fallback has come (DR-1 §5).
 *
 * @param place place among the rule's sources, from 0
 * @param spoke whether its publisher had published a value by then, or was silent
 * @param account who states it, to be told from a second person
 * @param statedBy the same person's name
 * @param evidence where that can be seen
 */
public record SourceStatement(
        int place, boolean spoke, String account, String statedBy, Instant statedAt, String evidence) {}
