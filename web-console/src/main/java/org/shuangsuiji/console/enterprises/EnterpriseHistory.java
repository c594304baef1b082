package org.shuangsuiji.console.enterprises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.EnterpriseRecord;
import org.shuangsuiji.ingest.Enterprises;
import org.shuangsuiji.ingest.RegistrationChange;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How an enterprise's registration changed: what later registrations said otherwise, and what records of changes tell. */
@Component
class EnterpriseHistory {
    private final Enterprises enterprises;
    private final Deliveries deliveries;
    private final RecordViews recordViews;
    private final MessageSource texts;
    private final Clock clock;

    EnterpriseHistory(
            Enterprises enterprises, Deliveries deliveries, RecordViews recordViews, MessageSource texts, Clock clock) {
        this.enterprises = enterprises;
        this.deliveries = deliveries;
        this.recordViews = recordViews;
        this.texts = texts;
        this.clock = clock;
    }

    /** The newest first. */
    List<HistoryLine> of(long enterpriseId, List<EnterpriseRecord> records, Scope scope, Locale locale) {
        Map<Long, Boolean> opens = new HashMap<>();
        List<HistoryLine> lines = new ArrayList<>();
        for (RegistrationChange change : enterprises.changes(enterpriseId, scope)) {
            lines.add(new HistoryLine(
                    LocalDate.ofInstant(change.learned(), clock.getZone()).toString(),
                    false,
                    texts.getMessage("enterprise.changed." + change.fact(), null, locale),
                    said(change, change.before(), locale),
                    said(change, change.after(), locale),
                    change.deliveryId(),
                    opens.computeIfAbsent(change.deliveryId(), id -> opens(id, scope))));
        }
        for (EnterpriseRecord record : records) {
            if (record.kind() == RecordKind.CHANGE && record.knownTo() == null) {
                Map<String, String> changed = recordViews.changed(record);
                String what = recordViews.categories(record, locale);
                lines.add(new HistoryLine(
                        record.life().eventDay().toString(),
                        true,
                        what == null ? texts.getMessage("kind.change", null, locale) : what,
                        changed.get("before"),
                        changed.get("after"),
                        record.deliveryId(),
                        opens.computeIfAbsent(record.deliveryId(), id -> opens(id, scope))));
            }
        }
        lines.sort(Comparator.comparing(HistoryLine::day).reversed());
        return lines;
    }

    private @Nullable String said(RegistrationChange change, @Nullable String value, Locale locale) {
        return value == null || change.fact() != RegistrationChange.Fact.STATUS
                ? value
                : texts.getMessage("enterprise.status." + value, null, locale);
    }

    private boolean opens(long deliveryId, Scope scope) {
        return deliveries.find(deliveryId, scope).isPresent();
    }
}
