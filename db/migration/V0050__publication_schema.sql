create schema publication;
comment on schema publication is 'Visits, what was found, review and publicity';

grant usage on schema publication to shuangsuiji_app;
alter default privileges in schema publication grant select, insert, update, delete on tables to shuangsuiji_app;
alter default privileges in schema publication grant usage, select on sequences to shuangsuiji_app;

-- The result categories differ by year and authority, so they are a set with a code and a first day. A set in use is
-- never changed: a new one follows it.
create table publication.category_set (
    set_code text primary key,
    name     text not null,
    since    date not null unique,
    source   text not null
);
comment on table publication.category_set is 'One version of the dictionary of result categories (抽查检查结果)';
comment on column publication.category_set.set_code is 'Stable code of the set';
comment on column publication.category_set.name is 'Name shown to people';
comment on column publication.category_set.since is 'Visits of this day or later use the set, until a newer one';
comment on column publication.category_set.source is 'Where the set comes from';

create table publication.result_category (
    set_code    text    not null references publication.category_set (set_code),
    code        text    not null check (code ~ '^[0-9A-Z]{1,4}$'),
    ordinal     integer not null check (ordinal > 0),
    zh          text    not null,
    en          text    not null,
    is_problem  boolean not null,
    exclusive   boolean not null check (not (exclusive and is_problem)),
    publishable boolean not null,
    follow_up   text    not null,
    primary key (set_code, code),
    unique (set_code, ordinal)
);
comment on table publication.result_category is 'What an inspection of one item can find';
comment on column publication.result_category.set_code is 'The set it belongs to';
comment on column publication.result_category.code is 'Code within the set';
comment on column publication.result_category.ordinal is 'Place in lists';
comment on column publication.result_category.zh is 'Name as published';
comment on column publication.result_category.en is 'Name in the English interface';
comment on column publication.result_category.is_problem is 'Whether it is a problem of the enterprise; a problem needs a note';
comment on column publication.result_category.exclusive is 'Whether it excludes every other category of the item';
comment on column publication.result_category.publishable is 'Whether it may be published';
comment on column publication.result_category.follow_up is 'What usually follows (后续处置)';

insert into publication.category_set (set_code, name, since, source) values
    ('NATIONAL', '国家企业信用信息公示系统 抽查检查结果', date '2014-10-01',
     '国家企业信用信息公示系统公布的八类抽查检查结果');
insert into publication.result_category
    (set_code, code, ordinal, zh, en, is_problem, exclusive, publishable, follow_up) values
    ('NATIONAL', '1', 1, '未发现问题', 'No problem found', false, true, true, '无需后续处置'),
    ('NATIONAL', '2', 2, '未按规定公示应当公示的信息', 'Information not made public as required', true, false, true, '责令限期公示'),
    ('NATIONAL', '3', 3, '公示信息隐瞒真实情况、弄虚作假', 'Public information concealed or falsified', true, false, true, '责令改正'),
    ('NATIONAL', '4', 4, '通过登记的住所(经营场所)无法联系', 'Not reachable at the registered address', true, false, true, '拟列入经营异常名录'),
    ('NATIONAL', '5', 5, '发现问题已责令改正', 'Problem found, correction ordered', true, false, true, '复查'),
    ('NATIONAL', '6', 6, '不配合检查情节严重', 'Serious refusal to cooperate', true, false, true, '公示不配合情节'),
    ('NATIONAL', '7', 7, '未发现开展本次抽查涉及的经营活动', 'The business inspected is not carried on', false, false, true, '无需后续处置'),
    ('NATIONAL', '8', 8, '发现问题待后续处理', 'Problem found, further handling pending', true, false, true, '立案、移送或抄告');
