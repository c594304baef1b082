-- Whose each identity of these subjects is now by the links in force, where it was another's before.
create temp table moved on commit drop as
with recursive up as (
    select identity_id, identity_id as at, 0 as steps
    from (
        select subject_id as identity_id from about
        union
        select e.id from ingest.enterprise e where e.same_as in (select subject_id from about)
    ) as concerned
    union all
    select u.identity_id, l.to_id, u.steps + 1
    from up u
    join ingest.link l on l.from_id = u.at and l.state = 'IN_FORCE'
    where u.steps < 32
), root as (
    select distinct on (identity_id) identity_id, at as to_root
    from up
    order by identity_id, steps desc
)
select r.identity_id, coalesce(e.same_as, e.id) as from_root, r.to_root
from root r
join ingest.enterprise e on e.id = r.identity_id
where coalesce(e.same_as, e.id) <> r.to_root
