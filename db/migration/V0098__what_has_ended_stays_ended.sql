-- A result goes its way from the door to the public one step at a time, and what was superseded, withdrawn or no longer
-- known stays so: the day on which it ended is what people of later years reckon with.
create function publication.next_state() returns trigger language plpgsql as $$
begin
    if old.state <> new.state and not ((old.state, new.state) in (
            ('OPEN', 'REGISTERED'), ('SUBMITTED', 'PASSED'), ('SUBMITTED', 'RETURNED'), ('PASSED', 'PUBLISHED'),
            ('PUBLISHED', 'WITHDRAWN'))
            or old.state in ('OPEN', 'REGISTERED', 'DRAFT', 'RETURNED', 'WITHDRAWN')
                and new.state in ('DRAFT', 'SUBMITTED')) then
        raise exception 'Visit % does not go from % to %', old.visit_id, old.state, new.state
            using errcode = 'insufficient_privilege';
    end if;
    if old.registered_at is not null
            and (new.registered_at, new.registered_by) is distinct from (old.registered_at, old.registered_by) then
        raise exception 'Visit % was registered at % and that stays', old.visit_id, old.registered_at
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger visit_next_state before update on publication.visit
    for each row execute function publication.next_state();

create function office.ends_once() returns trigger language plpgsql as $$
begin
    raise exception 'A row of %.% has ended and stays as it is', tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger result_superseded_once before update on publication.result
    for each row when (old.superseded_at is not null) execute function office.ends_once();
create trigger publication_withdrawn_once before update on publication.publication
    for each row when (old.withdrawn_at is not null) execute function office.ends_once();
create trigger record_known_until_once before update on ingest.record
    for each row when (old.known_to is not null) execute function office.ends_once();
create trigger assessment_superseded_once before update on risk.assessment
    for each row when (old.superseded_at is not null) execute function office.ends_once();
-- a public result changes by its withdrawal only, which leaves a tombstone
create trigger result_withdrawn_once before update on pub.result
    for each row when (old.withdrawn_at is not null or new.withdrawn_at is null) execute function office.ends_once();

-- The faults of a file stand with it once its load has ended; only a load that begins again clears its own.
create function ingest.faults_of_ended_stay() returns trigger language plpgsql as $$
declare
    wrong bigint;
begin
    select d.id into wrong from (select distinct delivery_id from removed) r
    join ingest.delivery d on d.id = r.delivery_id
    where d.state in ('done', 'failed', 'cancelled') limit 1;
    if found then
        raise exception 'Delivery % has ended and its faults stay', wrong using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger delivery_fault_stays after delete on ingest.delivery_fault
    referencing old table as removed for each statement execute function ingest.faults_of_ended_stay();
revoke update, truncate on ingest.delivery_fault from shuangsuiji_app;
