package org.shuangsuiji.sampling;

import java.time.Instant;

/**
 * Somebody's statement that a public source had no value by the due of its fallback (DR-1 §5).
 *
 * @param place place among the rule's sources, from 0
 * @param account who states it, to be told from a second person
 * @param statedBy the same person's name
 * @param evidence where the silence can be seen
 */
public record SourceSilence(int place, String account, String statedBy, Instant statedAt, String evidence) {}
