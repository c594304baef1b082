package org.shuangsuiji.publication;

import org.shuangsuiji.model.WorkingCalendar;

/** The office's calendar of working days, as it is known now. */
public interface Calendars {
    WorkingCalendar current();
}
