-- What did the first start lead to?
select what, figure
from (
    select 10 as place, '企业 enterprises' as what, count(*)::text as figure
    from ingest.read_enterprise
    union all
    select 20 + d.kind,
           case d.kind when 1 then '登记 registrations' when 2 then '许可 permits' when 3 then '处罚 penalties'
                       when 4 then '经营异常 abnormal list' when 5 then '严重失信 dishonesty list' end,
           format('%s 行 rows: %s 新增 added, %s 变更 changed, %s 相同 same, %s 标记 flagged, %s 退回 refused',
                  sum(d.rows_read), sum(d.added), sum(d.changed), sum(d.same), sum(d.flagged), sum(d.faults))
    from ingest.delivery d
    where d.kind between 1 and 5
    group by d.kind
    union all
    select 30 + l.rank, format('%s %s', l.letter, l.label_zh),
           format('%s 户 (%s %%)', count(g.enterprise_id),
                  round(100.0 * count(g.enterprise_id) / nullif(sum(count(g.enterprise_id)) over (), 0), 1))
    from risk.read_model m
    join risk.grade_level l on l.scheme_code = m.scheme_code
    left join risk.read_grade g on g.model_id = m.model_id and g.rank = l.rank
    where m.department_id is null
    group by l.rank, l.letter, l.label_zh
    union all
    select 40, '抽查任务 campaign', format('%s %s: 名录 frame %s, 抽取 take %s', c.number, c.name, c.frame_size, c.take)
    from sampling.read_campaign c
    where c.draw_id is not null
    union all
    select 41, '承诺 commitment', w.commitment
    from sampling.read_draw w
    union all
    select 42, '抽取结果摘要 draw digest', w.result_digest
    from sampling.read_draw w
    where w.state = 'DRAWN'
    union all
    select 50, '检查户次 visits', format('%s, 其中 %s', count(*),
           (select string_agg(format('%s %s', s.state, s.visits), ', ' order by s.state)
            from (select v.state, count(*) as visits from publication.visit v group by v.state) s))
    from publication.visit
    union all
    select 60, '结果 results', string_agg(format('%s %s', r.name, r.results), ', ' order by r.code)
    from (select k.code, k.zh as name, count(*) as results
          from publication.read_result f
          join lateral unnest(f.categories) category on true
          join publication.result_category k on k.set_code = f.set_code and k.code = category
          where f.state = 'PUBLISHED'
          group by k.code, k.zh) r
    union all
    select 70, '公示 published', count(*)::text
    from publication.visit
    where state = 'PUBLISHED'
) figures
where figure is not null
order by place
