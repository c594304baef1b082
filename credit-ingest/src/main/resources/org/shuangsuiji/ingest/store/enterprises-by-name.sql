-- Who has, or had, a name with all these words. Each half goes by its own index, and neither reads further than a page.
select e.*
from ingest.enterprise e
where e.id in (
    (select e.id
     from ingest.enterprise e
     where e.search_grams @> cast(:grams as text[]) and ingest.name_key(e.name) like all (cast(:likes as text[]))
       and (cast(:after as bigint) is null or e.id > :after) and enterprise_in_scope
     order by e.id limit :limit)
    union
    (select e.id
     from ingest.former_name n join ingest.enterprise e on e.id = n.enterprise_id
     where n.search_grams @> cast(:grams as text[]) and n.value like all (cast(:likes as text[]))
       and (cast(:after as bigint) is null or e.id > :after) and enterprise_in_scope
     order by e.id limit :limit))
order by e.id
limit :limit
