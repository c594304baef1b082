-- The closed lists of an office, and of those above and below it in the same region, for the same item, in any revision or
-- by the same name under another code, of which not every visit is finished; whatever their period, or a campaign that
-- begins a day later would need no reason. One that still waits for its draw stands as well: or two lists could be closed
-- at once, and the one drawn that pleases. One that ended without a draw stands until a later one has named it, as its
-- redraw or as a further list: or abandoning it and planning the same anew would draw it again with no word of it.
select w.id as draw_id, c.id as campaign_id, c.number, c.name,
       case when w.state = 'DRAWN' then 'DRAWN' when l.ended then 'ENDED' else 'WAITING' end as state,
       l.visits, l.finished
from sampling.campaign planned
join sampling.item asked on asked.id = planned.item_id
join office.department mine on mine.id = :office -- whose region may be written as any of :regions
join office.department other on other.id = mine.id
    or other.region = any(:regions) and (other.path like mine.path || '%' or mine.path like other.path || '%')
join sampling.draw w on w.office_id = other.id
join sampling.campaign c on c.id = w.campaign_id and c.id <> planned.id
join sampling.item i on i.id = c.item_id
    and (i.code = asked.code or replace(normalize(i.name, NFKC), ' ', '') = replace(normalize(asked.name, NFKC), ' ', ''))
cross join lateral (
    select w.state in ('ABANDONED', 'FAILED') as ended,
           coalesce(w.visits, (select sum(t.take) from sampling.draw_target t where t.draw_id = w.id)) as visits,
           (select count(distinct f.visit_id) from publication.read_finished f where f.draw_id = w.id) as finished
) l
where planned.id = :campaign
  and case when l.ended
      then w.id is distinct from planned.supersedes
           and not exists (select from sampling.campaign again join sampling.draw r on r.campaign_id = again.id
                           where again.supersedes = w.id)
           and not exists (select from sampling.standing_list named where named.standing_draw_id = w.id and named.ended)
      else l.finished < l.visits end
order by w.serial
