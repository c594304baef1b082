-- A row may tell several facts: how many complaints there were in a month, and how many reports.
comment on column ingest.staged_record.line is
    'Four times the line of the row in its file, and which of the facts of the row it is, from 0';
