-- People, bodies, clients, items, inspectors and recusals are switched off, never removed: what they did names them. The
-- words of results and of ranks change by a new version of this product only.
revoke delete, truncate on office.person, office.department, office.api_client, office.job,
    sampling.item, sampling.inspector, sampling.recusal from shuangsuiji_app;
revoke insert, update, delete, truncate on publication.category_set, publication.result_category,
    risk.grade_scheme, risk.grade_level from shuangsuiji_app;
