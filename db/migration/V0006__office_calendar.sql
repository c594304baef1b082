create table office.calendar_year (
    year   integer primary key check (year between 2000 and 2200),
    notice text not null
);
comment on table office.calendar_year is 'Years whose holiday notice (节假日安排) is known; others count provisionally (暂估)';
comment on column office.calendar_year.year is 'Calendar year';
comment on column office.calendar_year.notice is 'The notice the days were taken from';

create table office.calendar_day (
    day  date primary key,
    kind text not null check (kind in ('OFF', 'WORK')),
    name text not null
);
comment on table office.calendar_day is 'Days that differ from plain Monday to Friday';
comment on column office.calendar_day.day is 'The day';
comment on column office.calendar_day.kind is 'OFF: a weekday or weekend day that is a holiday; WORK: a weekend day worked to make up (调休上班)';
comment on column office.calendar_day.name is 'Name of the holiday';
