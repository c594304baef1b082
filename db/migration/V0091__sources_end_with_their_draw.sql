-- The seed of a draw that has ended follows from the values as they stood then: nothing is entered, stated or published
-- of its sources afterwards.
create function sampling.only_while_committed() returns trigger language plpgsql as $$
begin
    if not exists (select from sampling.draw where id = new.draw_id and state = 'COMMITTED') then
        raise exception 'Draw % has ended and its sources stay as they are', new.draw_id
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger source_value_in_time after insert on sampling.source_value
    for each row execute function sampling.only_while_committed();
create trigger source_statement_in_time after insert on sampling.source_statement
    for each row execute function sampling.only_while_committed();

create function pub.only_while_committed() returns trigger language plpgsql as $$
begin
    if not exists (select from pub.draw where draw_id = new.draw_id and outcome = 'COMMITTED') then
        raise exception 'The notice of draw % has ended and its sources stay as they are', new.draw_id
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger draw_source_in_time after insert on pub.draw_source
    for each row execute function pub.only_while_committed();
