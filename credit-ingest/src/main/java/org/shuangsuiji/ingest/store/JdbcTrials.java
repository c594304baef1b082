package org.shuangsuiji.ingest.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.Trial;
import org.shuangsuiji.ingest.Trials;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Preview;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checks of files, each with its headers, first rows and examples. */
@Repository
class JdbcTrials implements Trials {
    private final JdbcClient jdbc;
    private final Deliveries deliveries;

    JdbcTrials(JdbcClient jdbc, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    @Override
    public Optional<Trial> find(long deliveryId, Scope scope) {
        Delivery delivery = deliveries.get(deliveryId, scope);
        return jdbc.sql("select * from ingest.delivery_check where delivery_id = :id")
                .param("id", delivery.id())
                .query((row, number) -> read(row, delivery))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(long deliveryId, Trial trial) {
        jdbc.sql("delete from ingest.delivery_check where delivery_id = :id")
                .param("id", deliveryId)
                .update();
        Trial.Refused refused = trial.refused();
        Preview preview = trial.preview();
        Delivery.Counts counts = trial.counts();
        List<Flag> marks = List.copyOf(trial.flags().keySet());
        jdbc.sql("""
                        insert into ingest.delivery_check (delivery_id, checked_at, refusal_code, refusal_args, same_file_as, header_row,
                            sheets, rows_read, added, changed, same, flagged, faults, marks, marked)
                        values (:id, :at, :code, :args::text[], :sameFileAs, :headerRow, :sheets::text[], :rows, :added, :changed, :same, :flagged, :faults,
                            :marks::text[], :marked::bigint[])
                        """)
                .param("id", deliveryId)
                .param("at", trial.at().atOffset(ZoneOffset.UTC))
                .param("code", refused == null ? null : refused.code())
                .param("args", refused == null ? null : refused.args().toArray(String[]::new))
                .param("sameFileAs", trial.sameFileAs())
                .param("headerRow", preview == null ? null : preview.headerRow())
                .param(
                        "sheets",
                        preview == null ? new String[0] : preview.sheets().toArray(String[]::new))
                .param("rows", counts.rows())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("same", counts.same())
                .param("flagged", counts.flagged())
                .param("faults", counts.faults())
                .param("marks", marks.stream().map(Flag::name).toArray(String[]::new))
                .param("marked", marks.stream().map(trial.flags()::get).toArray(Long[]::new))
                .update();
        if (preview != null) {
            keep(deliveryId, preview);
        }
        int place = 1;
        for (Trial.Example example : trial.examples()) {
            List<Trial.@Nullable Change> changes = new ArrayList<>(example.changes());
            if (changes.isEmpty()) {
                changes.add(null);
            }
            for (Trial.Change change : changes) {
                sample(deliveryId, place++, example, change);
            }
        }
        for (Fault fault : trial.faults()) {
            sample(deliveryId, place++, fault);
        }
    }

    private void keep(long deliveryId, Preview preview) {
        int place = 1;
        for (Preview.Header header : preview.headers()) {
            jdbc.sql("""
                            insert into ingest.delivery_check_header (delivery_id, place, text, folded, taken, column_name)
                            values (:id, :place, :text, :folded, :taken, :column)
                            """)
                    .param("id", deliveryId)
                    .param("place", place++)
                    .param("text", storable(header.text()))
                    .param("folded", storable(header.folded()))
                    .param("taken", header.taken().name())
                    .param("column", header.column())
                    .update();
        }
        for (int above = 0; above < preview.above().size(); above++) {
            row(
                    deliveryId,
                    above + 1 - preview.above().size(),
                    List.of(preview.above().get(above)));
        }
        for (int below = 0; below < preview.rows().size(); below++) {
            row(deliveryId, below + 1, preview.rows().get(below));
        }
    }

    private void row(long deliveryId, int place, List<String> cells) {
        jdbc.sql(
                        "insert into ingest.delivery_check_row (delivery_id, place, cells) values (:id, :place, :cells::text[])")
                .param("id", deliveryId)
                .param("place", place)
                .param("cells", cells.stream().map(JdbcTrials::storable).toArray(String[]::new))
                .update();
    }

    private void sample(long deliveryId, int place, Trial.Example example, Trial.@Nullable Change change) {
        jdbc.sql("""
                        insert into ingest.delivery_check_sample (delivery_id, place, outcome, line, subject, name, field, was, becomes)
                        values (:id, :place, :outcome, :line, :subject, :name, :field, :was, :becomes)
                        """)
                .param("id", deliveryId)
                .param("place", place)
                .param("outcome", example.added() ? "added" : "changed")
                .param("line", example.line())
                .param("subject", example.subject())
                .param("name", example.name())
                .param("field", change == null ? null : change.field())
                .param("was", change == null ? null : change.was())
                .param("becomes", change == null ? null : change.becomes())
                .update();
    }

    private void sample(long deliveryId, int place, Fault fault) {
        jdbc.sql("""
                        insert into ingest.delivery_check_sample (delivery_id, place, outcome, line, field, becomes, code, args)
                        values (:id, :place, 'fault', :line, :field, :becomes, :code, :args::text[])
                        """)
                .param("id", deliveryId)
                .param("place", place)
                .param("line", fault.line())
                .param("field", fault.column())
                .param("becomes", fault.value())
                .param("code", fault.code())
                .param("args", fault.args().toArray(String[]::new))
                .update();
    }

    private Trial read(ResultSet row, Delivery delivery) throws SQLException {
        String code = row.getString("refusal_code");
        List<Trial.Example> examples = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        samples(delivery.id(), examples, faults);
        Integer headerRow = row.getObject("header_row", Integer.class);
        return new Trial(
                row.getTimestamp("checked_at").toInstant(),
                code == null ? null : new Trial.Refused(code, DeliveryRow.texts(row.getArray("refusal_args"))),
                row.getObject("same_file_as", Long.class),
                headerRow == null ? null : preview(delivery, headerRow),
                new Delivery.Counts(
                        row.getLong("rows_read"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("same"),
                        row.getLong("flagged"),
                        row.getLong("faults")),
                flags(row.getArray("marks"), row.getArray("marked")),
                examples,
                faults);
    }

    private static Map<Flag, Long> flags(Array marks, Array marked) throws SQLException {
        Map<Flag, Long> flags = new EnumMap<>(Flag.class);
        Long[] rows = (Long[]) marked.getArray();
        List<String> names = DeliveryRow.texts(marks);
        for (int i = 0; i < names.size(); i++) {
            flags.put(Flag.valueOf(names.get(i)), rows[i]);
        }
        return flags;
    }

    private Preview preview(Delivery delivery, int headerRow) {
        List<Preview.Header> headers = jdbc.sql(
                        "select * from ingest.delivery_check_header where delivery_id = :id order by place")
                .param("id", delivery.id())
                .query((row, number) -> new Preview.Header(
                        row.getString("text"),
                        row.getString("folded"),
                        Preview.Taken.valueOf(row.getString("taken")),
                        row.getString("column_name")))
                .list();
        List<String> above = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        jdbc.sql("select place, cells from ingest.delivery_check_row where delivery_id = :id order by place")
                .param("id", delivery.id())
                .query(row -> {
                    List<String> cells = DeliveryRow.texts(row.getArray("cells"));
                    if (row.getInt("place") > 0) {
                        rows.add(cells);
                    } else {
                        above.addAll(cells);
                    }
                });
        return new Preview(
                Objects.requireNonNullElse(delivery.encoding(), ""),
                Objects.requireNonNullElse(delivery.delimiter(), ""),
                jdbc.sql("select unnest(sheets) from ingest.delivery_check where delivery_id = :id")
                        .param("id", delivery.id())
                        .query(String.class)
                        .list(),
                headerRow,
                headers,
                above,
                rows);
    }

    private void samples(long deliveryId, List<Trial.Example> examples, List<Fault> faults) {
        Map<Long, Trial.Example> byLine = new LinkedHashMap<>();
        jdbc.sql("select * from ingest.delivery_check_sample where delivery_id = :id order by place")
                .param("id", deliveryId)
                .query(row -> {
                    if (row.getString("code") != null) {
                        faults.add(new Fault(
                                row.getLong("line"),
                                row.getString("field"),
                                row.getString("becomes"),
                                row.getString("code"),
                                DeliveryRow.texts(row.getArray("args"))));
                        return;
                    }
                    String field = row.getString("field");
                    List<Trial.Change> changes = field == null
                            ? List.of()
                            : List.of(new Trial.Change(field, row.getString("was"), row.getString("becomes")));
                    byLine.merge(
                            row.getLong("line"),
                            new Trial.Example(
                                    row.getString("outcome").equals("added"),
                                    row.getLong("line"),
                                    row.getString("subject"),
                                    row.getString("name"),
                                    changes),
                            JdbcTrials::joined);
                });
        examples.addAll(byLine.values());
    }

    private static Trial.Example joined(Trial.Example one, Trial.Example more) {
        List<Trial.Change> changes = new ArrayList<>(one.changes());
        changes.addAll(more.changes());
        return new Trial.Example(one.added(), one.line(), one.subject(), one.name(), changes);
    }

    /** The database keeps no NUL; a row that has one is refused elsewhere. */
    private static String storable(String text) {
        return text.replace("\u0000", "");
    }
}
