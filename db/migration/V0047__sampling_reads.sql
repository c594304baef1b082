-- What other modules may read. No view tells a rank, a stratum, a ticket or a reserve.
create view sampling.read_item as
select i.id as item_id, i.code, i.revision, i.name, i.category, i.basis, i.subject_kinds, i.methods, i.content,
       i.scopes, i.state, i.published_at, i.department_id, d.path as department_path, d.name as department_name
from sampling.item i
join office.department d on d.id = i.department_id;
comment on view sampling.read_item is 'The item list';
comment on column sampling.read_item.item_id is 'Id of the revision';
comment on column sampling.read_item.code is 'Code, the same in all revisions';
comment on column sampling.read_item.revision is 'Number of the revision';
comment on column sampling.read_item.name is 'Name';
comment on column sampling.read_item.category is 'KEY or GENERAL';
comment on column sampling.read_item.basis is 'Legal basis';
comment on column sampling.read_item.subject_kinds is 'Kinds of subjects';
comment on column sampling.read_item.methods is 'Ways of inspecting';
comment on column sampling.read_item.content is 'What is inspected and how';
comment on column sampling.read_item.scopes is 'What the leading inspector must be qualified for';
comment on column sampling.read_item.state is 'DRAFT, PUBLISHED, SUPERSEDED or WITHDRAWN';
comment on column sampling.read_item.published_at is 'When it was published';
comment on column sampling.read_item.department_id is 'Body that inspects it';
comment on column sampling.read_item.department_path is 'Path of that body';
comment on column sampling.read_item.department_name is 'Name of that body';

create view sampling.read_inspector as
select i.id as inspector_id, i.staff_no, i.name, i.certificate_no, i.valid_until, i.scopes, i.regions, i.state,
       i.department_id, d.path as department_path, d.name as department_name
from sampling.inspector i
join office.department d on d.id = i.department_id;
comment on view sampling.read_inspector is 'The directory of inspectors';
comment on column sampling.read_inspector.inspector_id is 'The inspector';
comment on column sampling.read_inspector.staff_no is 'Opaque staff number';
comment on column sampling.read_inspector.name is 'Name';
comment on column sampling.read_inspector.certificate_no is 'Number of the enforcement certificate';
comment on column sampling.read_inspector.valid_until is 'Last day of the certificate';
comment on column sampling.read_inspector.scopes is 'Fields of qualification';
comment on column sampling.read_inspector.regions is 'Where the inspector may be sent';
comment on column sampling.read_inspector.state is 'ACTIVE or INACTIVE';
comment on column sampling.read_inspector.department_id is 'Body';
comment on column sampling.read_inspector.department_path is 'Path of the body';
comment on column sampling.read_inspector.department_name is 'Name of the body';

create view sampling.read_campaign as
select c.id as campaign_id, c.number, c.name, c.department_id, d.path as department_path, d.name as department_name,
       c.item_id, i.code as item_code, i.name as item_name, i.category as item_category, c.starts, c.ends,
       (cardinality(c.regions) > 0 or cardinality(c.sections) > 0) as targeted, c.team, c.state, c.state_at,
       c.created_at, w.id as draw_id, w.committed_at, t.size as frame_size, t.take, w.visits, w.ended_at
from sampling.campaign c
join office.department d on d.id = c.department_id
join sampling.item i on i.id = c.item_id
left join lateral (select * from sampling.draw where campaign_id = c.id order by id desc limit 1) w on true
left join lateral (select sum(size) as size, sum(take) as take from sampling.draw_target where draw_id = w.id) t on true;
comment on view sampling.read_campaign is 'Campaigns with their latest draw';
comment on column sampling.read_campaign.campaign_id is 'The campaign';
comment on column sampling.read_campaign.number is 'Number of the document';
comment on column sampling.read_campaign.name is 'Name';
comment on column sampling.read_campaign.department_id is 'Body that organises it';
comment on column sampling.read_campaign.department_path is 'Path of that body';
comment on column sampling.read_campaign.department_name is 'Name of that body';
comment on column sampling.read_campaign.item_id is 'Revision of the item';
comment on column sampling.read_campaign.item_code is 'Code of the item';
comment on column sampling.read_campaign.item_name is 'Name of the item';
comment on column sampling.read_campaign.item_category is 'KEY or GENERAL';
comment on column sampling.read_campaign.starts is 'First day of the visits';
comment on column sampling.read_campaign.ends is 'Last day of the visits';
comment on column sampling.read_campaign.targeted is 'True when filters narrow the objects (定向), false when not (不定向)';
comment on column sampling.read_campaign.team is 'Persons per visit';
comment on column sampling.read_campaign.state is 'PLANNED, FROZEN, DRAWN, CANCELLED, ABANDONED or FAILED';
comment on column sampling.read_campaign.state_at is 'When it came into this state';
comment on column sampling.read_campaign.created_at is 'When it was made';
comment on column sampling.read_campaign.draw_id is 'Its latest draw';
comment on column sampling.read_campaign.committed_at is 'When the commitment of that draw was published';
comment on column sampling.read_campaign.frame_size is 'Units in the frame of that draw';
comment on column sampling.read_campaign.take is 'How many of them are drawn';
comment on column sampling.read_campaign.visits is 'How many visits came out of it';
comment on column sampling.read_campaign.ended_at is 'When that draw was drawn, abandoned or failed';

