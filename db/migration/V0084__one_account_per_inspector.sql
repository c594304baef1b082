-- A visit is entered by the account that is the inspector (两人执法): were two accounts one inspector, either could hand in
-- the other's result.
alter table office.person add constraint person_inspector_once unique (inspector_id);
comment on column office.person.inspector_id is
    'The entry of the inspector directory (执法检查人员名录库) that is this person; nobody else''s at the same time';
