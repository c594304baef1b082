-- How a file is to be read where somebody said so, and the header row under which that was said: the next file of the same
-- sender and kind with the same header row is read in the same way.
create table ingest.delivery_choice (
    delivery_id     bigint primary key references ingest.delivery (id),
    encoding        text check (encoding in ('UTF-8', 'GB18030')),
    delimiter       text check (delimiter in (',', ';', '|', E'\t')),
    sheet           text check (length(sheet) between 1 and 100),
    header_row      integer check (header_row between 1 and 50),
    headers         text[]  not null,
    columns         text[]  not null,
    remembered_from bigint references ingest.delivery (id),
    file_headers    text[],
    check (cardinality(headers) = cardinality(columns)),
    check (remembered_from < delivery_id)
);
comment on table ingest.delivery_choice is 'How a file is read where it is not left to the program';
comment on column ingest.delivery_choice.delivery_id is 'The file';
comment on column ingest.delivery_choice.encoding is 'Encoding; absent where it is found out';
comment on column ingest.delivery_choice.delimiter is 'Delimiter; absent where it is found out';
comment on column ingest.delivery_choice.sheet is 'Sheet of a workbook; absent where it is found out';
comment on column ingest.delivery_choice.header_row is 'Place of the header among the rows that are not blank, from 1; absent where it is found out';
comment on column ingest.delivery_choice.headers is 'Headers, folded, whose column was said';
comment on column ingest.delivery_choice.columns is 'The column of each of these; - where it is left out';
comment on column ingest.delivery_choice.remembered_from is 'The earlier delivery whose choice it is; absent where it was said for this file';
comment on column ingest.delivery_choice.file_headers is 'The header row as it was found, folded; absent until the file was read';
