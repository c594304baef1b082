package org.shuangsuiji.ingest;

/**
 * The enterprise at the other end of a relation.
 *
 * @param visible whether the reader may see its page
 */
public record OtherParty(long enterpriseId, String name, boolean visible) {}
