package org.shuangsuiji.ingest.reading;

import org.jspecify.annotations.Nullable;

/** What sort of subject (经营主体) a code or an enterprise type names. */
public enum SubjectKind {
    ENTERPRISE,
    /** 个体工商户 */
    INDIVIDUAL,
    /** 农民专业合作社 */
    COOPERATIVE;

    static SubjectKind of(Subject subject, @Nullable String type) {
        if (subject.codeClass() == CodeClass.NAME_ONLY) {
            return subject.value().contains("合作社") ? COOPERATIVE : ENTERPRISE;
        }
        if (subject.codeClass() != CodeClass.OLD_NUMBER) {
            if (subject.value().startsWith("92")) {
                return INDIVIDUAL;
            }
            return subject.value().startsWith("93") ? COOPERATIVE : ENTERPRISE;
        }
        if (type == null) {
            return ENTERPRISE;
        }
        if (type.startsWith("95") || type.contains("个体")) {
            return INDIVIDUAL;
        }
        return type.startsWith("91") || type.contains("合作社") ? COOPERATIVE : ENTERPRISE;
    }
}
