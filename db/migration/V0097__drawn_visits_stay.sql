-- What a draw drew is written while it draws, all of it in one transaction: nobody is added to a draw that has ended,
-- neither an enterprise, nor a department that picked it, a reserve or an inspector.
create function sampling.only_while_drawing() returns trigger language plpgsql as $$
declare
    wrong bigint;
begin
    select a.draw_id into wrong from (select distinct draw_id from added) a
    left join sampling.draw d on d.id = a.draw_id
    where d.state is distinct from 'COMMITTED' limit 1;
    if found then
        raise exception 'Draw % has ended and what it drew stays', wrong using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger visit_while_drawing after insert on sampling.visit
    referencing new table as added for each statement execute function sampling.only_while_drawing();
create trigger reserve_while_drawing after insert on sampling.reserve
    referencing new table as added for each statement execute function sampling.only_while_drawing();

create function sampling.only_of_visits_while_drawing() returns trigger language plpgsql as $$
declare
    wrong bigint;
begin
    select a.visit_id into wrong from (select distinct visit_id from added) a
    left join sampling.visit v on v.id = a.visit_id
    left join sampling.draw d on d.id = v.draw_id
    where d.state is distinct from 'COMMITTED' limit 1;
    if found then
        raise exception 'The draw of visit % has ended and what it drew stays', wrong
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger visit_pick_while_drawing after insert on sampling.visit_pick
    referencing new table as added for each statement execute function sampling.only_of_visits_while_drawing();
create trigger visit_inspector_while_drawing after insert on sampling.visit_inspector
    referencing new table as added for each statement execute function sampling.only_of_visits_while_drawing();
create trigger unfilled_seat_while_drawing after insert on sampling.unfilled_seat
    referencing new table as added for each statement execute function sampling.only_of_visits_while_drawing();
