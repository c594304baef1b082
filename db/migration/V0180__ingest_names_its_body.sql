-- 霍市监处罚〔2026〕1号 is of one body as 霍市监罚字〔2026〕1号 is: the sign of a body (机关代字, GB/T 9704-2012, 7.2.5) may be as
-- short as a place and a body behind it. The body alone, as in 市监罚〔2026〕1号, is many, and so is 市, 县 or 区 before it.
-- A sign of one character is known only by the 罚 behind it: 欠税通知〔2026〕1号 is of nobody.
create or replace function ingest.names_its_body(document_no text) returns boolean
    language sql immutable strict parallel safe
    return ingest.comparable(document_no) ~ '〔(19|20)[0-9]{2}〕.*[0-9]'
        and (length(regexp_replace(split_part(ingest.comparable(document_no), '〔', 1),
                '行政|处罚|强制|许可|准予|登记|决定|通知|经营异常|严重违法|失信|名录|名单|列入|移出|当场|简易|责令|改正|书|字|第|[0-9]', '', 'g')) >= 4
            or coalesce(btrim(substring(
                regexp_replace(replace(split_part(ingest.comparable(document_no), '〔', 1), '处罚', '罚'),
                    '行政|强制|许可|准予|登记|决定|通知|经营异常|严重违法|失信|名录|名单|列入|移出|当场|简易|责令|改正|书|字|第|[0-9]', '', 'g')
                from '^(.*?)(?:市监|市场监|市管|工商|质监|药监|食药|安监|应急|应管|消防|卫健|卫计|卫监|医保|住建|城管|综执|执法|环保|生态|交通|交运|交执|运管|农牧|农业|林草|水利|水务|文旅|人社|民政|教体|自然|自规|国土|发改|商务|烟草|统计|公安|公交|国税|地税|[消卫环税农林水药烟交城建]行?罚)'),
                '市县区旗盟州省局'), '') ~ '[一-龥]');
