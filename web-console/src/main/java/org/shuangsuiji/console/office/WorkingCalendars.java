package org.shuangsuiji.console.office;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.shuangsuiji.model.WorkingCalendar;

/** The calendar table; a {@code Supplier<WorkingCalendar>} for whoever counts working days. */
public interface WorkingCalendars extends Supplier<WorkingCalendar> {

    /** A year whose notice is known. */
    record Year(int year, String notice, int daysOff, int daysWorked) {}

    /** A day that differs from plain Monday to Friday. */
    record Day(LocalDate day, boolean off, String name) {}

    List<Year> years();

    List<Day> days(int year);
}
