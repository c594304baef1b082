-- Two lists of one body that are closed at the same time do not know of each other's luck: who stands in both could be
-- drawn from both. So a list leaves out whom an undrawn list might already bring to the most visits, and says so.
alter table sampling.exclusion drop constraint exclusion_reason_check;
alter table sampling.exclusion add constraint exclusion_reason_check check (reason in
    ('NOT_REGISTERED', 'STATUS', 'NO_CODE', 'NO_REGION', 'NOT_GRADED', 'AT_MOST', 'PENDING_DRAW'));
comment on column sampling.exclusion.reason is 'Why: never registered, registration status, no 18-character code, no region, no grade, visited as often as allowed, or in another list of this body whose draw may bring it there';
