package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/** 经营异常名录: it counts until the subject is removed, and says nothing of gravity. */
final class AbnormalKind extends ListingKind {

    AbnormalKind() {
        super("列入原因", "列入经营异常名录原因", "列异原因", "SPECAUSE_CN", "异常原因");
    }

    @Override
    RecordKind recordKind() {
        return RecordKind.ABNORMAL;
    }

    @Override
    @Nullable
    Severity severity() {
        return null;
    }

    @Override
    @Nullable
    LocalDate endsOn(LocalDate listed, LocalDate today) {
        return null;
    }

    @Override
    @Nullable
    String category(String reasonText) {
        ListingReason reason = ListingReason.read(reasonText);
        return reason == null ? null : reason.code();
    }

    @Override
    boolean reasonsAreCoded() {
        return true;
    }
}
