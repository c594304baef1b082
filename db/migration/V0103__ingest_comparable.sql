-- How the office compares what people write in several ways: number of a document, name of a body, reason of a listing.
create function ingest.comparable(writing text) returns text
    language sql immutable strict parallel safe
    return translate(normalize(writing, NFKC), '[【({〈《]】)}〉》 ', '〔〔〔〔〔〔〕〕〕〕〕〕');
comment on function ingest.comparable(text) is
    'The writing in NFKC with one kind of brackets and without spaces: 〔2021〕, [2021] and （2021） are one';
revoke execute on function ingest.comparable(text) from public;
grant execute on function ingest.comparable(text) to shuangsuiji_app;
