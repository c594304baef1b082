-- How fast work goes, for those who wait for it.
alter table office.job
    add column rows_done       bigint check (rows_done >= 0),
    add column rows_per_second bigint check (rows_per_second >= 0),
    add column seconds_left    bigint check (seconds_left >= 0);
comment on column office.job.rows_done is 'Rows worked off, of a stage whose units are not rows';
comment on column office.job.rows_per_second is 'How many in a second; absent until that can be told';
comment on column office.job.seconds_left is 'How long the stage will take yet; absent where that is short or cannot be told';
