-- What a file cannot say because it has no column for it stays as it was known: an older or narrower extract takes no
-- repair, removal or withdrawal back. A cell that is there and empty says that there is none.
with merged as (
    select k.line,
        case when 'STATED_END' = any (cast(:unsaid as text[])) and s.event_day = r.event_day
                  and s.severity is not distinct from r.severity then r.ends_on -- the legal limit would be the same
             when 'ENDS_ON' = any (cast(:unsaid as text[])) then coalesce(s.ends_on, r.ends_on)
             else s.ends_on end as ends_on,
        case when 'REPAIRED_ON' = any (cast(:unsaid as text[])) then r.repaired_on else s.repaired_on end as repaired_on,
        case when 'WITHDRAWN_ON' = any (cast(:unsaid as text[])) then r.withdrawn_on else s.withdrawn_on end
            as withdrawn_on,
        case when 'AMOUNT' = any (cast(:unsaid as text[])) then coalesce(s.amount_fen, r.amount_fen)
             else s.amount_fen end as amount_fen,
        case when 'CONFISCATED' = any (cast(:unsaid as text[])) then r.confiscated_fen else s.confiscated_fen end
            as confiscated_fen,
        case when 'CATEGORY' = any (cast(:unsaid as text[])) then coalesce(s.category, r.category)
             else s.category end as category,
        case when 'DOCUMENT_NO' = any (cast(:unsaid as text[])) then coalesce(s.document_no, r.document_no)
             else s.document_no end as document_no,
        case when 'AUTHORITY' = any (cast(:unsaid as text[])) then coalesce(s.authority, r.authority)
             else s.authority end as authority,
        case when 'SUMMARY' = any (cast(:unsaid as text[]))
                  and (s.summary is null or strpos(r.summary, s.summary) > 0) then r.summary
             else s.summary end as summary,
        -- neither of them is any row's digest: what stands is more than the row says
        cast(md5(s.content_hash::text || r.content_hash::text) as uuid) as content_hash
    from known k
    join ingest.staged_record_slot s on s.line = k.line
    join ingest.record r on r.id = k.record_id
    where not k.same
)
update ingest.staged_record_slot s
set ends_on = m.ends_on, repaired_on = m.repaired_on, withdrawn_on = m.withdrawn_on, amount_fen = m.amount_fen,
    confiscated_fen = m.confiscated_fen, category = m.category, document_no = m.document_no, authority = m.authority,
    summary = m.summary, content_hash = m.content_hash,
    flags = case when s.amount_fen is null and m.amount_fen is not null then s.flags & ~ :amountUnknown else s.flags end
from merged m
where m.line = s.line
  and (s.ends_on, s.repaired_on, s.withdrawn_on, s.amount_fen, s.confiscated_fen, s.category, s.document_no, s.authority,
       s.summary)
      is distinct from
      (m.ends_on, m.repaired_on, m.withdrawn_on, m.amount_fen, m.confiscated_fen, m.category, m.document_no, m.authority,
       m.summary)
