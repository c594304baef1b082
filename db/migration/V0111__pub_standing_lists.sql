-- What the public reads of a further list is what was true when it was closed: copied with its commitment, never changed.
create table pub.further_draw (
    draw_id bigint primary key references pub.draw (draw_id),
    reason  text   not null check (length(reason) between 10 and 500)
);
comment on table pub.further_draw is 'A draw whose lists were closed while others of the same item still had visits to make';
comment on column pub.further_draw.draw_id is 'The draw';
comment on column pub.further_draw.reason is 'Why a further list was needed';

create table pub.standing_list (
    draw_id          bigint  not null references pub.further_draw (draw_id),
    standing_draw_id bigint  not null references pub.draw (draw_id),
    drawn            boolean not null,
    visits           integer not null check (visits > 0),
    finished         integer not null check (finished >= 0),
    primary key (draw_id, standing_draw_id),
    check (standing_draw_id < draw_id),
    check (finished < visits),
    check (drawn or finished = 0)
);
create index standing_list_standing on pub.standing_list (standing_draw_id);
comment on table pub.standing_list is 'The lists beside which a further one was closed, as they stood at that moment';
comment on column pub.standing_list.draw_id is 'The further draw';
comment on column pub.standing_list.standing_draw_id is 'The draw it stands beside';
comment on column pub.standing_list.drawn is 'Whether that was drawn already, or still waited for its sources';
comment on column pub.standing_list.visits is 'How many visits it drew, or is to draw';
comment on column pub.standing_list.finished is 'How many of them were finished';
revoke update, delete, truncate on pub.further_draw, pub.standing_list from shuangsuiji_app;

create trigger further_draw_in_time after insert on pub.further_draw
    for each row execute function pub.only_while_committed();
create trigger standing_list_in_time after insert on pub.standing_list
    for each row execute function pub.only_while_committed();
