package org.shuangsuiji.ingest.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.shuangsuiji.ingest.DirectoryBook;
import org.shuangsuiji.ingest.DirectoryCount;
import org.shuangsuiji.ingest.DirectoryMonth;
import org.shuangsuiji.ingest.DirectoryRow;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who stood where as intervals, drawn up by one statement a month. */
@Repository
class JdbcDirectoryBook implements DirectoryBook {
    private static final int COUNTY_DIGITS = 6;
    private static final int TOWN_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

    private final JdbcClient jdbc;

    JdbcDirectoryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DirectoryMonth> months() {
        return jdbc.sql("select * from ingest.directory_month order by month desc")
                .query((row, number) -> new DirectoryMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("members"),
                        row.getString("taken_by"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    @Override
    public boolean take(YearMonth month, String by, Instant at) {
        boolean before = taken(month);
        jdbc.sql(SqlFile.read("directory-take.sql"))
                .param("month", month.atDay(1))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return !before && taken(month);
    }

    private boolean taken(YearMonth month) {
        return jdbc.sql("select exists (select from ingest.directory_month where month >= :month)")
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<DirectoryCount> counts(YearMonth month, Scope scope) {
        return jdbc.sql(SqlFile.read("directory-counts.sql"))
                .param("month", month.atDay(1))
                .param("digits", digitsBelow(scope.regionPrefix()))
                .param("regions", scope.regionsLike())
                .query(DirectoryCount.class)
                .list();
    }

    /** One level below: provinces, cities, counties, towns, villages. */
    private static int digitsBelow(String prefix) {
        int digits = prefix.length();
        if (digits < COUNTY_DIGITS) {
            return digits + 2;
        }
        return digits < TOWN_DIGITS ? TOWN_DIGITS : VILLAGE_DIGITS;
    }

    @Override
    public List<DirectoryRow> list(
            YearMonth month, DirectoryRow.Part part, String area, long after, int limit, Scope scope) {
        return jdbc.sql(SqlFile.read("directory-list.sql"))
                .param("month", month.atDay(1))
                .param("part", part.name())
                .param("after", after)
                .param("regions", scope.regionsLike())
                .param("area", area + "%")
                .param("limit", limit)
                .query(DirectoryRow.class)
                .list();
    }

    @Override
    public long size(YearMonth month, DirectoryRow.Part part, String area, Scope scope) {
        return jdbc.sql("select count(*) from (" + SqlFile.read("directory-list.sql") + ") as listed")
                .param("month", month.atDay(1))
                .param("part", part.name())
                .param("after", 0)
                .param("regions", scope.regionsLike())
                .param("area", area + "%")
                .param("limit", Long.MAX_VALUE)
                .query(Long.class)
                .single();
    }
}
