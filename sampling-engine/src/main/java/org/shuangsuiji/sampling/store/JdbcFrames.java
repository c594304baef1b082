package org.shuangsuiji.sampling.store;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.shuangsuiji.sampling.draw.Frame;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFrames implements Frames {
    private static final String WHOM_MAY_BE_DRAWN = SqlFile.read("whom-may-be-drawn");

    private final JdbcClient jdbc;
    private final DataSource source;
    private final FramePieces pieces;

    JdbcFrames(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
        this.pieces = new FramePieces(source);
    }

    @Override
    public List<FrameCount> count(Eligibility eligibility) {
        return jdbc.sql("""
                        select rank, reason, case when reason is null then region end as place, count(*) as count
                        from (%s) c group by rank, reason, place""".formatted(WHOM_MAY_BE_DRAWN))
                .params(asked(eligibility))
                .query((row, number) -> new FrameCount(
                        row.getShort("rank"),
                        reason(row.getString("reason")),
                        row.getString("place"),
                        row.getInt("count")))
                .list();
    }

    @Override
    public Candidates candidates(Eligibility eligibility, List<String> stratumOfRank) {
        Candidates candidates = new Candidates(stratumOfRank);
        Map<String, String> regions = new HashMap<>();
        CopiedRow.each(source, Literals.written(WHOM_MAY_BE_DRAWN, asked(eligibility)), row -> {
            long enterpriseId = row.number();
            String unit = row.text();
            String region = row.text();
            short rank = (short) row.number();
            Exclusion reason = reason(row.text());
            if (reason != null) {
                candidates.leaveOut(enterpriseId, reason);
            } else if (unit != null && region != null) {
                // one object for each region, and not for each unit
                candidates.add(enterpriseId, unit, regions.computeIfAbsent(region, same -> same), rank);
            } else {
                throw new IllegalStateException(
                        "Enterprise %d without code or region in a frame".formatted(enterpriseId));
            }
        });
        return candidates;
    }

    private static Map<String, Object> asked(Eligibility eligibility) {
        CampaignTerms terms = eligibility.terms();
        List<CampaignRate> limited =
                terms.rates().stream().filter(rate -> rate.mostVisits() != null).toList();
        Long model = terms.gradeModelId();
        Map<String, Object> asked = new HashMap<>();
        asked.put("statuses", texts(terms.statuses().stream().map(Enum::name).toList()));
        asked.put("kinds", texts(terms.subjectKinds().stream().map(Enum::name).toList()));
        asked.put("sections", texts(terms.sections()));
        asked.put("regions", texts(eligibility.regionPatterns()));
        asked.put("graded", terms.graded());
        asked.put("model", model == null ? NO_MODEL : model);
        asked.put("starts", terms.starts());
        asked.put("ends", terms.ends());
        asked.put("today", eligibility.today());
        asked.put("department", eligibility.department().id());
        asked.put("departments", eligibility.department().path() + "%");
        asked.put("ranks", numbers(limited, rate -> (int) rate.rank()));
        asked.put("mosts", numbers(limited, CampaignRate::mostVisits));
        asked.put("months", numbers(limited, CampaignRate::months));
        return asked;
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
    public void store(long drawId, int frameNo, Frame frame, Candidates candidates) {
        pieces.store(drawId, frameNo, frame, candidates.enterpriseIds());
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
        pieces.writeTsv(drawId, frameNo, out);
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
                        join ingest.read_identity e on e.enterprise_id = x.enterprise_id
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
