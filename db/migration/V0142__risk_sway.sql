-- Of how many enterprises one kind of record could move the rank: what a missing source matters. Counted from stored
-- grades after each run of a model, because a million of them are not read while a page waits.
create table risk.sway_count (
    model_id   bigint      primary key references risk.model (id),
    run_id     bigint      not null references risk.run (id),
    counted_at timestamptz not null
);
comment on table risk.sway_count is 'Up to which run of the grader the numbers of risk.sway go';
comment on column risk.sway_count.model_id is 'The model';
comment on column risk.sway_count.run_id is 'Latest run of its version in force when they were counted';
comment on column risk.sway_count.counted_at is 'When they were counted';

create table risk.sway (
    model_id    bigint   not null references risk.sway_count (model_id) on delete cascade,
    kind        smallint not null check (kind > 0),
    region      text     not null,
    enterprises bigint   not null check (enterprises > 0),
    movable     bigint   not null check (movable between 0 and enterprises),
    primary key (model_id, kind, region)
);
comment on table risk.sway is 'Of how many enterprises of a region a kind of record could move the rank by a model';
comment on column risk.sway.model_id is 'The model';
comment on column risk.sway.kind is 'Kind of record (RecordKind)';
comment on column risk.sway.region is 'Administrative division of the address; empty where it is not known';
comment on column risk.sway.enterprises is 'Enterprises there that the model covers';
comment on column risk.sway.movable is 'Those whose rank could be another if the kind said anything that it can say';
