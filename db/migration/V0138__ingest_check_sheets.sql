-- A workbook has sheets to choose from; a check shows which there are.
alter table ingest.delivery_check add column sheets text[] not null default '{}';
comment on column ingest.delivery_check.sheets is 'Names of the sheets to choose from; none where the file has no such';
