-- Numbers have still more ways of being written: within the name of the document (行政处罚决定书（霍市监处罚〔2026〕1号）), with the year
-- in Chinese digits (〔二〇二六〕), with a dash for the brackets (处罚2026-1号), with 字 before the year and without.
create function ingest.year_in_digits(writing text) returns text
    language sql immutable strict parallel safe
    return replace(writing, coalesce(substring(writing from '〔[〇○零一二三四五六七八九]{4}年?〕'), ''),
        coalesce(translate(substring(writing from '〔[〇○零一二三四五六七八九]{4}年?〕'), '〇○零一二三四五六七八九', '000123456789'), ''));
comment on function ingest.year_in_digits(text) is 'The number of a document with its year in digits: 〔二〇二六〕1号 becomes 〔2026〕1号';
revoke execute on function ingest.year_in_digits(text) from public;
grant execute on function ingest.year_in_digits(text) to shuangsuiji_app;

create or replace function ingest.document_number(writing text) returns text
    language sql immutable strict parallel safe
    -- most numbers need no more than the last 号 taken off
    return rtrim(case when writing ~ '[第年书字〇○零二]|(?:19|20)[0-9]{2}[-－]|[])}）］】〕〉》] *[0０]' then
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(
                        regexp_replace(
                            regexp_replace(
                                ingest.year_in_digits(ingest.comparable(writing)),
                                '^(?:当场|简易程序)?(?:行政)?(?:处罚|许可)?决定书:?(?:〔([^〔〕]*〔.*)〕|([^〔字]+〔.*))$', '\1\2'),
                            '(?<=[0-9号])〔?(?:当场|简易程序)?(?:行政)?(?:处罚|许可)?决定书〕?$|(?<=[0-9])号+$', ''),
                        '^([^〔]*[^-0-9〔〕])((?:19|20)[0-9]{2})-(?=[0-9]+$)', '\1〔\2〕'),
                    '(^|[^0-9〔]|[0-9](?=〔))〔?((?:19|20)[0-9]{2})(?:年?〕年?第?|(?:年第?|第)(?=[0-9]))(?:0+(?=[0-9]))?', '\1〔\2〕'),
                '第(?=[0-9][0-9-]*号?$)', ''),
            '字(?=〔(?:19|20)[0-9]{2}〕)', '')
        else ingest.comparable(writing) end, '号');
comment on function ingest.document_number(text) is
    'The number as ingest.comparable has it, in the shortest writing: 字〔2026〕第0445号, 字2026第445号 and 〔二〇二六〕445 are one';
