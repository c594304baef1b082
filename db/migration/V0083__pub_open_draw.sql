-- What an open draw gives to everybody after the visits, so that anyone recomputes who was drawn (DR-1 §10). Nothing of a
-- sealed draw may come here, by whatever slip: the trigger asks the rule itself, which was committed to. The pieces come
-- first and the row of the draw closes them; after it nothing can be added.
create table pub.open_draw (
    draw_id     bigint  primary key references pub.draw (draw_id),
    files       integer not null check (files > 2),
    bytes       bigint  not null check (bytes > 0),
    released_at timestamptz not null
);
comment on table pub.open_draw is 'Open draws of which everybody may recompute the targets, with the files in pub.open_piece';
comment on column pub.open_draw.draw_id is 'The draw';
comment on column pub.open_draw.files is 'How many files there are: two, and one for each list';
comment on column pub.open_draw.bytes is 'How many bytes they have together';
comment on column pub.open_draw.released_at is 'When they were released';

create table pub.open_piece (
    draw_id bigint  not null references pub.open_draw (draw_id) deferrable initially deferred,
    file    text    not null
        check (file in ('sealed.json', 'targets.json') or file ~ '^frame-[1-9][0-9]{0,4}\.tsv$'),
    piece   integer not null check (piece >= 0),
    content bytea   not null check (octet_length(content) > 0),
    primary key (draw_id, file, piece)
);
alter table pub.open_piece alter column content set storage external;
comment on table pub.open_piece is 'The files of an open draw in pieces; nothing of those who inspect is among them';
comment on column pub.open_piece.draw_id is 'The draw';
comment on column pub.open_piece.file is 'sealed.json, frame-n.tsv or targets.json';
comment on column pub.open_piece.piece is 'Place of the piece, from 0; the pieces in order are the file, byte for byte';
comment on column pub.open_piece.content is 'The bytes';

create function pub.open_only_open_draws() returns trigger language plpgsql as $$
begin
    if not exists (
        select from pub.draw
        where draw_id = new.draw_id and mode = 'OPEN' and outcome = 'DRAWN'
          and convert_from(rule_json, 'UTF8')::jsonb ->> 'mode' = 'open') then
        raise exception 'Draw % is sealed, or was not drawn: none of its files may be public', new.draw_id
            using errcode = 'check_violation';
    end if;
    if exists (select from pub.open_draw where draw_id = new.draw_id) then
        raise exception 'Draw % is open already and stays as it is', new.draw_id
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger open_draw_is_open before insert on pub.open_draw
    for each row execute function pub.open_only_open_draws();
create trigger open_piece_is_open before insert on pub.open_piece
    for each row execute function pub.open_only_open_draws();
