-- What is entered of a draw while another transaction ends it waits for that one, and is refused.
create or replace function sampling.only_while_committed() returns trigger language plpgsql as $$
begin
    perform from sampling.draw where id = new.draw_id and state = 'COMMITTED' for share;
    if not found then
        raise exception 'Draw % has ended and its sources stay as they are', new.draw_id
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create or replace function pub.only_while_committed() returns trigger language plpgsql as $$
begin
    perform from pub.draw where draw_id = new.draw_id and outcome = 'COMMITTED' for share;
    if not found then
        raise exception 'The notice of draw % has ended and its sources stay as they are', new.draw_id
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
