package org.shuangsuiji.publication.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.publication.Notices;
import org.shuangsuiji.publication.notice.PublicCampaign;
import org.shuangsuiji.publication.notice.PublicDraw;
import org.shuangsuiji.publication.notice.PublicItem;
import org.shuangsuiji.publication.notice.PublicMatterList;
import org.shuangsuiji.publication.notice.PublicOpenDraw;
import org.shuangsuiji.publication.notice.PublicResult;
import org.shuangsuiji.publication.notice.PublicUnit;
import org.shuangsuiji.publication.notice.SearchName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices {
    private static final int UNITS_PER_STATEMENT = 1_000;

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int replaceItems(long departmentId, List<PublicItem> items, Instant at) {
        int changed = jdbc.sql("""
                        update pub.item set removed_at = :at
                        where department_id = :department and removed_at is null and item_id <> all (:items)
                        """)
                .param("department", departmentId)
                .param("items", items.stream().map(PublicItem::itemId).toArray(Long[]::new))
                .param("at", Columns.moment(at))
                .update();
        for (PublicItem item : items) {
            changed += jdbc.sql("""
                            insert into pub.item (item_id, code, name, category, department_id, department_name, basis,
                                subject_kinds, methods, content, published_at)
                            values (:id, :code, :name, :category, :department, :departmentName, :basis, :subjects,
                                :methods, :content, :at)
                            on conflict (item_id) do update set removed_at = null where item.removed_at is not null
                            """)
                    .param("id", item.itemId())
                    .param("code", item.code())
                    .param("name", item.name())
                    .param("category", item.category())
                    .param("department", item.departmentId())
                    .param("departmentName", item.departmentName())
                    .param("basis", item.basis())
                    .param("subjects", item.subjectKinds().toArray(String[]::new))
                    .param("methods", item.methods().toArray(String[]::new))
                    .param("content", item.content())
                    .param("at", Columns.moment(at))
                    .update();
        }
        return changed;
    }

    @Override
    public boolean addMatters(PublicMatterList list) {
        boolean added = jdbc.sql("""
                        insert into pub.matter_list (list_id, department_id, department_name, number, effective_on,
                            published_at)
                        values (:id, :department, :departmentName, :number, :effective, :at)
                        on conflict (list_id) do nothing
                        """)
                        .param("id", list.listId())
                        .param("department", list.departmentId())
                        .param("departmentName", list.departmentName())
                        .param("number", list.number())
                        .param("effective", list.effectiveOn())
                        .param("at", Columns.moment(list.publishedAt()))
                        .update()
                == 1;
        if (added) {
            list.matters().forEach(matter -> add(list.listId(), matter));
        }
        return added;
    }

    private void add(long listId, PublicMatterList.Matter matter) {
        jdbc.sql("""
                        insert into pub.matter (list_id, code, change, name, kinds, fields, basis, department_name,
                            frequency, share, open)
                        values (:list, :code, :change, :name, :kinds, :fields, :basis, :department, :frequency,
                            :share, :open)
                        """)
                .param("list", listId)
                .param("code", matter.code())
                .param("change", matter.change())
                .param("name", matter.name())
                .param("kinds", matter.kinds().stream().map(RecordKind::name).toArray(String[]::new))
                .param("fields", matter.fields())
                .param("basis", matter.basis())
                .param("department", matter.departmentName())
                .param("frequency", matter.frequency())
                .param("share", matter.share())
                .param("open", matter.open())
                .update();
    }

    @Override
    public boolean announce(PublicCampaign campaign, PublicDraw draw, Instant at) {
        jdbc.sql("""
                        insert into pub.campaign (campaign_id, number, name, department_name, item_name, targeted,
                            starts, ends, stage, frame_size, announced_at)
                        values (:id, :number, :name, :department, :item, :targeted, :starts, :ends, 'ANNOUNCED',
                            :frameSize, :at)
                        on conflict (campaign_id) do nothing
                        """)
                .param("id", campaign.campaignId())
                .param("number", campaign.number())
                .param("name", campaign.name())
                .param("department", campaign.departmentName())
                .param("item", campaign.itemName())
                .param("targeted", campaign.targeted())
                .param("starts", campaign.starts())
                .param("ends", campaign.ends())
                .param("frameSize", campaign.frameSize())
                .param("at", Columns.moment(at))
                .update();
        return jdbc.sql("""
                        insert into pub.draw (draw_id, campaign_id, office_name, serial, mode, digest, rule_json,
                            commitment, committed_at, outcome)
                        values (:draw, :campaign, :office, :serial, :mode, :digest, :rule, :commitment, :committedAt,
                            'COMMITTED')
                        on conflict (draw_id) do nothing
                        """)
                        .param("draw", draw.drawId())
                        .param("campaign", draw.campaignId())
                        .param("office", draw.officeName())
                        .param("serial", draw.serial())
                        .param("mode", draw.mode())
                        .param("digest", draw.digest())
                        .param("rule", draw.ruleJson().getBytes(StandardCharsets.UTF_8))
                        .param("commitment", draw.commitment())
                        .param("committedAt", Columns.moment(draw.committedAt()))
                        .update()
                == 1;
    }

    @Override
    public void anew(long drawId, PublicDraw.Redraw redraw) {
        jdbc.sql("insert into pub.redraw (draw_id, supersedes, reason) values (:draw, :supersedes, :reason)")
                .param("draw", drawId)
                .param("supersedes", redraw.supersedes())
                .param("reason", redraw.reason())
                .update();
    }

    @Override
    public void beside(long drawId, PublicDraw.Further further) {
        jdbc.sql("insert into pub.further_draw (draw_id, reason) values (:draw, :reason)")
                .param("draw", drawId)
                .param("reason", further.reason())
                .update();
        for (PublicDraw.Standing standing : further.standing()) {
            jdbc.sql("""
                            insert into pub.standing_list (draw_id, standing_draw_id, drawn, ended, visits, finished)
                            values (:draw, :standing, :drawn, :ended, :visits, :finished)
                            """)
                    .param("draw", drawId)
                    .param("standing", standing.drawId())
                    .param("drawn", standing.drawn())
                    .param("ended", standing.ended())
                    .param("visits", standing.visits())
                    .param("finished", standing.finished())
                    .update();
        }
    }

    @Override
    public boolean drawn(long drawId, PublicDraw.Outcome outcome) {
        int updated = jdbc.sql("""
                        update pub.draw set outcome = 'DRAWN', seed = :seed, visits = :visits, visit_root = :root,
                            result_digest = :digest, drawn_at = :at
                        where draw_id = :draw and outcome = 'COMMITTED'
                        """)
                .param("draw", drawId)
                .param("seed", outcome.seed())
                .param("visits", outcome.visits())
                .param("root", outcome.visitRoot())
                .param("digest", outcome.resultDigest())
                .param("at", Columns.moment(outcome.drawnAt()))
                .update();
        if (updated == 0) {
            return false;
        }
        jdbc.sql("""
                        update pub.campaign set stage = 'DRAWN', visits = :visits, drawn_at = :at
                        where campaign_id = (select campaign_id from pub.draw where draw_id = :draw)
                        """)
                .param("draw", drawId)
                .param("visits", outcome.visits())
                .param("at", Columns.moment(outcome.drawnAt()))
                .update();
        return true;
    }

    @Override
    public boolean addSource(long drawId, PublicDraw.Source source, Instant at) {
        return jdbc.sql("""
                        insert into pub.draw_source (draw_id, ordinal, revision, name, kind, due, answered, value,
                            evidence, reason, published_at)
                        values (:draw, :ordinal, :revision, :name, :kind, :due, :answered, :value, :evidence, :reason,
                            :at)
                        on conflict (draw_id, ordinal, revision) do nothing
                        """)
                        .param("draw", drawId)
                        .param("ordinal", source.ordinal())
                        .param("revision", source.revision())
                        .param("name", source.name())
                        .param("kind", source.kind())
                        .param("due", Columns.moment(source.due()))
                        .param("answered", source.answered())
                        .param("value", source.value())
                        .param("evidence", source.evidence())
                        .param("reason", source.reason())
                        .param("at", Columns.moment(at))
                        .update()
                == 1;
    }

    @Override
    public boolean addStatement(long drawId, PublicDraw.Statement statement, Instant at) {
        return jdbc.sql("""
                        insert into pub.draw_statement
                            (draw_id, ordinal, number, replaces, says, evidence, stated_at, published_at)
                        values (:draw, :ordinal, :number, :replaces, :says, :evidence, :statedAt, :at)
                        on conflict (draw_id, ordinal, number) do nothing
                        """)
                        .param("draw", drawId)
                        .param("ordinal", statement.ordinal())
                        .param("number", statement.number())
                        .param("replaces", statement.replaces())
                        .param("says", statement.says())
                        .param("evidence", statement.evidence())
                        .param("statedAt", Columns.moment(statement.statedAt()))
                        .param("at", Columns.moment(at))
                        .update()
                == 1;
    }

    @Override
    public boolean ended(long drawId, String outcome, @Nullable Integer silentOrdinal, String reason, Instant at) {
        int updated = jdbc.sql("""
                        update pub.draw set outcome = :outcome, reason = :reason, silent_ordinal = :silent, ended_at = :at
                        where draw_id = :draw and outcome = 'COMMITTED'
                        """)
                .param("draw", drawId)
                .param("outcome", outcome)
                .param("reason", reason)
                .param("silent", silentOrdinal)
                .param("at", Columns.moment(at))
                .update();
        if (updated == 0) {
            return false;
        }
        jdbc.sql("""
                        update pub.campaign set stage = 'CANCELLED'
                        where campaign_id = (select campaign_id from pub.draw where draw_id = :draw)
                        """).param("draw", drawId).update();
        return true;
    }

    @Override
    public void addResults(List<PublicResult> lines, LocalDate on, Instant at) {
        for (PublicResult line : lines) {
            putEnterprise(line.creditCode(), line.enterpriseName());
            jdbc.sql("""
                            insert into pub.result (credit_code, enterprise_name, campaign_id, campaign_number,
                                campaign_name, department_name, seq, item_name, categories, result_text, inspected_on,
                                published_on, published_at, corrects)
                            values (:code, :name, :campaign, :number, :campaignName, :department, :seq, :item,
                                :categories, :text, :inspectedOn, :on, :at,
                                (select max(result_id) from pub.result
                                 where credit_code = :code and campaign_id = :campaign
                                   and department_name = :department and seq = :seq))
                            """)
                    .param("code", line.creditCode())
                    .param("name", line.enterpriseName())
                    .param("campaign", line.campaignId())
                    .param("number", line.campaignNumber())
                    .param("campaignName", line.campaignName())
                    .param("department", line.departmentName())
                    .param("seq", line.seq())
                    .param("item", line.itemName())
                    .param("categories", line.categories().toArray(String[]::new))
                    .param("text", line.resultText())
                    .param("inspectedOn", line.inspectedOn())
                    .param("on", on)
                    .param("at", Columns.moment(at))
                    .update();
        }
    }

    private void putEnterprise(String creditCode, String name) {
        var searched = SearchName.of(name);
        jdbc.sql("""
                        insert into pub.enterprise (credit_code, enterprise_name, search_name, name_grams)
                        values (:code, :name, :searched, :grams)
                        on conflict (credit_code) do update set enterprise_name = excluded.enterprise_name,
                            search_name = excluded.search_name, name_grams = excluded.name_grams
                        where enterprise.enterprise_name <> excluded.enterprise_name
                        """)
                .param("code", creditCode)
                .param("name", name)
                .param("searched", searched.value())
                .param("grams", searched.grams().toArray(String[]::new))
                .update();
    }

    @Override
    public int withdraw(long campaignId, String departmentName, String creditCode, String reason, Instant at) {
        return jdbc.sql("""
                        update pub.result set withdrawn_at = :at, withdrawn_reason = :reason, categories = '{}',
                            result_text = ''
                        where campaign_id = :campaign and department_name = :department and credit_code = :code
                          and withdrawn_at is null
                        """)
                .param("campaign", campaignId)
                .param("department", departmentName)
                .param("code", creditCode)
                .param("reason", reason)
                .param("at", Columns.moment(at))
                .update();
    }

    @Override
    public List<Long> releasable(LocalDate day) {
        return jdbc.sql("""
                        select d.draw_id from pub.draw d join pub.campaign c on c.campaign_id = d.campaign_id
                        where d.outcome = 'DRAWN' and d.visits > 0 and c.ends < :day
                          and (not exists (select from pub.drawn_unit u where u.draw_id = d.draw_id)
                               or d.mode = 'OPEN' and not exists (select from pub.open_draw o where o.draw_id = d.draw_id))
                        order by d.draw_id
                        """).param("day", day).query(Long.class).list();
    }

    @Override
    public Optional<PublicDraw.Drawn> lockDrawn(long drawId) {
        return jdbc.sql("""
                        select mode = 'OPEN' as open, commitment, seed, visits, visit_root from pub.draw
                        where draw_id = :draw and outcome = 'DRAWN' for update
                        """)
                .param("draw", drawId)
                .query((row, i) -> new PublicDraw.Drawn(
                        row.getBoolean("open"),
                        row.getString("commitment"),
                        row.getString("seed"),
                        row.getInt("visits"),
                        row.getString("visit_root")))
                .optional();
    }

    @Override
    public boolean release(long drawId, List<PublicUnit> units, Instant at) {
        boolean released = jdbc.sql("select exists (select from pub.drawn_unit where draw_id = :draw)")
                .param("draw", drawId)
                .query(Boolean.class)
                .single();
        if (!released) {
            for (int from = 0; from < units.size(); from += UNITS_PER_STATEMENT) {
                addUnits(drawId, units.subList(from, Math.min(units.size(), from + UNITS_PER_STATEMENT)), at);
            }
        }
        return !released;
    }

    @Override
    public boolean open(long drawId, PublicOpenDraw open, Instant at) {
        boolean opened = jdbc.sql("select exists (select from pub.open_draw where draw_id = :draw)")
                .param("draw", drawId)
                .query(Boolean.class)
                .single();
        if (!opened) {
            long bytes = 0;
            for (PublicOpenDraw.File file : open.files()) {
                bytes += new OpenPieces(jdbc, drawId, file.name()).store(file.content());
            }
            jdbc.sql(
                            "insert into pub.open_draw (draw_id, files, bytes, released_at) values (:draw, :files, :bytes, :at)")
                    .param("draw", drawId)
                    .param("files", open.files().size())
                    .param("bytes", bytes)
                    .param("at", Columns.moment(at))
                    .update();
        }
        return !opened;
    }

    /** Many rows by one statement: after each the database counts that they are not more than were announced. */
    private void addUnits(long drawId, List<PublicUnit> units, Instant at) {
        jdbc.sql("""
                        insert into pub.drawn_unit (draw_id, credit_code, enterprise_name, proof_json, released_at)
                        select :draw, u.code, u.name, u.proof, :at
                        from unnest(:codes, :names, :proofs) as u (code, name, proof)
                        """)
                .param("draw", drawId)
                .param("codes", texts(units, PublicUnit::creditCode))
                .param("names", texts(units, PublicUnit::enterpriseName))
                .param("proofs", texts(units, PublicUnit::proofJson))
                .param("at", Columns.moment(at))
                .update();
    }

    private static String[] texts(List<PublicUnit> units, Function<PublicUnit, String> text) {
        return units.stream().map(text).toArray(String[]::new);
    }

    @Override
    public boolean ledgerHead(LocalDate day, long seq, String hash, Instant at) {
        return jdbc.sql("""
                        insert into pub.ledger_head (day, seq, hash, published_at) values (:day, :seq, :hash, :at)
                        on conflict (day) do nothing
                        """)
                        .param("day", day)
                        .param("seq", seq)
                        .param("hash", hash)
                        .param("at", Columns.moment(at))
                        .update()
                == 1;
    }
}
