-- A plan is closed by freezing its lists or cancelled, and nothing else. Closed, it stays as it was when people relied on
-- it, its terms too, also when a row of them would only change to another campaign; and what the public reads of a draw
-- that has ended stays.
create function sampling.keep_closed_plan() returns trigger language plpgsql as $$
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
create trigger campaign_keep_closed before update on sampling.campaign
    for each row execute function sampling.keep_closed_plan();
revoke delete, truncate on sampling.campaign from shuangsuiji_app;

create function sampling.keep_closed_terms() returns trigger language plpgsql as $$
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
create trigger campaign_rate_keep_closed before insert or update or delete on sampling.campaign_rate
    for each row execute function sampling.keep_closed_terms();
create trigger campaign_source_keep_closed before insert or update or delete on sampling.campaign_source
    for each row execute function sampling.keep_closed_terms();

create function pub.keep_ended_draw() returns trigger language plpgsql as $$
begin
    if old.outcome <> 'COMMITTED' then
        raise exception 'The notice of draw % has ended (%) and stays as it is', old.draw_id, old.outcome
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger draw_keep_ended before update on pub.draw
    for each row execute function pub.keep_ended_draw();
