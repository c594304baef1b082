package org.shuangsuiji.ingest.reading;

import org.jspecify.annotations.Nullable;

/** Why an enterprise stands on the list of abnormal operation (经营异常名录). */
public enum ListingReason {
    ANNUAL_REPORT("1"),
    INFORMATION_NOT_PUBLISHED("2"),
    FALSE_INFORMATION("3"),
    NOT_REACHABLE("4");

    private final String code;

    ListingReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The reason that a source's wording stands for; null when we do not know it. */
    static @Nullable ListingReason read(String text) {
        for (ListingReason reason : values()) {
            if (reason.code.equals(text)) {
                return reason;
            }
        }
        if (text.contains("年度报告") || text.contains("年报")) {
            return ANNUAL_REPORT;
        }
        if (text.contains("隐瞒") || text.contains("弄虚作假") || text.contains("虚假")) {
            return FALSE_INFORMATION;
        }
        if (text.contains("无法联系") || text.contains("无法取得联系")) {
            return NOT_REACHABLE;
        }
        return text.contains("公示") ? INFORMATION_NOT_PUBLISHED : null;
    }
}
