-- A draw that ended without a result may be drawn anew, and only rule.json of the redraw told of which draw and why.
-- Whoever finds either of the two reads of the other now (DR-1 §1, 3).
create view sampling.read_redraw as
select w.id as draw_id, former.id as supersedes, r.rule ->> 'reason' as reason
from sampling.campaign c
join sampling.draw w on w.campaign_id = c.id
join sampling.draw former on former.id = c.supersedes
cross join lateral (select convert_from(w.rule_json, 'UTF8')::jsonb as rule) r
where r.rule ->> 'supersedes' = former.name;
comment on view sampling.read_redraw is 'Draws that draw an ended one anew, as their committed rule says; everything here may be public';
comment on column sampling.read_redraw.draw_id is 'The redraw';
comment on column sampling.read_redraw.supersedes is 'The abandoned or failed draw that it draws anew';
comment on column sampling.read_redraw.reason is 'Why it is drawn anew';
revoke insert, update, delete, truncate on sampling.read_redraw from shuangsuiji_app;

create table pub.redraw (
    draw_id    bigint primary key references pub.draw (draw_id),
    supersedes bigint not null unique references pub.draw (draw_id),
    reason     text   not null check (length(reason) > 0),
    check (supersedes < draw_id)
);
comment on table pub.redraw is 'Draws that draw anew what another, abandoned or failed, did not draw';
comment on column pub.redraw.draw_id is 'The redraw';
comment on column pub.redraw.supersedes is 'The ended draw that it draws anew; that is done once';
comment on column pub.redraw.reason is 'Why it is drawn anew, as the rule says';
revoke update, delete, truncate on pub.redraw from shuangsuiji_app;

-- Redraws announced before: their rules were public all the time.
insert into pub.redraw (draw_id, supersedes, reason)
select r.draw_id, r.supersedes, r.reason
from sampling.read_redraw r
join pub.draw d on d.draw_id = r.draw_id
join pub.draw former on former.draw_id = r.supersedes;

create trigger redraw_in_time after insert on pub.redraw
    for each row execute function pub.only_while_committed();
