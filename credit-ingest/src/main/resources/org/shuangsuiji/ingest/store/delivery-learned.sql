-- The events that a delivery told of and that nobody told before, by their day. A later version of a record that was known
-- is no news; a registration is news when its day of approval is.
insert into ingest.delivery_learned (delivery_id, event_day, records)
select :delivery, news.event_day, count(*)
from (
    select r.event_day
    from ingest.touched t
    join ingest.record r on r.enterprise_id = t.enterprise_id and r.delivery_id = t.delivery_id
    where t.delivery_id = :delivery
      -- since when is not told (DAY_TAKEN): the day of receipt says nothing of how late it comes
      and r.flags & (cast(1 as bigint) << 36) = 0
      and not exists (
          select from ingest.record former
          where former.enterprise_id = r.enterprise_id and former.key_hash = r.key_hash
            and former.known_from < r.known_from)
    union all
    select e.approved_on
    from ingest.touched t
    join ingest.enterprise e on e.id = t.enterprise_id and e.delivery_id = t.delivery_id
    where t.delivery_id = :delivery and e.approved_on is not null
      and not exists (
          select from ingest.enterprise_version former
          where former.enterprise_id = e.id and former.approved_on >= e.approved_on)) news
group by news.event_day
