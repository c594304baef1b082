-- Under what else the subject of each code is known, and since when the two are one: a link may lead on to another, and of
-- all that join them the last says it.
select f.credit_code as asked, t.id, coalesce(t.credit_code, t.old_number) as code,
       coalesce(t.name, t.credit_code, t.old_number) as name, t.same_as is null as is_subject, s.since,
       coalesce(from_in_scope, false) as sees_asked, coalesce(to_in_scope, false) as sees_other
from ingest.enterprise f
join ingest.enterprise t on t.id = f.same_as or t.same_as = coalesce(f.same_as, f.id)
cross join lateral (
    with recursive chain (identity_id, since) as (
        select x.id, cast(null as timestamptz) from unnest(array[f.id, t.id]) x (id)
        union
        select l.to_id, l.since from chain c join ingest.link l on l.from_id = c.identity_id and l.state = 'IN_FORCE'
    )
    select max(chain.since) as since from chain
) s
where f.credit_code = any (:codes) and t.id <> f.id and s.since is not null
order by asked, is_subject desc, code, t.id
