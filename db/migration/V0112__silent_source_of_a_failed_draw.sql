-- For which source a draw failed stood in the ledger alone, and the moment at which a draw was abandoned or failed in
-- the office's books alone. A stranger has to see both: an abandonment is fair only before the first source was due, a
-- failure only when this source and its fallback both stayed silent (DR-1 §1, 3).
alter table sampling.draw
    add column silent_place integer check (silent_place >= 0),
    add check (silent_place is null or state = 'FAILED');
comment on column sampling.draw.silent_place is 'Place among the rule''s sources, from 0, of the one for which the draw failed; empty unless it failed';
grant update (silent_place) on sampling.draw to shuangsuiji_app;

alter table pub.draw
    add column silent_ordinal integer check (silent_ordinal >= 1),
    add column ended_at timestamptz,
    add check (silent_ordinal is null or outcome = 'FAILED');
comment on column pub.draw.silent_ordinal is 'Place in the rule, from 1, of the source for which the draw failed; empty unless it failed';
comment on column pub.draw.ended_at is 'When it was abandoned or failed; empty unless it was';
grant update (silent_ordinal, ended_at) on pub.draw to shuangsuiji_app;

-- Draws that ended before: the ledger named the source. They stay as they are, so each guard rests while they are told.
alter table sampling.draw disable trigger draw_keep_ended;
update sampling.draw w set silent_place = s.n - 1
from office.ledger_entry e, sampling.draw f
cross join lateral jsonb_array_elements(convert_from(f.rule_json, 'UTF8')::jsonb -> 'sources')
    with ordinality as s (source, n)
where f.id = w.id and w.state = 'FAILED' and e.event = 'DRAW_FAILED' and e.subject = 'campaign:' || w.campaign_id
  and e.facts ->> 'draw' = w.id::text and s.source ->> 'name' = e.facts ->> 'source';
alter table sampling.draw enable trigger draw_keep_ended;

alter table pub.draw disable trigger draw_keep_ended;
update pub.draw d set ended_at = w.ended_at, silent_ordinal = w.silent_place + 1
from sampling.draw w
where w.id = d.draw_id and w.state = d.outcome and d.outcome in ('ABANDONED', 'FAILED');
alter table pub.draw enable trigger draw_keep_ended;
alter table pub.draw add check ((outcome in ('ABANDONED', 'FAILED')) = (ended_at is not null));
