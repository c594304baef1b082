package org.shuangsuiji.sampling.store;

import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.CampaignRate;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Candidates;
import org.shuangsuiji.sampling.Eligibility;
import org.shuangsuiji.sampling.Exclusion;
import org.shuangsuiji.sampling.FrameCount;
import org.shuangsuiji.sampling.Frames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFrames implements Frames {
    private static final String WHOM_MAY_BE_DRAWN = SqlFile.read("whom-may-be-drawn");
    private static final int FETCH = 20_000;

    private final JdbcClient jdbc;
    private final DataSource source;

    JdbcFrames(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    @Override
    public List<FrameCount> count(Eligibility eligibility) {
        return asked("select rank, reason, count(*) as count from (%s) c group by rank, reason", eligibility)
                .query((row, number) ->
                        new FrameCount(row.getShort("rank"), reason(row.getString("reason")), row.getInt("count")))
                .list();
    }

    @Override
    public Candidates candidates(Eligibility eligibility) {
        Candidates candidates = new Candidates();
        asked("%s order by e.credit_code collate \"C\"", eligibility)
                .withFetchSize(FETCH)
                .query(row -> {
                    candidates.add(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getShort(4),
                            reason(row.getString(5)));
                });
        return candidates;
    }

    private JdbcClient.StatementSpec asked(String query, Eligibility eligibility) {
        CampaignTerms terms = eligibility.terms();
        List<CampaignRate> limited =
                terms.rates().stream().filter(rate -> rate.mostVisits() != null).toList();
        Long model = terms.gradeModelId();
        return jdbc.sql(query.formatted(WHOM_MAY_BE_DRAWN))
                .param(
                        "statuses",
                        texts(terms.statuses().stream().map(Enum::name).toList()))
                .param(
                        "kinds",
                        texts(terms.subjectKinds().stream().map(Enum::name).toList()))
                .param("sections", texts(terms.sections()))
                .param("regions", texts(eligibility.regionPatterns()))
                .param("graded", terms.graded())
                .param("model", model == null ? NO_MODEL : model)
                .param("starts", terms.starts())
                .param("department", eligibility.department().id())
                .param("ranks", numbers(limited, rate -> (int) rate.rank()))
                .param("mosts", numbers(limited, CampaignRate::mostVisits))
                .param("months", numbers(limited, CampaignRate::months));
    }

    /** No model has this id, so nobody has a grade by it. */
    private static final long NO_MODEL = 0;

    private static String[] texts(List<String> list) {
        return list.toArray(String[]::new);
    }

    private static Integer[] numbers(List<CampaignRate> rates, Function<CampaignRate, @Nullable Integer> number) {
        return rates.stream().map(number).toArray(Integer[]::new);
    }

    private static @Nullable Exclusion reason(@Nullable String word) {
        return word == null ? null : Exclusion.valueOf(word);
    }

    @Override
    public void store(long drawId, int frameNo, Candidates candidates, List<String> stratumOfRank) {
        BulkRows.into(source, "sampling.frame_unit (draw_id, frame_no, unit, enterprise_id, stratum, region)", rows -> {
            for (int i = 0; i < candidates.size(); i++) {
                rows.put(drawId)
                        .put(frameNo)
                        .put(candidates.unit(i))
                        .put(candidates.enterpriseId(i))
                        .put(stratumOfRank.get(candidates.rank(i)))
                        .put(candidates.region(i))
                        .end();
            }
        });
        BulkRows.into(source, "sampling.exclusion (draw_id, frame_no, enterprise_id, reason)", rows -> {
            for (int i = 0; i < candidates.excluded(); i++) {
                rows.put(drawId)
                        .put(frameNo)
                        .put(candidates.excludedId(i))
                        .put(candidates.reason(i).name())
                        .end();
            }
        });
    }

    @Override
    public void writeTsv(long drawId, int frameNo, OutputStream out) {
        BulkRows.outOf(source, """
                select unit, stratum, region from sampling.frame_unit
                where draw_id = %d and frame_no = %d order by unit""".formatted(drawId, frameNo), out);
    }

    @Override
    public SortedMap<Exclusion, Integer> exclusions(long drawId) {
        SortedMap<Exclusion, Integer> counts = new TreeMap<>();
        jdbc.sql("select reason, count(*) as count from sampling.exclusion where draw_id = :draw group by reason")
                .param("draw", drawId)
                .query(row -> {
                    counts.put(Exclusion.valueOf(row.getString("reason")), row.getInt("count"));
                });
        return counts;
    }

    @Override
    public List<ExcludedRow> excluded(long drawId, Exclusion reason, int count) {
        return jdbc.sql("""
                        select x.enterprise_id, e.name, e.credit_code, x.reason from sampling.exclusion x
                        join ingest.read_enterprise e on e.enterprise_id = x.enterprise_id
                        where x.draw_id = :draw and x.reason = :reason order by x.enterprise_id limit :count""")
                .param("draw", drawId)
                .param("reason", reason.name())
                .param("count", count)
                .query((row, number) -> new ExcludedRow(
                        row.getLong("enterprise_id"),
                        row.getString("name"),
                        row.getString("credit_code"),
                        Exclusion.valueOf(row.getString("reason"))))
                .list();
    }
}
