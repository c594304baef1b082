-- A list that pleases better could be drawn by planning the same inspection a second time. That is not forbidden: a
-- further list of an item may be needed. But it names the lists that stand beside it and says why (DR-1 §1, 3), and the
-- visits of those stay owed.
create view publication.read_finished as
select visit_id, draw_id, department_id, state
from publication.visit
where state in ('SUBMITTED', 'PASSED', 'PUBLISHED');
comment on view publication.read_finished is 'For other modules: visits whose result is handed in, passed or public; one returned or withdrawn is owed again';
comment on column publication.read_finished.visit_id is 'The visit';
comment on column publication.read_finished.draw_id is 'The draw that picked the enterprise';
comment on column publication.read_finished.department_id is 'The body that visits';
comment on column publication.read_finished.state is 'SUBMITTED, PASSED or PUBLISHED';
revoke insert, update, delete, truncate on publication.read_finished from shuangsuiji_app;

create table sampling.further_draw (
    draw_id bigint primary key references sampling.draw (id),
    reason  text   not null check (length(reason) between 10 and 500)
);
comment on table sampling.further_draw is 'A draw whose lists were closed while others of the same item still had visits to make';
comment on column sampling.further_draw.draw_id is 'The draw';
comment on column sampling.further_draw.reason is 'Why a further list was needed, as published';

create table sampling.standing_list (
    draw_id          bigint  not null references sampling.further_draw (draw_id),
    standing_draw_id bigint  not null references sampling.draw (id),
    drawn            boolean not null,
    visits           integer not null check (visits > 0),
    finished         integer not null check (finished >= 0),
    primary key (draw_id, standing_draw_id),
    check (standing_draw_id < draw_id),
    check (finished < visits),
    check (drawn or finished = 0)
);
create index standing_list_standing on sampling.standing_list (standing_draw_id);
comment on table sampling.standing_list is 'The lists beside which a further one was closed, as they stood at that moment; totals only, never by rank';
comment on column sampling.standing_list.draw_id is 'The further draw';
comment on column sampling.standing_list.standing_draw_id is 'The draw it stands beside';
comment on column sampling.standing_list.drawn is 'Whether that was drawn already, or still waited for its sources';
comment on column sampling.standing_list.visits is 'How many visits it drew, or is to draw';
comment on column sampling.standing_list.finished is 'How many of them were finished';

-- Written while the lists are closed, and never again.
revoke update, delete, truncate on sampling.further_draw, sampling.standing_list from shuangsuiji_app;
create function sampling.standing_while_committed() returns trigger language plpgsql as $$
begin
    perform from sampling.draw where id = new.draw_id and state = 'COMMITTED' for share;
    if not found then
        raise exception 'Draw % has ended and what it stood beside stays', new.draw_id
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger further_draw_while_committed after insert on sampling.further_draw
    for each row execute function sampling.standing_while_committed();
create trigger standing_list_while_committed after insert on sampling.standing_list
    for each row execute function sampling.standing_while_committed();

create view sampling.read_further_draw as
select f.draw_id, f.reason, s.standing_draw_id, s.drawn, s.visits, s.finished
from sampling.further_draw f
join sampling.standing_list s on s.draw_id = f.draw_id;
comment on view sampling.read_further_draw is 'Further draws of an item with the lists they stand beside; everything here may be public';
comment on column sampling.read_further_draw.draw_id is 'The further draw';
comment on column sampling.read_further_draw.reason is 'Why it was needed';
comment on column sampling.read_further_draw.standing_draw_id is 'A draw it stands beside';
comment on column sampling.read_further_draw.drawn is 'Whether that was drawn already when the further lists were closed';
comment on column sampling.read_further_draw.visits is 'How many visits it drew, or is to draw';
comment on column sampling.read_further_draw.finished is 'How many of them were finished then';
revoke insert, update, delete, truncate on sampling.read_further_draw from shuangsuiji_app;
