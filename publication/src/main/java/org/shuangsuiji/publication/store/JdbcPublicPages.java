package org.shuangsuiji.publication.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.publication.PublicPages;
import org.shuangsuiji.publication.notice.SearchName;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uses the connections of the public side only, so that a slip here cannot show what is not public. */
@Repository
class JdbcPublicPages implements PublicPages {
    private static final Pattern CODE_PART = Pattern.compile("[0-9A-Z]{4,18}");
    private static final int NAME_LENGTH_MAX = 60;

    private static final String CAMPAIGNS = """
            select c.campaign_id, c.number, c.name, c.department_name, c.item_name, c.targeted, c.starts, c.ends,
                   case when c.stage = 'CANCELLED' then w.outcome else c.stage end as stage, c.frame_size, c.visits, c.announced_at, c.drawn_at,
                   w.draw_id
            from pub.campaign c
            left join lateral (select draw_id, outcome from pub.draw where campaign_id = c.campaign_id
                               order by draw_id desc limit 1) w on true
            """;

    private static final String RESULTS = """
            select result_id, credit_code, enterprise_name, campaign_id, campaign_number, campaign_name,
                   department_name, item_name, categories, result_text, inspected_on, published_on, withdrawn_at,
                   withdrawn_reason, corrects
            from pub.result
            """;

    private static final String DRAWS = """
            select d.draw_id, d.office_name, d.serial, d.mode, d.digest, d.outcome, d.commitment, d.committed_at,
                   d.drawn_at, d.campaign_id, d.rule_json, d.reason, d.ended_at, d.silent_ordinal, d.seed, d.visits,
                   d.visit_root, d.result_digest,
                   c.number, c.name, c.ends
            from pub.draw d join pub.campaign c on c.campaign_id = d.campaign_id
            """;

    private final JdbcClient jdbc;

