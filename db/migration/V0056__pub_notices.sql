create table pub.item (
    item_id         bigint  primary key,
    code            text    not null,
    name            text    not null,
    category        text    not null check (category in ('KEY', 'GENERAL')),
    department_id   bigint  not null,
    department_name text    not null,
    basis           text    not null,
    subject_kinds   text[]  not null,
    methods         text[]  not null,
    content         text    not null,
    published_at    timestamptz not null,
    removed_at      timestamptz
);
create unique index item_listed on pub.item (code) where removed_at is null;
comment on table pub.item is 'The list of items of random inspection (随机抽查事项清单)';
comment on column pub.item.item_id is 'Id of this wording of the item';
comment on column pub.item.code is 'Number in the list';
comment on column pub.item.name is 'Name of the item (抽查事项)';
comment on column pub.item.category is 'KEY (重点检查事项) or GENERAL (一般检查事项)';
comment on column pub.item.department_id is 'Id of the body that inspects';
comment on column pub.item.department_name is 'The body that inspects (检查主体)';
comment on column pub.item.basis is 'Legal basis (抽查依据)';
comment on column pub.item.subject_kinds is 'Who is inspected (抽查对象): ENTERPRISE, INDIVIDUAL, COOPERATIVE';
comment on column pub.item.methods is 'How it is inspected (抽查方式)';
comment on column pub.item.content is 'What is inspected (检查内容)';
comment on column pub.item.published_at is 'When this wording was published';
comment on column pub.item.removed_at is 'When it left the list or got another wording';

create table pub.campaign (
    campaign_id     bigint  primary key,
    number          text    not null unique,
    name            text    not null,
    department_name text    not null,
    item_name       text    not null,
    targeted        boolean not null,
    starts          date    not null,
    ends            date    not null,
    stage           text    not null check (stage in ('ANNOUNCED', 'DRAWN', 'CANCELLED')),
    frame_size      integer not null check (frame_size > 0),
    visits          integer check (visits >= 0),
    announced_at    timestamptz not null,
    drawn_at        timestamptz,
    check ((stage = 'DRAWN') = (drawn_at is not null and visits is not null))
);
create index campaign_announced on pub.campaign (announced_at desc, campaign_id desc);
create index campaign_drawn on pub.campaign (drawn_at desc, campaign_id desc) where drawn_at is not null;
comment on table pub.campaign is 'Announcements of plans and tasks (计划公告, 任务公告)';
comment on column pub.campaign.campaign_id is 'Id of the campaign';
comment on column pub.campaign.number is 'Its number';
comment on column pub.campaign.name is 'Its name';
comment on column pub.campaign.department_name is 'The body that inspects';
comment on column pub.campaign.item_name is 'What is inspected';
comment on column pub.campaign.targeted is 'True when filters narrow the objects (定向), false when not (不定向)';
comment on column pub.campaign.starts is 'First day of the visits';
comment on column pub.campaign.ends is 'Last day of the visits';
comment on column pub.campaign.stage is 'ANNOUNCED before the draw, DRAWN after it, or CANCELLED';
comment on column pub.campaign.frame_size is 'How many enterprises the committed list has (抽查基数)';
comment on column pub.campaign.visits is 'How many enterprises were drawn';
comment on column pub.campaign.announced_at is 'When the plan was announced';
comment on column pub.campaign.drawn_at is 'When the draw was carried out';

