package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/** 严重违法失信名单: serious by its name; the reasons are free text. */
final class DishonestyKind extends ListingKind {

    DishonestyKind() {
        super(
                "列入原因",
                "列入严重违法失信名单原因",
                "列入严重违法失信名单(黑名单)原因",
                "列入严重违法失信企业名单原因",
                "列入严重违法失信企业名单(黑名单)原因",
                "SERILLREA_CN",
                "失信原因");
    }

    @Override
    RecordKind recordKind() {
        return RecordKind.DISHONESTY;
    }

    @Override
    Severity severity() {
        return Severity.SERIOUS;
    }

    @Override
    @Nullable
    LocalDate endsOn(LocalDate listed, LocalDate today) {
        return PublicityLimits.listingEnd(listed, today).orElse(null);
    }

    @Override
    @Nullable
    String category(String reasonText) {
        return null;
    }

    @Override
    boolean reasonsAreCoded() {
        return false;
    }
}
