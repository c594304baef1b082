-- Identities that turn out to be another's (links-by-fresh.sql, links-by-news.sql). A pair that waits, stands or was
-- refused is not noted again; one that was withdrawn is where its reason is told anew, and waits for a person. What one registration alone names is linked; where several do, or the name is all that two numbered identities
-- share, a person decides; and so it is where the identity is a registered subject with a code of its own, or one for which
-- other bodies answer, or of which the bodies of another region told: or a slip, or somebody, could take it and its grade
-- into another region. What is linked already to somebody else waits for a person too.
create temp table found on commit drop as
with rooted as (
    select p.from_id, coalesce(t.same_as, t.id) as to_id, p.sort, min(p.shown) as shown,
        (p.sort <> 'NAME' or f.code_class = 'NAME_ONLY')
            and case
                    when f.same_as is not null then false
                    when f.registered then f.credit_code is null
                        and (coalesce(f.region like :regions, false) or coalesce(o.path like :departments, false))
                    else o.id is null or o.path like :departments or o.region like :regions
                        or coalesce(root.region, '') like regexp_replace(o.region, '(00)+$', '') || '%'
                end as sure
    from pair p
    join ingest.enterprise f on f.id = p.from_id
    left join ingest.delivery d on d.id = f.delivery_id
    left join office.department o on o.id = d.department_id
    join ingest.enterprise t on t.id = p.to_id
    -- only a subject with a code takes another identity in
    join ingest.enterprise root on root.id = coalesce(t.same_as, t.id) and root.credit_code is not null
    where root.id not in (f.id, coalesce(f.same_as, f.id))
      and not exists (select from ingest.link l where l.from_id = p.from_id and l.to_id = root.id and l.state <> 'WITHDRAWN')
    group by p.from_id, coalesce(t.same_as, t.id), p.sort, sure
), best as (
    select distinct on (from_id, to_id) *
    from rooted
    order by from_id, to_id, sure desc, sort
), counted as (
    -- all who name it, and those that waited for a person already
    select b.*, (select count(*) from best r where r.from_id = b.from_id and r.sort = b.sort) as rivals,
        exists (select from ingest.link l where l.from_id = b.from_id and l.state in ('PROPOSED', 'REFUSED', 'WITHDRAWN')) as disputed,
        -- no rings: who takes others in is not taken in itself in the same breath
        exists (select from best r where r.to_id = b.from_id) as taken
    from best b
)
select from_id, to_id, sort, shown, sure and rivals = 1 and not disputed and not taken as in_force
from counted
where from_id <> to_id
