-- The terms of a closed plan stay, also when a row of them would only change to another campaign; a plan is closed by
-- freezing its lists or cancelled, and nothing else; numbers are given out one by one and never back.
create or replace function sampling.keep_closed_terms() returns trigger language plpgsql as $$
declare
    closed bigint;
begin
    select id into closed from sampling.campaign
    where state <> 'PLANNED'
      and id in (case when tg_op = 'INSERT' then new.campaign_id else old.campaign_id end,
                 case when tg_op = 'DELETE' then old.campaign_id else new.campaign_id end)
    limit 1;
    if found then
        raise exception 'The lists of campaign % are closed and its terms stay', closed
            using errcode = 'insufficient_privilege';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create or replace function sampling.keep_closed_plan() returns trigger language plpgsql as $$
begin
    if old.state = 'PLANNED' then
        if new.state not in ('PLANNED', 'FROZEN', 'CANCELLED') then
            raise exception 'Campaign % is planned and cannot become %', old.id, new.state
                using errcode = 'insufficient_privilege';
        end if;
        return new;
    end if;
    if to_jsonb(new) - array['state', 'state_by', 'state_at', 'lock_version']
            is distinct from to_jsonb(old) - array['state', 'state_by', 'state_at', 'lock_version']
            or not (old.state = 'FROZEN' and new.state in ('DRAWN', 'ABANDONED', 'FAILED')) then
        raise exception 'Campaign % is % and its plan stays', old.id, old.state using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create function sampling.next_number() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'last' is distinct from to_jsonb(old) - 'last' or new.last <> old.last + 1 then
        raise exception 'Numbers of a year are given out one by one, the next after % is %', old.last, old.last + 1
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger campaign_number_grows before update on sampling.campaign_number
    for each row execute function sampling.next_number();
revoke delete, truncate on sampling.campaign_number from shuangsuiji_app;
