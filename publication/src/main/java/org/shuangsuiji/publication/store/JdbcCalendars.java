package org.shuangsuiji.publication.store;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.shuangsuiji.model.WorkingCalendar;
import org.shuangsuiji.publication.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendars implements Calendars {
    private final JdbcClient jdbc;

    JdbcCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkingCalendar current() {
        return new WorkingCalendar(days("OFF"), days("WORK"), years());
    }

    private Set<LocalDate> days(String kind) {
        return new HashSet<>(jdbc.sql("select day from office.calendar_day where kind = :kind")
                .param("kind", kind)
                .query((row, i) -> Columns.day(row, "day"))
                .list());
    }

    private Set<Integer> years() {
        return jdbc.sql("select year from office.calendar_year")
                .query(Integer.class)
                .set();
    }
}
