package org.shuangsuiji.console.office.store;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shuangsuiji.console.office.WorkingCalendars;
import org.shuangsuiji.model.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Some hundred rows; read when asked. */
@Repository
class JdbcWorkingCalendars implements WorkingCalendars {
    private final JdbcClient jdbc;

    JdbcWorkingCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkingCalendar get() {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        jdbc.sql("select day, kind from office.calendar_day").query(row -> {
            (row.getString(2).equals("OFF") ? off : worked).add(row.getObject(1, LocalDate.class));
        });
        var years = jdbc.sql("select year from office.calendar_year")
                .query(Integer.class)
                .list();
        return new WorkingCalendar(off, worked, Set.copyOf(years));
    }

    @Override
    public List<Year> years() {
        return jdbc.sql("""
                        select y.year, y.notice,
                               count(*) filter (where d.kind = 'OFF') as off,
                               count(*) filter (where d.kind = 'WORK') as worked
                        from office.calendar_year y
                        left join office.calendar_day d on extract(year from d.day) = y.year
                        group by y.year, y.notice
                        order by y.year desc
                        """)
                .query((row, number) -> new Year(row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    @Override
    public List<Day> days(int year) {
        return jdbc.sql("""
                        select day, kind, name from office.calendar_day
                        where extract(year from day) = :year order by day
                        """)
                .param("year", year)
                .query((row, number) -> new Day(
                        row.getObject(1, LocalDate.class), row.getString(2).equals("OFF"), row.getString(3)))
                .list();
    }
}
