package org.shuangsuiji.sampling;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.Fallback;
import org.shuangsuiji.sampling.draw.Source;
import org.shuangsuiji.sampling.draw.SourceKind;

/**
 * A named source of chance as planned (随机源).
 *
 * @param format the width of each group of digits
 */
@Embeddable
public record CampaignSource(
        String name,
        @Enumerated(EnumType.STRING) SourceKind kind,
        Instant due,
        @JdbcTypeCode(SqlTypes.ARRAY) List<Integer> format,
        @Nullable String fallbackName,
        @Nullable Instant fallbackDue) {

    public CampaignSource {
        format = List.copyOf(format);
    }

    /** When it has spoken at the latest, itself or who stands in for it. */
    Instant lastDue() {
        return fallbackDue == null ? due : fallbackDue;
    }

    /** As the rule of a draw names it. */
    Source forRule() {
        return new Source(
                name,
                kind,
                due,
                format.stream().map(Integer::longValue).toList(),
                fallbackName == null || fallbackDue == null ? null : new Fallback(fallbackName, fallbackDue));
    }
}
