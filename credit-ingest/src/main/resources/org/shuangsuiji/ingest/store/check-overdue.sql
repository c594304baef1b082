-- Ends the checked files for which nobody had a word in time, and notes why.
with overdue as (
    update ingest.delivery d set state = 'cancelled', finished_at = :now
    from ingest.delivery_check c
    where c.delivery_id = d.id and d.state = 'checked' and c.checked_at < :before
    returning d.id
), told as (
    insert into ingest.delivery_note (delivery_id, place, code, args)
    select id, coalesce((select max(n.place) from ingest.delivery_note n where n.delivery_id = id), 0) + 1, :code, cast(:args as text[])
    from overdue
)
select id from overdue order by id
