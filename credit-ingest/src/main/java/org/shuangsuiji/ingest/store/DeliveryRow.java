package org.shuangsuiji.ingest.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.DeliveryState;
import org.shuangsuiji.model.RecordKind;

/** A row of the table of deliveries. */
final class DeliveryRow {
    static final String SELECT = """
            select d.*, p.name as department_name, s.word as source_word, coalesce(s.name, a.name) as source_name
            from ingest.delivery d
            left join office.department p on p.id = d.department_id
            left join ingest.source s on s.id = d.source_id
            left join office.department a on a.id = s.department_id
            """;

    private DeliveryRow() {}

    static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                RecordKind.of(row.getInt("kind")),
                DeliveryState.of(row.getString("state")),
                (Long) row.getObject("department_id"),
                row.getString("department_name"),
                source(row),
                row.getString("actor"),
                row.getString("file_name"),
                row.getString("stored_as"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getLong("bytes"),
                row.getString("encoding"),
                row.getString("delimiter"),
                new Delivery.Counts(
                        row.getLong("rows_read"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("same"),
                        row.getLong("flagged"),
                        row.getLong("faults")),
                (Long) row.getObject("same_file_as"),
                row.getString("failure_code"),
                texts(row.getArray("failure_args")),
                row.getTimestamp("received_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static Delivery.@Nullable Sender source(ResultSet row) throws SQLException {
        Long id = (Long) row.getObject("source_id");
        return id == null ? null : new Delivery.Sender(id, row.getString("source_word"), row.getString("source_name"));
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
