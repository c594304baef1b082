-- How the office tells that two rows speak of one event although they write it differently.
create function ingest.wording(writing text) returns text
    language sql immutable strict parallel safe
    return translate(ingest.comparable(writing), '、,。.;:“”"‘’''!?…—-·〔〕', '');
comment on function ingest.wording(text) is
    'The writing as ingest.comparable has it and without punctuation: "生产、销售假药" and "生产，销售假药。" are one reason';
revoke execute on function ingest.wording(text) from public;
grant execute on function ingest.wording(text) to shuangsuiji_app;

-- 机关代字〔年份〕序号 (GB/T 9704-2012, 7.2.5): 霍市监罚〔2026〕1号 can be of one body only, 市监罚〔2026〕1号 and
-- 行政处罚决定书〔2026〕1号 of many.
create function ingest.names_its_body(document_no text) returns boolean
    language sql immutable strict parallel safe
    return ingest.comparable(document_no) ~ '〔(19|20)[0-9]{2}〕.*[0-9]'
        and length(regexp_replace(split_part(ingest.comparable(document_no), '〔', 1),
            '行政|处罚|强制|许可|准予|登记|决定|通知|经营异常|严重违法|失信|名录|名单|列入|移出|当场|简易|责令|改正|书|字|第|[0-9]', '', 'g')) >= 4;
comment on function ingest.names_its_body(text) is
    'Whether the number of a document itself names the body that gave it and the year, so that one subject meets it once';
revoke execute on function ingest.names_its_body(text) from public;
grant execute on function ingest.names_its_body(text) to shuangsuiji_app;
