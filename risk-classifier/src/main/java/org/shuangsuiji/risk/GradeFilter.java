package org.shuangsuiji.risk;

import org.jspecify.annotations.Nullable;

/**
 * Which enterprises a reader wants to see, within the reader's own region.
 *
 * @param regionPrefix the first digits of their region
 * @param section the section of their industry, A to T
 * @param subjectKind ENTERPRISE, INDIVIDUAL or COOPERATIVE
 */
public record GradeFilter(
        @Nullable String regionPrefix,
        @Nullable String section,
        @Nullable String subjectKind) {
    public static final GradeFilter NONE = new GradeFilter(null, null, null);
}
