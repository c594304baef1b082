-- A row that says nothing of the status takes no enterprise's status away, whether its file lacks the column or only the
-- cell is empty.
alter table ingest.staged_registration alter column status drop not null;
comment on column ingest.staged_registration.status is 'Status in the register; null when the row does not say';
