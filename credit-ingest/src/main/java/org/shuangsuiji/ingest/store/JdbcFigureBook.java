package org.shuangsuiji.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.shuangsuiji.ingest.FigureBook;
import org.shuangsuiji.ingest.KindFigures;
import org.shuangsuiji.ingest.duty.Lateness;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Region;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tallies by one statement a delivery, counts by one statement for all; pages read sums of those. */
@Repository
class JdbcFigureBook implements FigureBook {
    private final JdbcClient jdbc;

    JdbcFigureBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> untallied(Instant since) {
        return jdbc.sql("""
                        select d.id from ingest.delivery d
                        where d.state = 'done' and d.source_id is not null and d.finished_at >= :since
                          and not exists (select from ingest.delivery_tally t where t.delivery_id = d.id)
                        order by d.id
                        """).param("since", at(since)).query(Long.class).list();
    }

    @Override
    public void tally(long deliveryId, Instant now) {
        int first = jdbc.sql("""
                        insert into ingest.delivery_tally (delivery_id, tallied_at) values (:delivery, :now)
                        on conflict do nothing
                        """)
                .param("delivery", deliveryId)
                .param("now", at(now))
                .update();
        if (first == 1) {
            jdbc.sql(SqlFile.read("delivery-learned.sql"))
                    .param("delivery", deliveryId)
                    .update();
        }
    }

    @Override
    public Optional<Instant> countedAt() {
        return instant("select max(counted_at) from ingest.region_value");
    }

    @Override
    public Optional<Instant> lastDone() {
        return instant("select max(finished_at) from ingest.delivery where state = 'done'");
    }

    private Optional<Instant> instant(String sql) {
        return jdbc.sql(sql).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    @Override
    public void countValues(Instant now) {
        jdbc.sql("delete from ingest.region_value").update();
        jdbc.sql(SqlFile.read("region-values.sql"))
                .param("registration", RecordKind.REGISTRATION.number())
                .param(
                        "kinds",
                        Arrays.stream(RecordKind.values())
                                .map(kind -> (short) kind.number())
                                .toArray(Short[]::new))
                .param("now", at(now))
                .update();
    }

    @Override
    public Map<RecordKind, List<Lateness.Learned>> learned(long sourceId, LocalDate since, ZoneId zone) {
        Map<RecordKind, List<Lateness.Learned>> learned = new EnumMap<>(RecordKind.class);
        jdbc.sql("""
                        select d.kind, l.event_day, (d.finished_at at time zone :zone)::date as learned_on,
                            sum(l.records) as records
                        from ingest.delivery d join ingest.delivery_learned l on l.delivery_id = d.id
                        where d.source_id = :source and l.event_day >= :since
                          and d.finished_at >= (:since::timestamp at time zone :zone)
                        group by 1, 2, 3
                        """)
                .param("source", sourceId)
                .param("since", since)
                .param("zone", zone.getId())
                .query(row -> {
                    kindOf(row, learned)
                            .add(new Lateness.Learned(
                                    row.getObject("event_day", LocalDate.class),
                                    row.getObject("learned_on", LocalDate.class),
                                    row.getLong("records")));
                });
        return learned;
    }

    @Override
    public Map<RecordKind, KindFigures.Value> values(long sourceId) {
        String region =
                jdbc.sql("""
                        select p.region from ingest.source s join office.department p on p.id = s.department_id
                        where s.id = :source
                        """).param("source", sourceId).query(String.class).single();
        Map<RecordKind, KindFigures.Value> values = new EnumMap<>(RecordKind.class);
        jdbc.sql("""
                        select kind, sum(enterprises) as enterprises, sum(holding) as holding, min(counted_at) as counted_at
                        from ingest.region_value where region like :area group by kind
                        """).param("area", new Region(region).prefix() + "%").query(row -> {
            values.put(
                    RecordKind.of(row.getInt("kind")),
                    new KindFigures.Value(
                            row.getLong("enterprises"),
                            row.getLong("holding"),
                            row.getTimestamp("counted_at").toInstant()));
        });
        return values;
    }

    @Override
    public Map<RecordKind, KindFigures.Last> lasts(long sourceId) {
        Map<RecordKind, KindFigures.Last> lasts = new EnumMap<>(RecordKind.class);
        jdbc.sql("""
                        select distinct on (kind) kind, id, received_at from ingest.delivery
                        where source_id = :source and state = 'done' order by kind, id desc
                        """).param("source", sourceId).query(row -> {
            lasts.put(
                    RecordKind.of(row.getInt("kind")),
                    new KindFigures.Last(
                            row.getLong("id"), row.getTimestamp("received_at").toInstant()));
        });
        return lasts;
    }

    @Override
    public Map<RecordKind, SortedSet<LocalDate>> days(long sourceId, ZoneId zone) {
        Map<RecordKind, SortedSet<LocalDate>> days = new EnumMap<>(RecordKind.class);
        jdbc.sql("""
                        select distinct kind, (received_at at time zone :zone)::date as came from ingest.delivery
                        where source_id = :source and state = 'done'
                        """).param("source", sourceId).param("zone", zone.getId()).query(row -> {
            days.computeIfAbsent(RecordKind.of(row.getInt("kind")), kind -> new TreeSet<>())
                    .add(row.getObject("came", LocalDate.class));
        });
        return days;
    }

    @Override
    public Map<RecordKind, List<KindFigures.Month>> months(long sourceId, LocalDate since, ZoneId zone) {
        Map<RecordKind, List<KindFigures.Month>> months = new EnumMap<>(RecordKind.class);
        jdbc.sql("""
                        select kind, date_trunc('month', received_at at time zone :zone)::date as first,
                            count(*) as deliveries, sum(rows_read) as rows_read, sum(faults) as faults, sum(flagged) as flagged
                        from ingest.delivery
                        where source_id = :source and state = 'done'
                          and received_at >= (:since::timestamp at time zone :zone)
                        group by 1, 2 order by 1, 2 desc
                        """)
                .param("source", sourceId)
                .param("since", since)
                .param("zone", zone.getId())
                .query(row -> {
                    kindOf(row, months)
                            .add(new KindFigures.Month(
                                    row.getObject("first", LocalDate.class),
                                    row.getLong("deliveries"),
                                    row.getLong("rows_read"),
                                    row.getLong("faults"),
                                    row.getLong("flagged")));
                });
        return months;
    }

    private static <T> List<T> kindOf(ResultSet row, Map<RecordKind, List<T>> all) throws SQLException {
        return all.computeIfAbsent(RecordKind.of(row.getInt("kind")), kind -> new ArrayList<>());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
