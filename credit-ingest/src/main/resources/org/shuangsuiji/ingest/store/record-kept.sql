-- What a file cannot say because it has no column for it stays as it was known, with its mark: an older or narrower
-- extract takes no repair, removal or withdrawal back. A cell that is there and empty says that there is none; what
-- cannot be read says nothing. A row that then says what is known, though other rows told it in fewer or more words, is the
-- same.
with fuller as materialized (
    select k.line, law.ends_on, m.stated_end, m.repaired_on, m.withdrawn_on, m.severity, m.amount_fen, m.confiscated_fen,
        m.category, m.document_no, m.licence_no, m.authority, m.authority_code, m.summary, m.quantity, m.event_day,
        m.details, marked.flags, with_known.same,
        -- no row has this digest: what stands is more than the row says
        cast(md5(s.content_hash::text || r.content_hash::text) as uuid) as content_hash
    from known k
    join ingest.staged_record_slot s on s.line = k.line
    join ingest.record r on r.id = k.record_id
    cross join lateral (
        -- a word that nobody knows says nothing; what severity follows from it stays too
        select s.flags & :categoryNotKnown <> 0 and r.category is not null as keeps_category,
            'STATED_END' = any (cast(:unsaid as text[])) or s.flags & :endNotRead <> 0 as end_unsaid,
            'REPAIRED_ON' = any (cast(:unsaid as text[]))
                or s.flags & (:dayNotRead | :removedBeforeListed | :dayBeforeDecision) <> 0 as repair_unsaid
    ) as of_row
    cross join lateral (
        select
            -- a void permit counts on no day: it ends on the day it begins
            ('VOIDED' = any (cast(:unsaid as text[])) or s.flags & :stateNotTold <> 0) and r.ends_on = r.event_day
                as stays_void,
            s.stated_end is null and r.stated_end >= s.event_day and end_unsaid as keeps_stated_end,
            s.ends_on is null and ('ENDS_ON' = any (cast(:unsaid as text[])) or s.flags & :dayNotRead <> 0)
                as keeps_last_day,
            s.repaired_on is null and r.repaired_on >= s.event_day and repair_unsaid as keeps_repair,
            -- the day of the decision was corrected to one behind what followed it: one of the two is wrong
            s.stated_end is null and r.stated_end < s.event_day and end_unsaid
                or s.repaired_on is null and r.repaired_on < s.event_day and repair_unsaid as contradicted,
            s.withdrawn_on is null
                and ('WITHDRAWN_ON' = any (cast(:unsaid as text[])) or s.flags & (:dayNotRead | :stateNotTold) <> 0)
                as keeps_withdrawal,
            -- a fine of its own column is surer than one read from words
            r.amount_fen is not null
                and ('AMOUNT' = any (cast(:unsaid as text[])) and (s.amount_fen is null or r.flags & :amountFromText = 0)
                     or s.amount_fen is null and s.flags & :amountNotTold <> 0) as keeps_amount,
            'CONFISCATED' = any (cast(:unsaid as text[]))
                or s.confiscated_fen is null and s.flags & :amountNotRead <> 0 as keeps_confiscated,
            r.summary is not null
                and (s.summary = r.summary or ingest.wording(s.summary) = ingest.wording(r.summary)
                     or 'SUMMARY' = any (cast(:unsaid as text[]))
                        and not exists (select from unnest(string_to_array(s.summary, '；')) as part
                                        where strpos(r.summary, part) = 0)) as keeps_summary,
            s.document_no = r.document_no
                or ingest.document_number(s.document_no) in (
                    ingest.document_number(r.document_no), ingest.document_number(r.licence_no))
                -- who gives a penalty no number does not say that it has none
                or s.document_no is null and (:publicised or 'DOCUMENT_NO' = any (cast(:unsaid as text[]))) as keeps_number,
            s.authority = r.authority or ingest.comparable(s.authority) = ingest.comparable(r.authority)
                or s.authority is null
                   and ('AUTHORITY' = any (cast(:unsaid as text[])) or s.authority_code = r.authority_code
                        or :ofBody and (s.authority_code = r.authority_code) is not false) as keeps_authority,
            'QUANTITY' = any (cast(:unsaid as text[])) or s.quantity is null and s.flags & :numberNotRead <> 0
                as keeps_quantity,
            -- since when is not told: the day on which the office first heard of it stays
            s.flags & :dayTaken <> 0 as keeps_day
    ) as said
    cross join lateral (
        select case when stays_void then s.event_day
                 when keeps_last_day then nullif(r.ends_on, r.event_day)
                 else s.ends_on end as ends_on,
            case when keeps_stated_end then r.stated_end else s.stated_end end as stated_end,
            case when keeps_category then r.severity else s.severity end as severity,
            case when keeps_repair then r.repaired_on else s.repaired_on end as repaired_on,
            case when keeps_withdrawal then r.withdrawn_on
                 when 'WITHDRAWN_DAY' = any (cast(:unsaid as text[])) and s.withdrawn_on is not null
                 then coalesce(r.withdrawn_on, s.withdrawn_on)
                 else s.withdrawn_on end as withdrawn_on,
            case when keeps_amount then r.amount_fen else s.amount_fen end as amount_fen,
            case when keeps_confiscated then r.confiscated_fen else s.confiscated_fen end as confiscated_fen,
            case when keeps_category then r.category
                 when 'CATEGORY' = any (cast(:unsaid as text[])) then coalesce(s.category, r.category)
                 else s.category end as category,
            case when keeps_number then r.document_no else s.document_no end as document_no,
            -- a row that gives the licence's number as its own is known by it: it stays, or the next such row finds nothing
            case when not keeps_number then s.licence_no
                 when s.licence_no is null or s.licence_no = r.licence_no then r.licence_no
                 when ingest.document_number(s.document_no) = ingest.document_number(r.licence_no) then r.licence_no
                 else s.licence_no end as licence_no,
            case when keeps_authority then r.authority else s.authority end as authority,
            coalesce(s.authority_code, r.authority_code) as authority_code,
            case when keeps_summary then r.summary else s.summary end as summary,
            case when keeps_quantity then r.quantity else s.quantity end as quantity,
            case when keeps_day then r.event_day else s.event_day end as event_day,
            nullif(coalesce(s.details, '{}')
                || coalesce((select jsonb_object_agg(key, value) from jsonb_each(r.details)
                             where key = any (cast(:unsaidDetails as text[]))), '{}'), '{}') as details,
            case when keeps_amount then :ofAmount else 0 end
                | case when keeps_number then :documentNumberMissing else 0 end
                | case when 'REPAIRED_ON' = any (cast(:unsaid as text[])) then :removedBeforeListed else 0 end
                | case when 'VOIDED' = any (cast(:unsaid as text[])) or 'WITHDRAWN_ON' = any (cast(:unsaid as text[]))
                       then :stateNotTold else 0 end
                as kept_flags,
            -- a mark that does not say of which text it is
            case when keeps_summary then r.flags & :ofAnyText else 0 end
                | case when contradicted and :listing then :removedBeforeListed
                       when contradicted then :dayBeforeDecision else 0 end
                as added_flags
        -- computed once for each row, not wherever it is asked for
        offset 0
    ) as m
    left join (
        select * from unnest(cast(:severities as smallint[]), cast(:longest as interval[])) as l (of_severity, longest)
    ) as l on l.of_severity = coalesce(m.severity, :gravest)
    cross join lateral (select cast(m.event_day + l.longest as date) as last_day) as longest
    cross join lateral (
        -- the law's longest time is that of the day and the severity that stand now, whichever row told them
        select case when not :publicised then m.ends_on
                    when m.stated_end <= longest.last_day + 1 then m.stated_end
                    else coalesce(longest.last_day, m.stated_end) end as ends_on,
            :publicised and coalesce(m.stated_end > longest.last_day + 1, false) as beyond_limit
    ) as law
    cross join lateral (
        select (s.flags & ~kept_flags & ~:endBeyondLimit) | (r.flags & kept_flags) | added_flags
            | case when beyond_limit then :endBeyondLimit else 0 end as flags
    ) as marked
    cross join lateral (
        select (m.event_day, law.ends_on, m.stated_end, m.repaired_on, m.withdrawn_on, m.severity, m.amount_fen,
                m.confiscated_fen, m.category, m.document_no, m.licence_no, m.authority, m.authority_code, m.summary,
                m.quantity, m.details)
            is not distinct from
            (r.event_day, r.ends_on, r.stated_end, r.repaired_on, r.withdrawn_on, r.severity, r.amount_fen,
             r.confiscated_fen, r.category, r.document_no, r.licence_no, r.authority, r.authority_code, r.summary,
             r.quantity, r.details) as same
    ) as with_known
    where not k.same
      and (with_known.same
           or (law.ends_on, m.stated_end, m.repaired_on, m.withdrawn_on, m.severity, m.amount_fen, m.confiscated_fen,
               m.category, m.document_no, m.licence_no, m.authority, m.authority_code, m.summary, m.quantity, m.event_day,
               m.details, marked.flags)
              is distinct from
              (s.ends_on, s.stated_end, s.repaired_on, s.withdrawn_on, s.severity, s.amount_fen, s.confiscated_fen,
               s.category, s.document_no, s.licence_no, s.authority, s.authority_code, s.summary, s.quantity, s.event_day,
               s.details, s.flags))
), filled as (
    update ingest.staged_record_slot s
    set ends_on = f.ends_on, stated_end = f.stated_end, repaired_on = f.repaired_on, withdrawn_on = f.withdrawn_on,
        severity = f.severity, amount_fen = f.amount_fen, confiscated_fen = f.confiscated_fen, category = f.category,
        document_no = f.document_no, licence_no = f.licence_no, authority = f.authority, authority_code = f.authority_code,
        fact_hash = case when s.document_no is not null or f.document_no is null or not :publicised then s.fact_hash end,
        summary = f.summary, quantity = f.quantity, event_day = f.event_day, details = f.details, flags = f.flags,
        content_hash = f.content_hash
    from fuller f
    where f.line = s.line and not f.same
)
update known k set same = true
from fuller f
where f.line = k.line and f.same
