package org.shuangsuiji.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.SearchGrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Enters subjects that only records name, so that no record is lost for want of a registration. */
@Component
class Placeholders {
    private static final int PAGE = 20_000;
    private static final int WIDTH = 13;
    private static final String COLUMNS =
            "credit_code, old_number, name_key, code_class, registered, name, search_grams,"
                    + " subject_kind, status, flags, first_delivery_id, delivery_id, known_from";

    /** Marks of the code and the name; the others are the record's own. */
    private static final long SUBJECT_FLAGS = Flag.CHECK_WRONG.mask()
            | Flag.ORGANISATION_CHECK_WRONG.mask()
            | Flag.OLD_NUMBER.mask()
            | Flag.OLD_NUMBER_CHECK_WRONG.mask()
            | Flag.NAME_MISSING.mask();

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    Placeholders(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    private record Missing(
            String subject,
            String codeClass,
            String subjectKind,
            @Nullable String name,
            long flags) {}

    /** Takes the subjects from the temporary table {@code missing}, page by page. */
    void create(long deliveryId, Instant now) {
        var rows = new BinaryRows(1 << 20);
        String after = "";
        List<Missing> page;
        do {
            page = page(after);
            for (Missing missing : page) {
                write(missing, deliveryId, now, rows);
                after = missing.subject();
            }
            send(rows);
        } while (page.size() == PAGE);
    }

    private List<Missing> page(String after) {
        return jdbc.sql("""
                        select subject, code_class, subject_kind, name, flags from missing
                        where subject > :after order by subject limit :page
                        """)
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) -> new Missing(
                        row.getString("subject"),
                        row.getString("code_class"),
                        row.getString("subject_kind"),
                        row.getString("name"),
                        row.getLong("flags")))
                .list();
    }

    private static void write(Missing missing, long deliveryId, Instant now, BinaryRows rows) {
        boolean old = missing.codeClass().equals("OLD_NUMBER");
        boolean nameOnly = missing.codeClass().equals("NAME_ONLY");
        rows.begin(WIDTH)
                .text(old || nameOnly ? null : missing.subject())
                .text(old ? missing.subject() : null)
                .text(nameOnly ? missing.subject() : null)
                .text(missing.codeClass())
                .bool(false)
                .text(missing.name())
                .texts(SearchGrams.of(missing.name(), nameOnly ? "" : missing.subject()))
                .text(missing.subjectKind())
                .text("ACTIVE")
                .int8(missing.flags() & SUBJECT_FLAGS)
                .int8(deliveryId)
                .int8(deliveryId)
                .instant(now);
    }

    private void send(BinaryRows rows) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyTo.copy(connection, "ingest.enterprise", COLUMNS, rows);
        } catch (SQLException e) {
            var translated = new SQLStateSQLExceptionTranslator().translate("enter new subjects", null, e);
            throw translated != null ? translated : new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
