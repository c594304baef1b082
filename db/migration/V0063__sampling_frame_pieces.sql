-- A frame is kept as the very bytes that were committed to, in pieces of some thousand rows, and no longer as a row for
-- each unit: a million rows and their index cost seconds at each freeze and again at each draw, and what is relied on
-- are the bytes. Not compressed, since that would cost more than it saves on lists of codes.
create table sampling.frame_piece (
    draw_id        bigint   not null,
    frame_no       smallint not null,
    piece          integer  not null check (piece >= 0),
    tsv            bytea    not null check (octet_length(tsv) > 0),
    enterprise_ids bigint[] not null check (cardinality(enterprise_ids) > 0),
    primary key (draw_id, frame_no, piece)
);
alter table sampling.frame_piece alter column tsv set storage external;
alter table sampling.frame_piece alter column enterprise_ids set storage external;
comment on table sampling.frame_piece is 'The closed list that a draw draws from: some rows of frame-n.tsv, byte for byte';
comment on column sampling.frame_piece.draw_id is 'The draw';
comment on column sampling.frame_piece.frame_no is 'Which frame';
comment on column sampling.frame_piece.piece is 'Place of the piece, from 0; the pieces in order are frame-n.tsv';
comment on column sampling.frame_piece.tsv is 'Whole rows of frame-n.tsv: unit, stratum, region';
comment on column sampling.frame_piece.enterprise_ids is 'The enterprise of each of those rows: codes may change later';

insert into sampling.frame_piece (draw_id, frame_no, piece, tsv, enterprise_ids)
select draw_id, frame_no, place / 4096,
       string_agg(convert_to(unit || E'\t' || stratum || E'\t' || region || E'\n', 'UTF8'), ''::bytea order by unit),
       array_agg(enterprise_id order by unit)
from (
    select *, row_number() over (partition by draw_id, frame_no order by unit) - 1 as place
    from sampling.frame_unit
) u
group by draw_id, frame_no, place / 4096;
drop table sampling.frame_unit;
revoke update, delete, truncate on sampling.frame_piece from shuangsuiji_app;

create view sampling.frame_unit as
select p.draw_id, p.frame_no,
       split_part(u.line, E'\t', 1) as unit,
       u.enterprise_id,
       split_part(u.line, E'\t', 2) as stratum,
       split_part(u.line, E'\t', 3) as region
from sampling.frame_piece p
cross join lateral rows from (string_to_table(convert_from(p.tsv, 'UTF8'), E'\n'), unnest(p.enterprise_ids))
    as u (line, enterprise_id)
where u.line <> '';
comment on view sampling.frame_unit is 'The frames unit by unit, for people who ask in SQL';
comment on column sampling.frame_unit.draw_id is 'The draw';
comment on column sampling.frame_unit.frame_no is 'Which frame';
comment on column sampling.frame_unit.unit is 'Credit code';
comment on column sampling.frame_unit.enterprise_id is 'The enterprise';
comment on column sampling.frame_unit.stratum is 'Id of its stratum';
comment on column sampling.frame_unit.region is 'Its region on the day of the freeze';
