-- A document number is kept as its source writes it; what is compared is part of key_hash.
comment on column ingest.record.document_no is 'Number of the document (文书号), as the source writes it';