create table pub.draw (
    draw_id       bigint  primary key,
    campaign_id   bigint  not null references pub.campaign (campaign_id),
    office_name   text    not null,
    serial        bigint  not null check (serial > 0),
    mode          text    not null check (mode in ('OPEN', 'SEALED')),
    digest        text    not null check (digest in ('SHA_256', 'SM3')),
    rule_json     bytea   not null,
    commitment    text    not null unique check (commitment ~ '^[0-9a-f]{64}$'),
    committed_at  timestamptz not null,
    outcome       text    not null check (outcome in ('COMMITTED', 'DRAWN', 'ABANDONED', 'FAILED')),
    reason        text,
    seed          text    check (seed ~ '^[0-9a-f]{64}$'),
    visits        integer check (visits >= 0),
    visit_root    text,
    result_digest text    check (result_digest ~ '^[0-9a-f]{64}$'),
    drawn_at      timestamptz,
    check (outcome <> 'DRAWN' or (seed is not null and visits is not null and visit_root is not null
        and result_digest is not null and drawn_at is not null)),
    check (outcome <> 'COMMITTED' or (seed is null and result_digest is null and drawn_at is null))
);
create index draw_campaign on pub.draw (campaign_id);
create index draw_committed on pub.draw (committed_at desc, draw_id desc);
comment on table pub.draw is 'The public side of a draw by DR-1 (§10)';
comment on column pub.draw.draw_id is 'Id of the draw';
comment on column pub.draw.campaign_id is 'The campaign it is for';
comment on column pub.draw.office_name is 'The office in whose chain of commitments it stands';
comment on column pub.draw.serial is 'Number in that chain';
comment on column pub.draw.mode is 'OPEN: anyone recomputes the targets; SEALED: the public checks commitment, sources and membership';
comment on column pub.draw.digest is 'SHA_256 or SM3';
comment on column pub.draw.rule_json is 'rule.json, byte for byte';
comment on column pub.draw.commitment is 'Digest of rule.json, published before the first source had its value';
comment on column pub.draw.committed_at is 'When it was published';
comment on column pub.draw.outcome is 'COMMITTED, DRAWN, ABANDONED before its first source was due, or FAILED';
comment on column pub.draw.reason is 'Why it was abandoned or failed';
comment on column pub.draw.seed is 'Seed, from the values of the named sources';
comment on column pub.draw.visits is 'How many enterprises were drawn';
comment on column pub.draw.visit_root is 'Root over the drawn enterprises, so that none can be left out later';
comment on column pub.draw.result_digest is 'Digest of the full result, which supervisors recompute';
comment on column pub.draw.drawn_at is 'When it was drawn';

create table pub.draw_source (
    draw_id    bigint  not null references pub.draw (draw_id),
    ordinal    integer not null check (ordinal > 0),
    name       text    not null,
    kind       text    not null,
    due        timestamptz not null,
    answered   text    not null check (answered in ('VALUE', 'FALLBACK', 'NONE')),
    value      text,
    evidence   text    not null,
    primary key (draw_id, ordinal),
    check ((answered = 'NONE') = (value is null))
);
comment on table pub.draw_source is 'The values of the named random sources of a draw';
comment on column pub.draw_source.draw_id is 'The draw';
comment on column pub.draw_source.ordinal is 'Place of the source in the rule';
comment on column pub.draw_source.name is 'Name of what answered: the source, or its fallback';
comment on column pub.draw_source.kind is 'DICE, WITNESS, LOTTERY, INDEX or BEACON';
comment on column pub.draw_source.due is 'When its value was due';
comment on column pub.draw_source.answered is 'VALUE, FALLBACK, or NONE when a person was silent';
comment on column pub.draw_source.value is 'The value, in the one spelling that DR-1 allows';
comment on column pub.draw_source.evidence is 'Where a stranger finds the value';

-- Sorted by credit code when shown: the order of the draw is nobody's business.
create table pub.drawn_unit (
    draw_id         bigint not null references pub.draw (draw_id),
    credit_code     text   not null check (credit_code ~ '^[0-9A-Z]{18}$'),
    enterprise_name text   not null,
    proof_json      text   not null,
    released_at     timestamptz not null,
    primary key (draw_id, credit_code)
);
comment on table pub.drawn_unit is 'Drawn enterprises with the proof that each was in the committed list, released after the visits';
comment on column pub.drawn_unit.draw_id is 'The draw';
comment on column pub.drawn_unit.credit_code is 'The drawn enterprise';
comment on column pub.drawn_unit.enterprise_name is 'Its name on the day of the draw';
comment on column pub.drawn_unit.proof_json is 'Path in the committed list and leaf in the root over the drawn enterprises';
comment on column pub.drawn_unit.released_at is 'When it was released';
