-- The application adds entries and never chooses their numbers: one planted far ahead would stand outside the order of
-- writing, and the application could not take it back.
revoke insert on office.ledger_entry from shuangsuiji_app;
grant insert (at, actor, department_id, event, subject, reason, facts, digest) on office.ledger_entry to shuangsuiji_app;
