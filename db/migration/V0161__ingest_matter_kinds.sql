-- Kinds of record of two words, such as TAX_ARREARS, come of a matter too.
alter table ingest.matter_draft drop constraint matter_draft_kinds_check;
alter table ingest.matter_draft add constraint matter_draft_kinds_check check (kinds ~ '^[A-Z_]+(,[A-Z_]+)*$');
