-- Whoever says something else of these is refused, with all rows about them: or a body could move an enterprise into its
-- own region, read its grade there, and take it out of the lists of those who answer for it.
with refused as (
    select o.* from others o join known k on k.line = o.line where not k.same
), lines as (
    select line, subject, flags, region from refused
    union all
    select v.line, v.subject, v.flags, r.region from refused r join overtaken v on v.subject = r.subject
), told as (
    insert into ingest.delivery_fault (delivery_id, line, value, code, args)
    select :delivery, line, subject, :code, array[region] from lines
), out_of_stage as (
    delete from ingest.staged_registration_slot s using refused r where s.line = r.line
), out_of_overtaken as (
    delete from overtaken v using refused r where v.subject = r.subject
), out_of_known as (
    delete from known k using refused r where k.line = r.line
)
select flags, count(*) as rows from lines group by flags
