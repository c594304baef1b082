-- An approved version keeps every other version of its model waiting until its day. Until it has taken effect nobody was
-- graded by it, so it may be taken back; that it was approved, and why it was taken back, stays.
alter table risk.model_version
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add column withdraw_reason text check (length(withdraw_reason) > 0),
    drop constraint model_version_state_check,
    add constraint model_version_state_check check
        (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'ACTIVE', 'RETIRED', 'DISCARDED', 'WITHDRAWN')),
    drop constraint model_version_check2,
    add constraint model_version_approved check
        ((state in ('APPROVED', 'ACTIVE', 'RETIRED', 'WITHDRAWN')) = (approved_by is not null)),
    add constraint model_version_withdrawn check
        (num_nonnulls(withdrawn_by, withdrawn_at, withdraw_reason) = case when state = 'WITHDRAWN' then 3 else 0 end);
comment on column risk.model_version.state is 'DRAFT, SUBMITTED, APPROVED (waits for its day), ACTIVE, RETIRED, DISCARDED (as a draft) or WITHDRAWN (approved, and taken back before it took effect)';
comment on column risk.model_version.withdrawn_by is 'Account of who took its approval back';
comment on column risk.model_version.withdrawn_at is 'When it was taken back';
comment on column risk.model_version.withdraw_reason is 'Why it was taken back';

create or replace function risk.keep_model_version() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'Model version % stays: discard a draft, withdraw an approval, retire a version', old.id
            using errcode = 'insufficient_privilege';
    end if;
    if old.state in ('RETIRED', 'DISCARDED', 'WITHDRAWN') then
        raise exception 'Model version % is % and is not changed any more', old.id, old.state
            using errcode = 'insufficient_privilege';
    end if;
    if (new.model_id, new.number, new.drafted_by, new.drafted_at)
            is distinct from (old.model_id, old.number, old.drafted_by, old.drafted_at) then
        raise exception 'Who drafted model version %, and when, stays', old.id using errcode = 'insufficient_privilege';
    end if;
    if old.state <> 'DRAFT' and (new.definition, new.digest, new.name_zh, new.name_en, new.base_version_id)
            is distinct from (old.definition, old.digest, old.name_zh, old.name_en, old.base_version_id) then
        raise exception 'Model version % is %: draft a new version to change it', old.id, old.state
            using errcode = 'insufficient_privilege';
    end if;
    if old.approved_by is not null
            and (new.approved_by, new.approved_at, new.effective_from, new.reason, new.submitted_at)
            is distinct from (old.approved_by, old.approved_at, old.effective_from, old.reason, old.submitted_at) then
        raise exception 'The approval of model version % stays', old.id using errcode = 'insufficient_privilege';
    end if;
    if not (old.state = new.state
            or (old.state, new.state) in (('DRAFT', 'SUBMITTED'), ('DRAFT', 'DISCARDED'), ('SUBMITTED', 'DRAFT'),
                    ('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'ACTIVE'), ('APPROVED', 'ACTIVE'), ('ACTIVE', 'RETIRED'),
                    ('APPROVED', 'WITHDRAWN'))) then
        raise exception 'Model version % does not go from % to %', old.id, old.state, new.state
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
