-- A permit has the number of its decision (行政许可决定文书号) and that of its licence (许可编号); a register of licences knows
-- only the second.
alter table ingest.staged_record add column licence_no text;
alter table ingest.record add column licence_no text;
comment on column ingest.staged_record.licence_no is 'Number of the licence (许可编号) beside that of the decision';
comment on column ingest.record.licence_no is
    'Number of the licence (许可编号) beside that of the decision, as the source writes it; absent when the source gives one number only';
