package org.shuangsuiji.console.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shuangsuiji.console.office.LedgerRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads ledger rows, and facts to and from JSON. */
final class LedgerRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private LedgerRows() {}

    static String json(Map<String, String> facts) {
        return JSON.writeValueAsString(facts);
    }

    static LedgerRow read(ResultSet row, int number) throws SQLException {
        long seal = row.getLong("seq");
        Long place = row.wasNull() ? null : seal;
        SortedMap<String, String> facts = JSON.readValue(row.getString("facts"), FACTS);
        return new LedgerRow(
                row.getLong("id"),
                place,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getLong("department_id"),
                row.getString("event"),
                row.getString("subject"),
                row.getString("reason"),
                facts,
                HexFormat.of().formatHex(row.getBytes("digest")));
    }
}
