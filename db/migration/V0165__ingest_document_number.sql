-- The number of a document has more ways of being written than a name: with 第 and without, with noughts before the serial
-- number, without the brackets of the year, without the last 号, with the name of the document after it.
create function ingest.document_number(writing text) returns text
    language sql immutable strict parallel safe
    -- most numbers need no more than the last 号 taken off
    return rtrim(case when writing ~ '[第年书]|[])}）］】〕〉》] *[0０]' then
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    ingest.comparable(writing),
                    '(?<=[0-9号])〔?(?:当场|简易程序)?(?:行政)?(?:处罚|许可)?决定书〕?$|(?<=[0-9])号+$', ''),
                '(^|[^0-9〔]|[0-9](?=〔))〔?((?:19|20)[0-9]{2})(?:年?〕年?第?|(?:年第?|第)(?=[0-9]))(?:0+(?=[0-9]))?', '\1〔\2〕'),
            '第(?=[0-9][0-9-]*号?$)', '')
        else ingest.comparable(writing) end, '号');
comment on function ingest.document_number(text) is
    'The number as ingest.comparable has it, in the shortest writing: 字〔2026〕第0445号, 字2026第445号 and 字〔2026〕445 are one';
revoke execute on function ingest.document_number(text) from public;
grant execute on function ingest.document_number(text) to shuangsuiji_app;