    JdbcPublicPages(@Qualifier("portal") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ItemLine> items() {
        return jdbc.sql("""
                        select code, name, category, department_name, basis, subject_kinds, methods, content
                        from pub.item where removed_at is null order by department_id, code
                        """)
                .query((row, i) -> new ItemLine(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("category"),
                        row.getString("department_name"),
                        row.getString("basis"),
                        Columns.texts(row, "subject_kinds"),
                        Columns.texts(row, "methods"),
                        row.getString("content")))
                .list();
    }

    @Override
    public List<MatterListLine> matterLists() {
        return jdbc.sql("""
                        select l.*, lead(l.effective_on) over (partition by l.department_id order by l.number) as until,
                               (select count(*) from pub.matter m
                                where m.list_id = l.list_id and m.change <> 'REMOVED') as matters
                        from pub.matter_list l order by l.department_id, l.number desc
                        """)
                .query((row, i) -> new MatterListLine(
                        row.getLong("list_id"),
                        row.getLong("department_id"),
                        row.getString("department_name"),
                        row.getInt("number"),
                        Columns.day(row, "effective_on"),
                        Columns.dayOrNull(row, "until"),
                        Columns.instant(row, "published_at"),
                        row.getInt("matters")))
                .list();
    }

    @Override
    public List<MatterLine> matters(long listId) {
        return jdbc.sql("select * from pub.matter where list_id = :list order by change = 'REMOVED', code")
                .param("list", listId)
                .query((row, i) -> new MatterLine(
                        row.getString("code"),
                        row.getString("change"),
                        row.getString("name"),
                        Columns.texts(row, "kinds").stream()
                                .map(RecordKind::valueOf)
                                .toList(),
                        row.getString("fields"),
                        row.getString("basis"),
                        row.getString("department_name"),
                        row.getString("frequency"),
                        row.getString("share"),
                        row.getBoolean("open")))
                .list();
    }

    @Override
    public List<CampaignLine> plans(@Nullable Moment after, int size) {
        return campaigns("announced_at", after, size);
    }

    @Override
    public List<CampaignLine> tasks(@Nullable Moment after, int size) {
        return campaigns("drawn_at", after, size);
    }

    private List<CampaignLine> campaigns(String moment, @Nullable Moment after, int size) {
        String sql = CAMPAIGNS + """
                where c.%1$s is not null and (:afterAt::timestamptz is null or (c.%1$s, c.campaign_id) < (:afterAt, :afterId))
                order by c.%1$s desc, c.campaign_id desc limit :size
                """.formatted(moment);
        return jdbc.sql(sql)
                .param("afterAt", after == null ? null : Columns.moment(after.at()))
                .param("afterId", after == null ? 0 : after.id())
                .param("size", size)
                .query((row, i) -> campaignLine(row))
                .list();
    }

    @Override
    public Optional<CampaignLine> campaign(long campaignId) {
        return jdbc.sql(CAMPAIGNS + "where c.campaign_id = :campaign")
                .param("campaign", campaignId)
                .query((row, i) -> campaignLine(row))
                .optional();
    }

    @Override
    public List<ResultLine> results(@Nullable ResultPosition after, int size) {
        return jdbc.sql(RESULTS + """
                        where :afterDay::date is null or published_on < :afterDay
                           or (published_on = :afterDay and (credit_code, result_id) > (:afterCode, :afterId))
                        order by published_on desc, credit_code, result_id limit :size
                        """)
                .param("afterDay", after == null ? null : after.publishedOn())
                .param("afterCode", after == null ? "" : after.creditCode())
                .param("afterId", after == null ? 0 : after.resultId())
                .param("size", size)
                .query((row, i) -> resultLine(row))
                .list();
    }

    @Override
    public List<ResultLine> resultsOf(long campaignId, @Nullable ResultPosition after, int size) {
        return jdbc.sql(RESULTS + """
                        where campaign_id = :campaign and (credit_code, result_id) > (:afterCode, :afterId)
                        order by credit_code, result_id limit :size
                        """)
                .param("campaign", campaignId)
                .param("afterCode", after == null ? "" : after.creditCode())
                .param("afterId", after == null ? 0 : after.resultId())
                .param("size", size)
                .query((row, i) -> resultLine(row))
                .list();
    }

    @Override
    public List<EnterpriseLine> search(String typed, int size) {
        SearchName name = SearchName.of(typed);
        if (name.length() == 0 || name.length() > NAME_LENGTH_MAX) {
            return List.of();
        }
        if (CODE_PART.matcher(name.value()).matches()) {
            return enterprises(
                    "credit_code like '%' || :part || '%' or (name_grams @> :grams::text[]"
                            + " and search_name like '%' || :part || '%')",
                    name, size);
        }
        return name.length() == 1
                ? enterprises("search_name like :part || '%'", name, size)
                : enterprises("name_grams @> :grams::text[] and search_name like '%' || :part || '%'", name, size);
    }

    private List<EnterpriseLine> enterprises(String condition, SearchName name, int size) {
        return jdbc.sql("select credit_code, enterprise_name from pub.enterprise where " + condition
                        + " order by length(search_name), search_name, credit_code limit :size")
                .param("part", name.value().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("grams", name.grams().toArray(String[]::new))
                .param("size", size)
                .query((row, i) -> new EnterpriseLine(row.getString("credit_code"), row.getString("enterprise_name")))
                .list();
    }

    @Override
    public Optional<EnterpriseLine> enterprise(String creditCode) {
        return jdbc.sql("select credit_code, enterprise_name from pub.enterprise where credit_code = :code")
                .param("code", creditCode)
                .query((row, i) -> new EnterpriseLine(row.getString("credit_code"), row.getString("enterprise_name")))
                .optional();
    }

    @Override
    public List<ResultLine> resultsOf(String creditCode) {
        return jdbc.sql(RESULTS + "where credit_code = :code order by inspected_on desc, result_id desc")
                .param("code", creditCode)
                .query((row, i) -> resultLine(row))
                .list();
    }

    @Override
    public List<DrawLine> draws(@Nullable Moment after, int size) {
        return jdbc.sql(DRAWS + """
                        where :afterAt::timestamptz is null or (d.committed_at, d.draw_id) < (:afterAt, :afterId)
                        order by d.committed_at desc, d.draw_id desc limit :size
                        """)
                .param("afterAt", after == null ? null : Columns.moment(after.at()))
                .param("afterId", after == null ? 0 : after.id())
                .param("size", size)
                .query((row, i) -> drawLine(row))
                .list();
    }

    @Override
    public Optional<DrawPage> draw(long drawId) {
        return jdbc.sql(DRAWS + "where d.draw_id = :draw")
                .param("draw", drawId)
                .query((row, i) -> new DrawPage(
                        drawLine(row),
                        row.getLong("campaign_id"),
                        new String(row.getBytes("rule_json"), StandardCharsets.UTF_8),
                        row.getString("reason"),
                        Columns.instantOrNull(row, "ended_at"),
                        row.getObject("silent_ordinal", Integer.class),
                        row.getString("seed"),
                        row.getObject("visits", Integer.class),
                        row.getString("visit_root"),
                        row.getString("result_digest"),
                        sources(drawId),
                        statements(drawId),
                        Columns.day(row, "ends"),
                        jdbc.sql("select count(*) from pub.drawn_unit where draw_id = :draw")
                                .param("draw", drawId)
                                .query(Long.class)
                                .single(),
                        open(drawId).orElse(null)))
                .optional();
    }

    @Override
    public List<RedrawLine> redraws(Collection<Long> drawIds) {
        return jdbc.sql("""
                        select r.draw_id, c.number, c.name, r.supersedes, fc.number as former_number,
                               fc.name as former_name, r.reason
                        from pub.redraw r
                        join pub.draw d on d.draw_id = r.draw_id
                        join pub.campaign c on c.campaign_id = d.campaign_id
                        join pub.draw f on f.draw_id = r.supersedes
                        join pub.campaign fc on fc.campaign_id = f.campaign_id
                        where r.draw_id = any(:draws) or r.supersedes = any(:draws) order by r.draw_id
                        """)
                .param("draws", drawIds.toArray(Long[]::new))
                .query((row, i) -> new RedrawLine(
                        row.getLong("draw_id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getLong("supersedes"),
                        row.getString("former_number"),
                        row.getString("former_name"),
                        row.getString("reason")))
                .list();
    }

    @Override
    public Optional<FurtherLine> further(long drawId) {
        List<StandingLine> standing = jdbc.sql("""
                        select d.draw_id, c.number, c.name, s.drawn, s.ended, s.visits, s.finished
                        from pub.standing_list s
                        join pub.draw d on d.draw_id = s.standing_draw_id
                        join pub.campaign c on c.campaign_id = d.campaign_id
                        where s.draw_id = :draw order by d.draw_id
                        """)
                .param("draw", drawId)
                .query((row, i) -> new StandingLine(
                        row.getLong("draw_id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getBoolean("drawn"),
                        row.getBoolean("ended"),
                        row.getInt("visits"),
                        row.getInt("finished")))
                .list();
        return jdbc.sql("select reason from pub.further_draw where draw_id = :draw")
                .param("draw", drawId)
                .query((row, i) -> new FurtherLine(row.getString("reason"), standing))
                .optional();
    }

    @Override
    public List<LaterLine> later(long drawId) {
        return jdbc.sql("""
                        select d.draw_id, c.number, c.name, d.committed_at, d.outcome
                        from pub.standing_list s
                        join pub.draw d on d.draw_id = s.draw_id
                        join pub.campaign c on c.campaign_id = d.campaign_id
                        where s.standing_draw_id = :draw order by d.draw_id
                        """)
                .param("draw", drawId)
                .query((row, i) -> new LaterLine(
                        row.getLong("draw_id"),
                        row.getString("number"),
                        row.getString("name"),
                        Columns.instant(row, "committed_at"),
                        row.getString("outcome")))
                .list();
    }

    @Override
    public Optional<ProgressLine> progress(long campaignId) {
        return jdbc.sql("""
                        select c.ends, c.visits,
                               (select count(distinct r.credit_code) from pub.result r
                                where r.campaign_id = c.campaign_id and r.withdrawn_at is null) as results
                        from pub.campaign c where c.campaign_id = :campaign and c.stage = 'DRAWN'
                        """)
                .param("campaign", campaignId)
                .query((row, i) ->
                        new ProgressLine(Columns.day(row, "ends"), row.getInt("visits"), row.getInt("results")))
                .optional();
    }

    private Optional<OpenLine> open(long drawId) {
        return jdbc.sql("select files, bytes, released_at from pub.open_draw where draw_id = :draw")
                .param("draw", drawId)
                .query((row, i) ->
                        new OpenLine(row.getInt("files"), row.getLong("bytes"), Columns.instant(row, "released_at")))
                .optional();
    }

    @Override
    public Optional<byte[]> openPiece(long drawId, String file, int piece) {
        return jdbc.sql("select content from pub.open_piece where draw_id = :draw and file = :file and piece = :piece")
                .param("draw", drawId)
                .param("file", file)
                .param("piece", piece)
                .query((row, i) -> row.getBytes("content"))
                .optional();
    }

    private List<StatementLine> statements(long drawId) {
        return jdbc.sql("""
                        select s.ordinal, s.says, s.evidence, s.stated_at,
                               exists (select from pub.draw_statement r where r.draw_id = s.draw_id
                                       and r.ordinal = s.ordinal and r.replaces = s.number) as taken_back
                        from pub.draw_statement s
                        where s.draw_id = :draw order by s.ordinal, s.number
                        """)
                .param("draw", drawId)
                .query((row, i) -> new StatementLine(
                        row.getInt("ordinal"),
                        row.getString("says"),
                        row.getString("evidence"),
                        Columns.instant(row, "stated_at"),
                        row.getBoolean("taken_back")))
                .list();
    }

    private List<SourceLine> sources(long drawId) {
        return jdbc.sql("""
                        select ordinal, revision, name, kind, due, answered, value, evidence, reason, published_at
                        from pub.draw_source where draw_id = :draw order by ordinal, revision
                        """)
                .param("draw", drawId)
                .query((row, i) -> new SourceLine(
                        row.getInt("ordinal"),
                        row.getInt("revision"),
                        row.getString("name"),
                        row.getString("kind"),
                        Columns.instant(row, "due"),
                        row.getString("answered"),
                        row.getString("value"),
                        row.getString("evidence"),
                        row.getString("reason"),
                        Columns.instant(row, "published_at")))
                .list();
    }

    @Override
    public List<UnitLine> units(long drawId, @Nullable String afterCode, int size) {
        return jdbc.sql("""
                        select credit_code, enterprise_name, proof_json from pub.drawn_unit
                        where draw_id = :draw and credit_code > :afterCode order by credit_code limit :size
                        """)
                .param("draw", drawId)
                .param("afterCode", afterCode == null ? "" : afterCode)
                .param("size", size)
                .query((row, i) -> new UnitLine(
                        row.getString("credit_code"), row.getString("enterprise_name"), row.getString("proof_json")))
                .list();
    }

    @Override
    public Optional<LedgerHead> ledgerHead() {
        return jdbc.sql("select day, seq, hash, published_at from pub.ledger_head order by day desc limit 1")
                .query((row, i) -> new LedgerHead(
                        Columns.day(row, "day"),
                        row.getLong("seq"),
                        row.getString("hash"),
                        Columns.instant(row, "published_at")))
                .optional();
    }

    private static CampaignLine campaignLine(ResultSet row) throws SQLException {
        return new CampaignLine(
                row.getLong("campaign_id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("department_name"),
                row.getString("item_name"),
                row.getBoolean("targeted"),
                Columns.day(row, "starts"),
                Columns.day(row, "ends"),
                row.getString("stage"),
                row.getInt("frame_size"),
                row.getObject("visits", Integer.class),
                Columns.instant(row, "announced_at"),
                Columns.instantOrNull(row, "drawn_at"),
                Columns.longOrNull(row, "draw_id"));
    }

    private static ResultLine resultLine(ResultSet row) throws SQLException {
        return new ResultLine(
                row.getLong("result_id"),
                row.getString("credit_code"),
                row.getString("enterprise_name"),
                row.getLong("campaign_id"),
                row.getString("campaign_number"),
                row.getString("campaign_name"),
                row.getString("department_name"),
                row.getString("item_name"),
                Columns.texts(row, "categories"),
                row.getString("result_text"),
                Columns.day(row, "inspected_on"),
                Columns.day(row, "published_on"),
                Columns.instantOrNull(row, "withdrawn_at"),
                row.getString("withdrawn_reason"),
                Columns.longOrNull(row, "corrects"));
    }

    private static DrawLine drawLine(ResultSet row) throws SQLException {
        return new DrawLine(
                row.getLong("draw_id"),
                row.getString("office_name"),
                row.getLong("serial"),
                row.getString("mode"),
                row.getString("digest"),
                row.getString("outcome"),
                row.getString("commitment"),
                Columns.instant(row, "committed_at"),
                Columns.instantOrNull(row, "drawn_at"),
                row.getString("number"),
                row.getString("name"));
    }
}
