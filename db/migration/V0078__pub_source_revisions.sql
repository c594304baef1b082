-- What people throw is public before the public sources speak (DR-1 §1, 2): each value enters the notice when it is
-- entered, with that moment; a corrected one stays beside its correction.
alter table pub.draw_source
    add column revision smallint not null default 1 check (revision between 1 and 99),
    add column reason text,
    add column silence text,
    add column published_at timestamptz,
    drop constraint draw_source_pkey,
    add primary key (draw_id, ordinal, revision);
update pub.draw_source s set published_at = d.drawn_at from pub.draw d where d.draw_id = s.draw_id;
alter table pub.draw_source alter column published_at set not null;
comment on table pub.draw_source is 'The values of the named random sources of a draw, each from the moment it was entered';
comment on column pub.draw_source.revision is 'The highest of an ordinal counts';
comment on column pub.draw_source.reason is 'Why it replaces the revision before';
comment on column pub.draw_source.silence is 'Where the silence of the source can be seen whose fallback answered';
comment on column pub.draw_source.published_at is 'When it was published';
