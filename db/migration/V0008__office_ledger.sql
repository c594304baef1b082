-- Written once, in the transaction of the command it tells about. The application may insert and read, nothing more.
create table office.ledger_entry (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    actor         text   not null,
    department_id bigint not null,
    event         text   not null,
    subject       text   not null,
    reason        text,
    facts         jsonb  not null,
    digest        bytea  not null check (octet_length(digest) = 32)
);
create index ledger_entry_subject on office.ledger_entry (subject, id);
create index ledger_entry_actor on office.ledger_entry (actor, id);
comment on table office.ledger_entry is 'One entry for every command that changed state';
comment on column office.ledger_entry.id is 'Order of writing; order of the chain is in ledger_seal';
comment on column office.ledger_entry.at is 'When the command ran';
comment on column office.ledger_entry.actor is 'Account of who did it';
comment on column office.ledger_entry.department_id is 'Body on whose behalf; 0 for the system';
comment on column office.ledger_entry.event is 'What kind of event (LedgerEvent)';
comment on column office.ledger_entry.subject is 'The thing changed, as kind:id';
comment on column office.ledger_entry.reason is 'Why, in the words of who did it';
comment on column office.ledger_entry.facts is 'What changed: counts, digests, versions; never personal data';
comment on column office.ledger_entry.digest is 'SHA-256 over the canonical text of all columns above except id';

-- A sealer chains committed entries within a second. Chaining after the commit keeps a long merge from holding up
-- everybody else's commands.
create table office.ledger_seal (
    seq       bigint primary key check (seq > 0),
    entry_id  bigint not null unique references office.ledger_entry (id),
    hash      bytea  not null unique check (octet_length(hash) = 32),
    sealed_at timestamptz not null
);
comment on table office.ledger_seal is 'The hash chain over the ledger';
comment on column office.ledger_seal.seq is 'Place in the chain, from 1, without gaps';
comment on column office.ledger_seal.entry_id is 'The entry sealed at this place';
comment on column office.ledger_seal.hash is 'SHA-256 of the former hash (32 zero bytes at first), seq, entry id and the entry digest';
comment on column office.ledger_seal.sealed_at is 'When it was chained';

revoke update, delete, truncate on office.ledger_entry, office.ledger_seal from shuangsuiji_app;

-- The owner could still change a row by a slip; a trigger says no to that as well. Against ill will of the owner
-- stands the chain, whose head is published every day.
create function office.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger ledger_entry_append_only before update or delete or truncate on office.ledger_entry
    for each statement execute function office.refuse_change();
create trigger ledger_seal_append_only before update or delete or truncate on office.ledger_seal
    for each statement execute function office.refuse_change();
