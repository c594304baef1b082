-- Who really sent a pushed grade, beside the body that the file names: a file can name any body.
create or replace view ingest.read_pushed_grade as
select r.id as record_id,
       r.enterprise_id,
       coalesce(s.name, p.name, r.authority) as source,
       r.details ->> 'scheme' as scheme,
       r.details ->> 'label' as label,
       r.details ->> 'score' as score,
       r.event_day,
       r.ends_on,
       r.withdrawn_on,
       r.authority,
       o.id as sender_id,
       coalesce(o.name, q.name) as sender
from ingest.record r
left join ingest.delivery d on d.id = r.delivery_id
left join ingest.source s on s.id = d.source_id and s.standing <> 'DEPARTMENT'
left join office.department p on p.id = s.department_id and r.authority is null
left join ingest.source o on o.id = d.source_id
left join office.department q on q.id = o.department_id
where r.kind = 25 and r.known_to is null;
comment on column ingest.read_pushed_grade.authority is 'The body that gave it, as the file says';
comment on column ingest.read_pushed_grade.sender_id is 'The source whose delivery it stands by; absent where it came by none';
comment on column ingest.read_pushed_grade.sender is 'The name of that source';
create or replace view risk.read_pushed_grade as
select g.record_id, g.enterprise_id, g.source, g.scheme, g.label, g.score, g.event_day, g.ends_on, g.withdrawn_on,
       m.rank, m.since, g.authority, g.sender_id, g.sender
from ingest.read_pushed_grade g
left join lateral (
    select l.rank, l.since from risk.pushed_label l
    where l.scheme = g.scheme and l.label = g.label and l.since <= g.event_day
    order by l.since desc, l.id desc
    limit 1
) m on true;
comment on column risk.read_pushed_grade.authority is 'The body that gave it, as the file says';
comment on column risk.read_pushed_grade.sender_id is 'The source that sent it; absent where it came by none';
comment on column risk.read_pushed_grade.sender is 'The name of that source';
