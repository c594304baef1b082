package org.shuangsuiji.console.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.WorkingCalendars;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CalendarPage {
    private final WorkingCalendars calendars;
    private final Clock clock;

    CalendarPage(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/console/calendar")
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int thisYear = LocalDate.now(clock).getYear();
        int shown = year == null ? thisYear : year;
        List<WorkingCalendars.Year> years = calendars.years();
        model.addAttribute("years", years);
        model.addAttribute("shown", shown);
        model.addAttribute("days", calendars.days(shown));
        model.addAttribute(
                "provisional",
                List.of(thisYear, thisYear + 1).stream()
                        .filter(each -> years.stream().noneMatch(known -> known.year() == each))
                        .toList());
        return "office/calendar";
    }
}
