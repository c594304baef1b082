package org.shuangsuiji.risk;

/** A model with the version that grades now. */
public record ActiveModel(long modelId, String code, long versionId) {}
