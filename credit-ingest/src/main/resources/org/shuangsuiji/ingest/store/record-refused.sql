-- Such rows are refused, with all rows of the file about the same: or anybody could take back, or call paid, what others
-- decided, and they would never learn who did.
with lines as (
    select line, subject, flags, code, whose from others
    union all
    select v.line, o.subject, o.flags, o.code, o.whose from others o join overtaken v on v.key_hash = o.key_hash
), told as (
    insert into ingest.delivery_fault (delivery_id, line, value, code, args)
    select :delivery, line / 4, subject, code, array[whose] from lines
), out_of_stage as (
    delete from ingest.staged_record_slot s using others o where s.line = o.line
), out_of_overtaken as (
    delete from overtaken v using others o where v.key_hash = o.key_hash
), out_of_known as (
    delete from known k using others o where k.line = o.line
)
select flags, count(*) as rows from lines group by flags
