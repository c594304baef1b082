package org.shuangsuiji.publication.notice;

/**
 * One drawn enterprise as released after the visits.
 *
 * @param proofJson the path in the committed frame and the leaf of the visit root, as the office's draw made them
 */
public record PublicUnit(String creditCode, String enterpriseName, String proofJson) {}