create view sampling.read_draw as
select w.id as draw_id, w.campaign_id, w.office_id, w.office_code, o.path as office_path, o.name as office_name,
       w.serial, w.chain, w.commitment, w.name, w.mode, w.digest, w.rule_json, w.state, w.first_due,
       w.committed_at, w.seed, w.visit_root, w.visits, w.result_digest,
       case when w.state = 'DRAWN' then w.ended_at end as drawn_at, w.ended_at, w.end_reason,
       c.department_id, d.path as department_path
from sampling.draw w
join sampling.campaign c on c.id = w.campaign_id
join office.department d on d.id = c.department_id
join office.department o on o.id = w.office_id;
comment on view sampling.read_draw is 'The chain of commitments and what became of each; everything here may be public';
comment on column sampling.read_draw.draw_id is 'The draw';
comment on column sampling.read_draw.campaign_id is 'Its campaign';
comment on column sampling.read_draw.office_id is 'Office whose chain it stands in';
comment on column sampling.read_draw.office_code is 'Code of the office, as the rule names it';
comment on column sampling.read_draw.office_path is 'Path of the office';
comment on column sampling.read_draw.office_name is 'Name of the office';
comment on column sampling.read_draw.serial is 'Number in the chain';
comment on column sampling.read_draw.chain is 'Commitment of the serial before';
comment on column sampling.read_draw.commitment is 'Digest of rule.json';
comment on column sampling.read_draw.name is 'Id of the draw in the rule';
comment on column sampling.read_draw.mode is 'SEALED or OPEN';
comment on column sampling.read_draw.digest is 'SHA_256 or SM3';
comment on column sampling.read_draw.rule_json is 'Bytes of rule.json';
comment on column sampling.read_draw.state is 'COMMITTED, DRAWN, ABANDONED or FAILED';
comment on column sampling.read_draw.first_due is 'Due of the first source';
comment on column sampling.read_draw.committed_at is 'When the commitment was published';
comment on column sampling.read_draw.seed is 'The seed';
comment on column sampling.read_draw.visit_root is 'Root over the drawn units';
comment on column sampling.read_draw.visits is 'Number of visits';
comment on column sampling.read_draw.result_digest is 'Digest of result.json';
comment on column sampling.read_draw.drawn_at is 'When it was drawn';
comment on column sampling.read_draw.ended_at is 'When it was drawn, abandoned or failed';
comment on column sampling.read_draw.end_reason is 'Why it was abandoned or failed';
comment on column sampling.read_draw.department_id is 'Body that organises the campaign';
comment on column sampling.read_draw.department_path is 'Path of that body';

create view sampling.read_source as
select v.draw_id, v.place, v.spoken, v.value, v.evidence, v.entered_at
from sampling.source_value v;
comment on view sampling.read_source is 'Values of the sources with their evidence, public at the draw; names and dues stand in the rule';
comment on column sampling.read_source.draw_id is 'The draw';
comment on column sampling.read_source.place is 'Place among the rule''s sources, from 0';
comment on column sampling.read_source.spoken is 'VALUE, FALLBACK or NONE';
comment on column sampling.read_source.value is 'The digits';
comment on column sampling.read_source.evidence is 'Where the value was seen';
comment on column sampling.read_source.entered_at is 'When it was entered';

create view sampling.read_visit as
select v.id as visit_id, v.campaign_id, v.draw_id, v.place, v.unit as credit_code, v.enterprise_id,
       v.name as enterprise_name, v.region, v.address, c.department_id, d.path as department_path
from sampling.visit v
join sampling.campaign c on c.id = v.campaign_id
join office.department d on d.id = c.department_id;
comment on view sampling.read_visit is 'Drawn enterprises; the order of visits knows nothing of ranks';
comment on column sampling.read_visit.visit_id is 'The visit';
comment on column sampling.read_visit.campaign_id is 'Its campaign';
comment on column sampling.read_visit.draw_id is 'Its draw';
comment on column sampling.read_visit.place is 'Order of visits, from 1';
comment on column sampling.read_visit.credit_code is 'Credit code';
comment on column sampling.read_visit.enterprise_id is 'The enterprise';
comment on column sampling.read_visit.enterprise_name is 'Its name at the draw';
comment on column sampling.read_visit.region is 'Its region at the freeze';
comment on column sampling.read_visit.address is 'Its address at the draw';
comment on column sampling.read_visit.department_id is 'Body that organises the campaign';
comment on column sampling.read_visit.department_path is 'Path of that body';

create view sampling.read_visit_inspector as
select t.visit_id, t.inspector_id, i.staff_no, i.name, t.role, t.seat, t.department_id
from sampling.visit_inspector t
join sampling.inspector i on i.id = t.inspector_id;
comment on view sampling.read_visit_inspector is 'Drawn teams';
comment on column sampling.read_visit_inspector.visit_id is 'The visit';
comment on column sampling.read_visit_inspector.inspector_id is 'The inspector';
comment on column sampling.read_visit_inspector.staff_no is 'Opaque staff number';
comment on column sampling.read_visit_inspector.name is 'Name';
comment on column sampling.read_visit_inspector.role is 'LEAD or MEMBER';
comment on column sampling.read_visit_inspector.seat is 'Order in the team, from 1';
comment on column sampling.read_visit_inspector.department_id is 'Department of the draw that sends the inspector';
