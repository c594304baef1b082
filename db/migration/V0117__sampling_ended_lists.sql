-- A list that was closed and then abandoned, or that failed, could be drawn anew by planning the same inspection a second
-- time, and nothing would say so. So a further list of the item names it too, with a reason, unless it is that list's
-- own redraw, whose rule names it already (DR-1 §1, 3).
alter table sampling.standing_list add ended boolean not null default false;
alter table sampling.standing_list alter ended drop default;
alter table sampling.standing_list add constraint standing_list_ended_undrawn check (not (ended and drawn));
comment on table sampling.further_draw is 'A draw whose lists were closed while others of the same item still had visits to make, or had ended without a draw and no later one had named them';
comment on column sampling.standing_list.drawn is 'Whether that was drawn already, or not; neither drawn nor ended, it still waited for its sources';
comment on column sampling.standing_list.ended is 'Whether that had ended without a draw, abandoned or failed; nobody is visited for it';
comment on column sampling.standing_list.visits is 'How many visits it drew, is to draw, or was to draw when it ended';

create or replace view sampling.read_further_draw as
select f.draw_id, f.reason, s.standing_draw_id, s.drawn, s.visits, s.finished, s.ended
from sampling.further_draw f
join sampling.standing_list s on s.draw_id = f.draw_id;
comment on column sampling.read_further_draw.ended is 'Whether that had ended without a draw when the further lists were closed';
comment on column sampling.read_further_draw.visits is 'How many visits it drew, is to draw, or was to draw when it ended';
