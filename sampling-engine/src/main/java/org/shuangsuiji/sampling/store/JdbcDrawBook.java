package org.shuangsuiji.sampling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.Campaign;
import org.shuangsuiji.sampling.DrawBook;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.SourceEntry;
import org.shuangsuiji.sampling.SourceStatement;
import org.shuangsuiji.sampling.StandingList;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.draw.Commitment;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Master;
import org.shuangsuiji.sampling.draw.Mode;
import org.shuangsuiji.sampling.draw.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawBook implements DrawBook {
    private static final String WHICH_LISTS_STILL_STAND = SqlFile.read("which-lists-still-stand");

    private static final String SHEETS = """
            select w.id, w.campaign_id, c.name as campaign_name, w.office_id, w.office_code, o.name as office_name,
                   w.serial, w.name, w.mode, w.digest, w.chain, w.commitment, w.state, w.first_due,
                   coalesce(f.name, w.committed_by) as committed_by, w.committed_at,
                   coalesce(p.name, w.ended_by) as ended_by, w.ended_at, w.end_reason,
                   w.silent_place,
                   w.seed, w.visit_root, w.visits, w.result_digest
            from sampling.draw w
            join sampling.campaign c on c.id = w.campaign_id
            join office.department d on d.id = c.department_id
            join office.department o on o.id = w.office_id
            left join office.person f on f.account = w.committed_by
            left join office.person p on p.account = w.ended_by
            """;

    private static final int LISTS_OF_A_REGION = 0x73616d70;

    private final JdbcClient jdbc;

    JdbcDrawBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long newId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('sampling.draw', 'id'))")
                .query(Long.class)
                .single();
    }

    @Override
    public ChainEnd lockChain(Department office) {
        // offices above and below it in its region close lists of the same items
        jdbc.sql("select pg_advisory_xact_lock(:lists, hashtext(:region))")
                .param("lists", LISTS_OF_A_REGION)
                .param("region", office.region().prefix())
                .query()
                .listOfRows();
        jdbc.sql("""
                        insert into sampling.draw_chain (office_id, last_serial, last_commitment)
                        values (:office, 0, :none) on conflict (office_id) do nothing""")
                .param("office", office.id())
                .param("none", Commitment.NONE.hex())
                .update();
        return jdbc.sql("""
                        select last_serial, last_commitment from sampling.draw_chain
                        where office_id = :office for update""")
                .param("office", office.id())
                .query((row, number) -> new ChainEnd(
                        row.getLong("last_serial"), new Commitment(new Hash(row.getString("last_commitment")))))
                .single();
    }

    @Override
    public void commit(
            long drawId,
            Campaign campaign,
            Department office,
            List<TargetRow> targets,
            List<StratumRow> strata,
            CommittedDraw committed,
            Actor actor,
            Instant at) {
        Rule rule = committed.rule();
        jdbc.sql("""
                        insert into sampling.draw (id, campaign_id, office_id, office_code, serial, chain, commitment,
                            name, mode, digest, rule_json, first_due, state, committed_by, committed_at)
                        values (:id, :campaign, :office, :officeCode, :serial, :chain, :commitment,
                            :name, :mode, :digest, :rule, :firstDue, 'COMMITTED', :by, :at)""")
                .param("id", drawId)
                .param("campaign", campaign.id())
                .param("office", office.id())
                .param("officeCode", rule.office())
                .param("serial", rule.serial())
                .param("chain", rule.chain().hex())
                .param("commitment", committed.commitment().hex())
                .param("name", rule.draw())
                .param("mode", rule.mode().name())
                .param("digest", rule.digest().name())
                .param("rule", rule.bytes())
                .param("firstDue", Instants.param(rule.sources().get(0).due()))
                .param("by", actor.account())
                .param("at", Instants.param(at))
                .update();
        jdbc.sql("""
                        insert into sampling.draw_secret (draw_id, master, inspectors_tsv)
                        values (:id, :master, :inspectors)""")
                .param("id", drawId)
                .param("master", committed.sealed().master().bytes())
                .param("inspectors", committed.inspectors().bytes())
                .update();
        targets.forEach(target -> insert(drawId, target, rule));
        strata.forEach(stratum -> insert(drawId, stratum));
        jdbc.sql("""
                        update sampling.draw_chain set last_serial = :serial, last_commitment = :commitment
                        where office_id = :office""")
                .param("serial", rule.serial())
                .param("commitment", committed.commitment().hex())
                .param("office", office.id())
                .update();
    }

    private void insert(long drawId, TargetRow target, Rule rule) {
        jdbc.sql("""
                        insert into sampling.draw_target (draw_id, frame_no, department_id, department, size, take, root)
                        values (:draw, :frame, :departmentId, :department, :size, :take, :root)""")
                .param("draw", drawId)
                .param("frame", target.frameNo())
                .param("departmentId", target.departmentId())
                .param("department", target.department())
                .param("size", target.size())
                .param("take", target.take())
                .param("root", rule.target(target.department()).root().hex())
                .update();
    }

    private void insert(long drawId, StratumRow stratum) {
        jdbc.sql("""
                        insert into sampling.draw_stratum (draw_id, frame_no, stratum, rank, size, take, reserve)
                        values (:draw, :frame, :stratum, :rank, :size, :take, :reserve)""")
                .param("draw", drawId)
                .param("frame", stratum.frameNo())
                .param("stratum", stratum.stratum())
                .param("rank", stratum.rank())
                .param("size", stratum.size())
                .param("take", stratum.take())
                .param("reserve", stratum.reserve())
                .update();
    }

    @Override
    public List<StandingList> standing(Department office, long campaignId) {
        return jdbc.sql(WHICH_LISTS_STILL_STAND)
                .param("office", office.id())
                .param("regions", office.region().spellings().toArray(String[]::new))
                .param("campaign", campaignId)
                .query((row, number) -> new StandingList(
                        row.getLong("draw_id"),
                        row.getLong("campaign_id"),
                        row.getString("number"),
                        row.getString("name"),
                        StandingList.State.valueOf(row.getString("state")),
                        row.getInt("visits"),
                        row.getInt("finished")))
                .list();
    }

    @Override
    public void beside(long drawId, List<StandingList> standing, String reason) {
        jdbc.sql("insert into sampling.further_draw (draw_id, reason) values (:draw, :reason)")
                .param("draw", drawId)
                .param("reason", reason)
                .update();
        for (StandingList list : standing) {
            jdbc.sql("""
                            insert into sampling.standing_list
                                (draw_id, standing_draw_id, drawn, ended, visits, finished)
                            values (:draw, :standing, :drawn, :ended, :visits, :finished)""")
                    .param("draw", drawId)
                    .param("standing", list.drawId())
                    .param("drawn", list.drawn())
                    .param("ended", list.ended())
                    .param("visits", list.visits())
                    .param("finished", list.finished())
                    .update();
        }
    }

    @Override
    public Optional<DrawSheet> find(long drawId, Scope scope) {
        return jdbc.sql(SHEETS + "where w.id = :id and d.path like :departments")
                .param("id", drawId)
                .param("departments", scope.departmentsLike())
                .query(JdbcDrawBook::sheet)
                .optional();
    }

    @Override
    public Optional<DrawSheet> latest(long campaignId, Scope scope) {
        return jdbc.sql(SHEETS
                        + "where w.campaign_id = :campaign and d.path like :departments order by w.id desc limit 1")
                .param("campaign", campaignId)
                .param("departments", scope.departmentsLike())
                .query(JdbcDrawBook::sheet)
                .optional();
    }

    @Override
    public DrawSheet lock(long drawId) {
        jdbc.sql("select id from sampling.draw where id = :id for update")
                .param("id", drawId)
                .query(Long.class)
                .single();
        // Read after the lock: a locking read looks again at the locked row alone and would keep the names joined to it
        // before, so that whoever lost a race would not be told the name of who won.
        return jdbc.sql(SHEETS + "where w.id = :id")
                .param("id", drawId)
                .query(JdbcDrawBook::sheet)
                .single();
    }

    @Override
    public List<DrawSheet> committed(Scope scope) {
        return jdbc.sql(SHEETS + "where w.state = 'COMMITTED' and d.path like :departments order by w.id")
                .param("departments", scope.departmentsLike())
                .query(JdbcDrawBook::sheet)
                .list();
    }

    @Override
    public List<DrawSheet> rows(Scope scope, long below, int count) {
        return jdbc.sql(SHEETS + "where w.id < :below and d.path like :departments order by w.id desc limit :count")
                .param("below", below)
                .param("departments", scope.departmentsLike())
                .param("count", count)
                .query(JdbcDrawBook::sheet)
                .list();
    }

    @Override
    public byte[] rule(long drawId) {
        return jdbc.sql("select rule_json from sampling.draw where id = :id")
                .param("id", drawId)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Override
    public byte @Nullable [] result(long drawId) {
        return jdbc.sql("select result_json from sampling.draw where id = :id and result_json is not null")
                .param("id", drawId)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    @Override
    public Master master(long drawId) {
        return Master.of(jdbc.sql("select master from sampling.draw_secret where draw_id = :id")
                .param("id", drawId)
                .query((row, number) -> row.getBytes(1))
                .single());
    }

    @Override
    public byte[] inspectors(long drawId) {
        return jdbc.sql("select inspectors_tsv from sampling.draw_secret where draw_id = :id")
                .param("id", drawId)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Override
    public List<TargetRow> targets(long drawId) {
        return jdbc.sql("select * from sampling.draw_target where draw_id = :id order by frame_no")
                .param("id", drawId)
                .query((row, number) -> new TargetRow(
                        row.getInt("frame_no"),
                        row.getLong("department_id"),
                        row.getString("department"),
                        row.getInt("size"),
                        row.getInt("take")))
                .list();
    }

    @Override
    public List<StratumRow> strata(long drawId) {
        return jdbc.sql("""
                        select * from sampling.draw_stratum where draw_id = :id order by frame_no, stratum collate "C"
                        """)
                .param("id", drawId)
                .query((row, number) -> new StratumRow(
                        row.getInt("frame_no"),
                        row.getString("stratum"),
                        row.getShort("rank"),
                        row.getInt("size"),
                        row.getInt("take"),
                        row.getInt("reserve")))
                .list();
    }

    @Override
    public List<SourceEntry> values(long drawId) {
        SortedMap<Integer, SourceEntry> latest = new TreeMap<>();
        entries(drawId).forEach(entry -> latest.put(entry.place(), entry));
        return List.copyOf(latest.values());
    }

    @Override
    public List<SourceEntry> entries(long drawId) {
        return jdbc.sql("""
                        select v.place, v.revision, v.spoken, v.value, v.evidence, v.reason,
                               v.entered_by, coalesce(p.name, v.entered_by) as name, v.entered_at
                        from sampling.source_value v left join office.person p on p.account = v.entered_by
                        where v.draw_id = :id order by v.place, v.revision""")
                .param("id", drawId)
                .query((row, number) -> new SourceEntry(
                        row.getInt("place"),
                        row.getInt("revision"),
                        SourceEntry.Spoken.valueOf(row.getString("spoken")),
                        row.getString("value"),
                        row.getString("evidence"),
                        row.getString("reason"),
                        row.getString("entered_by"),
                        row.getString("name"),
                        Instants.of(row, "entered_at")))
                .list();
    }

    @Override
    public List<SourceStatement> statements(long drawId) {
        return jdbc.sql("""
                        select s.place, s.number, s.replaces, s.says, s.stated_by, coalesce(p.name, s.stated_by) as name, s.stated_at, s.evidence
                        from sampling.source_statement s left join office.person p on p.account = s.stated_by
                        where s.draw_id = :id order by s.place, s.number""")
                .param("id", drawId)
                .query((row, number) -> new SourceStatement(
                        row.getInt("place"),
                        row.getInt("number"),
                        row.getObject("replaces", Integer.class),
                        SourceStatement.Says.valueOf(row.getString("says")),
                        row.getString("stated_by"),
                        row.getString("name"),
                        Instants.of(row, "stated_at"),
                        row.getString("evidence")))
                .list();
    }

    @Override
    public void state(long drawId, SourceStatement statement) {
        jdbc.sql("""
                        insert into sampling.source_statement
                            (draw_id, place, number, replaces, says, stated_by, stated_at, evidence)
                        values (:draw, :place, :number, :replaces, :says, :by, :at, :evidence)""")
                .param("draw", drawId)
                .param("place", statement.place())
                .param("number", statement.number())
                .param("replaces", statement.replaces())
                .param("says", statement.says().name())
                .param("by", statement.account())
                .param("at", Instants.param(statement.statedAt()))
                .param("evidence", statement.evidence())
                .update();
    }

    @Override
    public boolean enter(long drawId, SourceEntry entry) {
        return jdbc.sql("""
                        insert into sampling.source_value
                            (draw_id, place, revision, spoken, value, evidence, reason, entered_by, entered_at)
                        values (:draw, :place, :revision, :spoken, :value, :evidence, :reason, :by, :at)
                        on conflict (draw_id, place, revision) do nothing""")
                        .param("draw", drawId)
                        .param("place", entry.place())
                        .param("revision", entry.revision())
                        .param("spoken", entry.spoken().name())
                        .param("value", entry.value())
                        .param("evidence", entry.evidence())
                        .param("reason", entry.reason())
                        .param("by", entry.account())
                        .param("at", Instants.param(entry.enteredAt()))
                        .update()
                == 1;
    }

    @Override
    public boolean end(
            long drawId, DrawSheet.State state, @Nullable Integer silentPlace, String reason, Actor actor, Instant at) {
        return jdbc.sql("""
                        update sampling.draw set state = :state, silent_place = :silent, end_reason = :reason,
                            ended_by = :by, ended_at = :at
                        where id = :id and state = 'COMMITTED'""")
                        .param("state", state.name())
                        .param("silent", silentPlace)
                        .param("reason", reason)
                        .param("by", actor.account())
                        .param("at", Instants.param(at))
                        .param("id", drawId)
                        .update()
                == 1;
    }

    @Override
    public boolean drawn(long drawId, Draw draw, Actor actor, Instant at) {
        Hash root = draw.result().visitRoot();
        return jdbc.sql("""
                        update sampling.draw
                        set state = 'DRAWN', seed = :seed, visit_root = :root, visits = :visits,
                            result_digest = :digest, result_json = :result, ended_by = :by, ended_at = :at
                        where id = :id and state = 'COMMITTED'""")
                        .param("seed", draw.seed().hex())
                        .param("root", root == null ? "" : root.hex())
                        .param("visits", draw.result().visits().size())
                        .param("digest", draw.resultDigest().hex())
                        .param("result", draw.resultBytes())
                        .param("by", actor.account())
                        .param("at", Instants.param(at))
                        .param("id", drawId)
                        .update()
                == 1;
    }

    private static DrawSheet sheet(ResultSet row, int number) throws SQLException {
        return new DrawSheet(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getString("campaign_name"),
                row.getLong("office_id"),
                row.getString("office_code"),
                row.getString("office_name"),
                row.getLong("serial"),
                row.getString("name"),
                Mode.valueOf(row.getString("mode")),
                Digest.valueOf(row.getString("digest")),
                row.getString("chain"),
                row.getString("commitment"),
                DrawSheet.State.valueOf(row.getString("state")),
                Instants.of(row, "first_due"),
                row.getString("committed_by"),
                Instants.of(row, "committed_at"),
                row.getString("ended_by"),
                Instants.nullable(row, "ended_at"),
                row.getString("end_reason"),
                row.getObject("silent_place", Integer.class),
                row.getString("seed"),
                row.getString("visit_root"),
                row.getObject("visits", Integer.class),
                row.getString("result_digest"));
    }
}
