-- A business term without an end (长期) is known, and differs from one of which nobody told the end.
comment on column ingest.enterprise.term_to is
    'Last day of the business term (营业期限至); 9999-12-31 when it has no end (长期), absent when not told';
comment on column ingest.enterprise_version.term_to is
    'Last day of the business term then; 9999-12-31 when it had no end (长期), absent when not told';
comment on column ingest.staged_registration.term_to is
    'Last day of the business term; 9999-12-31 when it has no end (长期), absent when not told';
