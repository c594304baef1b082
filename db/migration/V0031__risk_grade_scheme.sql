-- Letters, words and colours belong to a scheme, because offices contradict each other: A is the lowest risk in the
-- national scheme and the highest in Hohhot's. Code compares ranks only.
create table risk.grade_scheme (
    code    text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    name_zh text not null unique,
    name_en text not null unique,
    basis   text not null
);
comment on table risk.grade_scheme is 'A way to show ranks: letters, words, shapes and colours';
comment on column risk.grade_scheme.code is 'Stable id';
comment on column risk.grade_scheme.name_zh is 'Name in Chinese';
comment on column risk.grade_scheme.name_en is 'Name in English';
comment on column risk.grade_scheme.basis is 'The document that set it';

create table risk.grade_level (
    scheme_code text     not null references risk.grade_scheme (code),
    rank        smallint not null check (rank between 1 and 4),
    letter      text     not null check (length(letter) between 1 and 4),
    label_zh    text     not null,
    label_en    text     not null,
    shape       text     not null check (shape in ('CIRCLE', 'SQUARE', 'TRIANGLE', 'DIAMOND')),
    tone        text     not null check (tone in ('GREEN', 'YELLOW', 'ORANGE', 'RED')),
    primary key (scheme_code, rank),
    unique (scheme_code, letter),
    unique (scheme_code, label_zh),
    unique (scheme_code, shape)
);
comment on table risk.grade_level is 'How a scheme shows one rank';
comment on column risk.grade_level.scheme_code is 'The scheme';
comment on column risk.grade_level.rank is '1 lowest risk to 4 highest';
comment on column risk.grade_level.letter is 'Its letter in this scheme';
comment on column risk.grade_level.label_zh is 'Its word in Chinese';
comment on column risk.grade_level.label_en is 'Its word in English';
comment on column risk.grade_level.shape is 'Its shape, for eyes that do not see its colour';
comment on column risk.grade_level.tone is 'Its colour family; the pages choose the shade';

insert into risk.grade_scheme (code, name_zh, name_en, basis) values
    ('national', '国家四级', 'National, four levels', '《市场监管总局关于推进企业信用风险分类管理进一步提升监管效能的意见》（国市监信发〔2022〕6号）'),
    ('hohhot', '呼和浩特四色', 'Hohhot, four colours', '呼市监发〔2021〕140号');

insert into risk.grade_level (scheme_code, rank, letter, label_zh, label_en, shape, tone) values
    ('national', 1, 'A', '信用风险低', 'Low credit risk', 'CIRCLE', 'GREEN'),
    ('national', 2, 'B', '信用风险一般', 'General credit risk', 'SQUARE', 'YELLOW'),
    ('national', 3, 'C', '信用风险较高', 'Raised credit risk', 'TRIANGLE', 'ORANGE'),
    ('national', 4, 'D', '信用风险高', 'High credit risk', 'DIAMOND', 'RED'),
    ('hohhot', 1, 'D', '绿色（低风险）', 'Green (low risk)', 'CIRCLE', 'GREEN'),
    ('hohhot', 2, 'C', '黄色（一般风险）', 'Yellow (general risk)', 'SQUARE', 'YELLOW'),
    ('hohhot', 3, 'B', '橙色（中风险）', 'Orange (medium risk)', 'TRIANGLE', 'ORANGE'),
    ('hohhot', 4, 'A', '红色（高风险）', 'Red (high risk)', 'DIAMOND', 'RED');
