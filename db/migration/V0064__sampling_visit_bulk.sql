-- A draw writes some ten thousand visits with their picks and teams at once, in the transaction that draws. Their draw
-- is held by a foreign key. The others asked the same question again for every row, half a million times: about one
-- campaign, one department, visits written a moment before, inspectors and enterprises that cannot be deleted. A test of
-- the draw looks for orphans instead.
alter table sampling.visit
    drop constraint visit_campaign_id_fkey,
    drop constraint visit_enterprise_id_fkey;
alter table sampling.visit_pick
    drop constraint visit_pick_visit_id_fkey,
    drop constraint visit_pick_department_id_fkey;
alter table sampling.visit_inspector
    drop constraint visit_inspector_visit_id_fkey,
    drop constraint visit_inspector_inspector_id_fkey,
    drop constraint visit_inspector_department_id_fkey;
alter table sampling.reserve
    drop constraint reserve_draw_id_fkey;
-- Megabytes that are written once and read whole; compressing them would cost more than it saves.
alter table sampling.draw alter column result_json set storage external;
