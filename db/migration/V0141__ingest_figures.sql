-- What the page of a source counts, kept because a million enterprises are not counted while a reader waits. Each
-- delivery is tallied once, by the day its records are about: how late that was is told with the calendar of the day of
-- reading. Who has no value is counted by region, after deliveries and each night.
create table ingest.delivery_tally (
    delivery_id bigint      primary key references ingest.delivery (id),
    tallied_at  timestamptz not null
);
comment on table ingest.delivery_tally is 'Deliveries whose records have been tallied';
comment on column ingest.delivery_tally.delivery_id is 'The delivery';
comment on column ingest.delivery_tally.tallied_at is 'When it was tallied';

create table ingest.delivery_learned (
    delivery_id bigint not null references ingest.delivery_tally (delivery_id),
    event_day   date   not null,
    records     bigint not null check (records > 0),
    primary key (delivery_id, event_day)
);
comment on table ingest.delivery_learned is 'How many events of a day the office learned of by a delivery, and not before';
comment on column ingest.delivery_learned.delivery_id is 'The delivery';
comment on column ingest.delivery_learned.event_day is 'The day the records are about; of a registration its approval';
comment on column ingest.delivery_learned.records is 'Records about that day that were unknown before';

create table ingest.region_value (
    region      text        not null,
    kind        smallint    not null check (kind > 0),
    enterprises bigint      not null check (enterprises >= 0),
    holding     bigint      not null check (holding between 0 and enterprises),
    counted_at  timestamptz not null,
    primary key (region, kind)
);
comment on table ingest.region_value is 'Of how many trading enterprises of a region the office holds a record of a kind';
comment on column ingest.region_value.region is 'Administrative division of the address; empty where it is not known';
comment on column ingest.region_value.kind is 'Kind of record (RecordKind)';
comment on column ingest.region_value.enterprises is 'Enterprises that trade there';
comment on column ingest.region_value.holding is 'Those with at least one record of the kind as known now; of registrations: that were registered';
comment on column ingest.region_value.counted_at is 'As of when';
