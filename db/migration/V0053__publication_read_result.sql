create view publication.read_result as
select v.visit_id, v.campaign_id, v.draw_id, v.enterprise_id, v.credit_code, v.department_id,
       d.path as department_path, v.state, i.item_id, i.item_name, r.version, r.set_code, r.inspected_on,
       ri.categories,
       exists (select from publication.result_category c
               where c.set_code = r.set_code and c.code = any (ri.categories) and c.is_problem) as problem,
       p.published_at, p.due, p.provisional
from publication.visit v
join office.department d on d.id = v.department_id
join publication.visit_item i on i.visit_id = v.visit_id
left join publication.result r on r.visit_id = v.visit_id and r.superseded_at is null and r.submitted
left join publication.result_item ri on ri.result_id = r.result_id and ri.seq = i.seq
left join publication.publication p on p.result_id = r.result_id and p.withdrawn_at is null;
comment on view publication.read_result is 'For other modules: each item of each visit with its current submitted result';
comment on column publication.read_result.visit_id is 'The visit';
comment on column publication.read_result.campaign_id is 'The campaign';
comment on column publication.read_result.draw_id is 'The draw';
comment on column publication.read_result.enterprise_id is 'The enterprise';
comment on column publication.read_result.credit_code is 'Its credit code in the draw';
comment on column publication.read_result.department_id is 'The body that visits';
comment on column publication.read_result.department_path is 'Path of that body, for scopes';
comment on column publication.read_result.state is 'State of the visit';
comment on column publication.read_result.item_id is 'The item inspected';
comment on column publication.read_result.item_name is 'Its name';
comment on column publication.read_result.version is 'Version of the result; absent while none is submitted';
comment on column publication.read_result.set_code is 'Dictionary of the categories';
comment on column publication.read_result.inspected_on is 'The day the inspection ended';
comment on column publication.read_result.categories is 'Codes of what was found in the item';
comment on column publication.read_result.problem is 'Whether any of them is a problem';
comment on column publication.read_result.published_at is 'When it was published; absent when not, or withdrawn';
comment on column publication.read_result.due is 'Last day of the time limit for publicity';
comment on column publication.read_result.provisional is 'Whether that day is an estimate';
