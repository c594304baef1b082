-- How the last files of the same sender and kind were read. Whose a file is: the source that it names, else the
-- department that sent it.
with sent as (
    select d.id, d.kind, d.state, d.turn,
        coalesce(
            'source ' || coalesce(d.source_id, (select s.id from ingest.source s
                                                where s.department_id = d.department_id and s.standing = 'DEPARTMENT')),
            'department ' || d.department_id, 'system') as sender
    from ingest.delivery d
)
select c.*
from sent mine
join sent before on before.kind = mine.kind and before.sender = mine.sender and before.id < mine.id
    and before.state = 'done'
join ingest.delivery_choice c on c.delivery_id = before.id and c.file_headers is not null
where mine.id = :id
order by before.turn desc
limit :limit
