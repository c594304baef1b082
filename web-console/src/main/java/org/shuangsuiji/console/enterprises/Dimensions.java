package org.shuangsuiji.console.enterprises;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Dimension;

/** Which dimension of the national model draws on which kind of record. */
final class Dimensions {
    private Dimensions() {}

    static Dimension of(RecordKind kind) {
        return switch (kind) {
            case REGISTRATION, CONFIRMATION -> Dimension.BASICS;
            case PERMIT, CHANGE, FILING, ANNUAL_REPORT, TAX_ARREARS, FEE_ARREARS, PLEDGE, IP_PLEDGE, ASSISTANCE ->
                Dimension.DYNAMICS;
            case PENALTY, ABNORMAL, DISHONESTY, INSPECTION, SAMPLING, COERCION, DEFAULTER, JUDGMENT, PUSHED_GRADE ->
                Dimension.SUPERVISION;
            case RELATION -> Dimension.RELATIONS;
            case COMPLAINT, OPINION, HONOUR, THIRD_PARTY -> Dimension.SOCIETY;
        };
    }

    static @Nullable Dimension named(@Nullable String word) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.name().equals(word)) {
                return dimension;
            }
        }
        return null;
    }
}
