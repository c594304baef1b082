-- What a commitment says, and what became of it, is relied on by people outside: the application may end a draw once and
-- lengthen a chain by one, and nothing else.
revoke update, delete, truncate on sampling.draw, sampling.draw_chain from shuangsuiji_app;
grant update (state, ended_by, ended_at, end_reason, seed, visit_root, visits, result_digest, result_json)
    on sampling.draw to shuangsuiji_app;
grant update (last_serial, last_commitment) on sampling.draw_chain to shuangsuiji_app;

create function sampling.keep_ended_draw() returns trigger language plpgsql as $$
begin
    if old.state <> 'COMMITTED' then
        raise exception 'Draw % has ended (%) and stays as it is', old.id, old.state
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger draw_keep_ended before update on sampling.draw
    for each row execute function sampling.keep_ended_draw();

create function sampling.lengthen_chain() returns trigger language plpgsql as $$
begin
    if new.last_serial <> old.last_serial + 1 then
        raise exception 'The chain of office % grows by one from %', old.office_id, old.last_serial
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger draw_chain_grows before update on sampling.draw_chain
    for each row execute function sampling.lengthen_chain();
