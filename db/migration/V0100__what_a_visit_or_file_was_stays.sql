-- Who goes to a visit and what is inspected there is written with the visit, and the findings of a result with the
-- result, each in one transaction: nobody and nothing is added to them later.
alter table publication.visit add column opened_in xid8 not null default pg_current_xact_id();
comment on column publication.visit.opened_in is 'The transaction that opened it; its team and items come with it';
alter table publication.result add column entered_in xid8 not null default pg_current_xact_id();
comment on column publication.result.entered_in is 'The transaction that entered it; its findings come with it';

create function publication.only_with_its_visit() returns trigger language plpgsql as $$
declare
    wrong bigint;
begin
    select a.visit_id into wrong from (select distinct visit_id from added) a
    left join publication.visit v on v.visit_id = a.visit_id
    where v.opened_in is distinct from pg_current_xact_id() limit 1;
    if found then
        raise exception 'Visit % was opened earlier and its team and items stay', wrong
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger visit_inspector_with_visit after insert on publication.visit_inspector
    referencing new table as added for each statement execute function publication.only_with_its_visit();
create trigger visit_item_with_visit after insert on publication.visit_item
    referencing new table as added for each statement execute function publication.only_with_its_visit();

create function publication.only_with_its_result() returns trigger language plpgsql as $$
declare
    wrong bigint;
begin
    select a.result_id into wrong from (select distinct result_id from added) a
    left join publication.result r on r.result_id = a.result_id
    where r.entered_in is distinct from pg_current_xact_id() limit 1;
    if found then
        raise exception 'Result % was entered earlier and its findings stay', wrong
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger result_item_with_result after insert on publication.result_item
    referencing new table as added for each statement execute function publication.only_with_its_result();

-- A file whose load has ended has ended: what was counted of it, marked and refused stays.
create trigger delivery_ended_once before update on ingest.delivery
    for each row when (old.state in ('done', 'failed', 'cancelled')) execute function office.ends_once();
revoke update, delete, truncate on ingest.delivery_flag from shuangsuiji_app;
