-- The visits of a draw are opened all at once, by statements that read every id from the very table it would refer to,
-- where nothing is ever deleted. A foreign key would ask about each again; a test looks for orphans instead.
alter table publication.visit
    drop constraint visit_department_id_fkey,
    drop constraint visit_enterprise_id_fkey;
alter table publication.visit_inspector
    drop constraint visit_inspector_visit_id_fkey;
alter table publication.visit_item
    drop constraint visit_item_visit_id_fkey;
