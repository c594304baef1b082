-- Numbers of campaigns are given out one by one and never back.
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
