-- Who is related to whom, for those who count what the related have done: by the relations that sources told, to enterprises
-- and through persons.
create index record_relation on ingest.record (enterprise_id) where kind = 22 and known_to is null;
create view ingest.read_relation as
select r.enterprise_id, coalesce(o.same_as, o.id) as other_id, r.related_id, r.person_key, r.category, r.event_day,
       least(r.ends_on, r.repaired_on, r.withdrawn_on) as until_day
from ingest.record r
left join ingest.enterprise o on o.id = r.related_id
where r.kind = 22 and r.known_to is null;
comment on view ingest.read_relation is 'Every relation as known now';
comment on column ingest.read_relation.enterprise_id is 'The subject whose relation it is';
comment on column ingest.read_relation.other_id is 'The other enterprise; absent for a person';
comment on column ingest.read_relation.related_id is 'The identity under which the source named the other enterprise';
comment on column ingest.read_relation.person_key is 'Keyed digest of the person; absent for an enterprise';
comment on column ingest.read_relation.category is 'What kind of relation: shareholder, branch, investment, parent, officer or controller';
comment on column ingest.read_relation.event_day is 'Day from which it stands';
comment on column ingest.read_relation.until_day is 'First day on which it no longer stands; absent while it has no end';
revoke insert, update, delete, truncate on ingest.read_relation from shuangsuiji_app;
