package org.shuangsuiji.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.ReadingChoices;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Choices beside the deliveries they were made for. */
@Repository
class JdbcReadingChoices implements ReadingChoices {
    private static final int EARLIER_MAX = 20;

    private final JdbcClient jdbc;

    JdbcReadingChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Made> of(long deliveryId) {
        return jdbc.sql("""
                        select c.*, d.received_at as remembered_at from ingest.delivery_choice c
                        left join ingest.delivery d on d.id = c.remembered_from
                        where c.delivery_id = :id
                        """)
                .param("id", deliveryId)
                .query((row, number) -> made(row))
                .optional();
    }

    @Override
    public void make(long deliveryId, ReadingChoice choice, @Nullable Long rememberedFrom) {
        jdbc.sql("""
                        insert into ingest.delivery_choice (delivery_id, encoding, delimiter, sheet, header_row, headers, columns, remembered_from)
                        values (:id, :encoding, :delimiter, :sheet, :headerRow, :headers::text[], :columns::text[], :from)
                        on conflict (delivery_id) do update
                        set encoding = excluded.encoding, delimiter = excluded.delimiter, sheet = excluded.sheet,
                            header_row = excluded.header_row, headers = excluded.headers, columns = excluded.columns,
                            remembered_from = excluded.remembered_from, file_headers = null
                        """)
                .param("id", deliveryId)
                .param("encoding", choice.encoding())
                .param("delimiter", choice.delimiter())
                .param("sheet", choice.sheet())
                .param("headerRow", choice.headerRow())
                .param("headers", choice.columns().keySet().toArray(String[]::new))
                .param("columns", choice.columns().values().toArray(String[]::new))
                .param("from", rememberedFrom)
                .update();
    }

    @Override
    public void foundHeaders(long deliveryId, List<String> headers) {
        jdbc.sql("update ingest.delivery_choice set file_headers = :headers::text[] where delivery_id = :id")
                .param("id", deliveryId)
                .param("headers", headers.toArray(String[]::new))
                .update();
    }

    @Override
    public List<Earlier> earlier(long deliveryId) {
        List<Earlier> all = jdbc.sql(SqlFile.read("choice-earlier.sql"))
                .param("id", deliveryId)
                .param("limit", EARLIER_MAX)
                .query((row, number) -> new Earlier(
                        row.getLong("delivery_id"), choice(row), DeliveryRow.texts(row.getArray("file_headers"))))
                .list();
        Set<List<String>> seen = new HashSet<>();
        List<Earlier> latest = new ArrayList<>(all);
        latest.removeIf(earlier -> !seen.add(earlier.headers()));
        return latest;
    }

    private static Made made(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("remembered_at");
        return new Made(choice(row), row.getObject("remembered_from", Long.class), at == null ? null : at.toInstant());
    }

    private static ReadingChoice choice(ResultSet row) throws SQLException {
        List<String> headers = DeliveryRow.texts(row.getArray("headers"));
        List<String> columns = DeliveryRow.texts(row.getArray("columns"));
        Map<String, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            chosen.put(headers.get(i), columns.get(i));
        }
        return new ReadingChoice(
                row.getString("encoding"),
                row.getString("delimiter"),
                row.getString("sheet"),
                row.getObject("header_row", Integer.class),
                chosen);
    }
}
