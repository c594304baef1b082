-- What was announced of a campaign stays; it is drawn or cancelled once. And no more enterprises are ever released as
-- drawn than the draw said it had drawn.
revoke update on pub.campaign from shuangsuiji_app;
revoke update (stage, frame_size, announced_at, visits, drawn_at) on pub.campaign from shuangsuiji_app;
grant update (stage, visits, drawn_at) on pub.campaign to shuangsuiji_app;

create function pub.keep_ended_campaign() returns trigger language plpgsql as $$
begin
    if old.stage <> 'ANNOUNCED' then
        raise exception 'The notice of campaign % has ended (%) and stays as it is', old.campaign_id, old.stage
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger campaign_keep_ended before update on pub.campaign
    for each row execute function pub.keep_ended_campaign();

create function pub.release_no_more_than_drawn() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select d.draw_id, d.visits, count(*) as released into wrong
    from pub.draw d join pub.drawn_unit u on u.draw_id = d.draw_id
    where d.draw_id in (select draw_id from released_now)
    group by d.draw_id
    having d.visits is null or count(*) > d.visits
    limit 1;
    if found then
        raise exception 'Draw % announced % visits, and % units cannot be released of it',
            wrong.draw_id, coalesce(wrong.visits, 0), wrong.released using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger drawn_unit_counted after insert on pub.drawn_unit
    referencing new table as released_now
    for each statement execute function pub.release_no_more_than_drawn();
