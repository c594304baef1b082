-- Results, reviews and notices are superseded and withdrawn, never rewritten: the application may write the columns
-- that say so, and no other.
revoke update, delete, truncate on publication.visit, publication.visit_inspector, publication.visit_item,
    publication.result, publication.result_item, publication.review, publication.publication from shuangsuiji_app;
grant update (state, registered_at, registered_by) on publication.visit to shuangsuiji_app;
grant update (superseded_at) on publication.result to shuangsuiji_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on publication.publication to shuangsuiji_app;

revoke update, delete, truncate on all tables in schema pub from shuangsuiji_app;
grant update (removed_at) on pub.item to shuangsuiji_app;
grant update (stage, frame_size, announced_at, visits, drawn_at) on pub.campaign to shuangsuiji_app;
grant update (outcome, reason, seed, visits, visit_root, result_digest, drawn_at) on pub.draw to shuangsuiji_app;
grant update (enterprise_name, search_name, name_grams) on pub.enterprise to shuangsuiji_app;
grant update (withdrawn_at, withdrawn_reason, categories, result_text) on pub.result to shuangsuiji_app;
alter default privileges in schema pub revoke update on tables from shuangsuiji_app;
