package org.shuangsuiji.sampling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.DrawBook;
import org.shuangsuiji.sampling.DrawnVisits;
import org.shuangsuiji.sampling.VisitRow;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Frame;
import org.shuangsuiji.sampling.draw.Pick;
import org.shuangsuiji.sampling.draw.Reserve;
import org.shuangsuiji.sampling.draw.Result;
import org.shuangsuiji.sampling.draw.Team;
import org.shuangsuiji.sampling.draw.Unfilled;
import org.shuangsuiji.sampling.draw.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawnVisits implements DrawnVisits {
    private final JdbcClient jdbc;
    private final DataSource source;
    private final FramePieces pieces;

    JdbcDrawnVisits(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
        this.pieces = new FramePieces(source);
    }

    /** What the office knows of a unit at the draw. */
    private record Known(
            long enterpriseId,
            String name,
            String region,
            @Nullable String address) {}

    /** A unit as its frame names it. */
    private record Frozen(long enterpriseId, String region) {}

    /** An enterprise as the register names it. */
    private record Named(String name, @Nullable String address) {}

    @Override
    public void store(long drawId, long campaignId, List<DrawBook.TargetRow> targets, Draw draw) {
        Result result = draw.result();
        LocalDate countsOn = draw.rule().ends();
        Map<String, DrawBook.TargetRow> byDepartment = new HashMap<>();
        targets.forEach(target -> byDepartment.put(target.department(), target));
        Map<String, Known> known = known(drawId, targets, draw);
        List<Visit> visits = result.visits();
        List<Long> ids = newIds(visits.size());
        BulkRows.into(
                source,
                "sampling.visit (id, draw_id, campaign_id, place, unit, enterprise_id, name, region, address, ticket)",
                rows -> {
                    for (int i = 0; i < visits.size(); i++) {
                        Visit visit = visits.get(i);
                        Known unit = of(known, visit.unit());
                        rows.put(ids.get(i))
                                .put(drawId)
                                .put(campaignId)
                                .put(i + 1L)
                                .put(visit.unit())
                                .put(unit.enterpriseId())
                                .put(unit.name())
                                .put(unit.region())
                                .put(unit.address())
                                .put(visit.ticket().hex())
                                .end();
                    }
                });
        storePicks(visits, ids, byDepartment, known, countsOn);
        storeTeams(visits, ids, byDepartment);
        storeUnfilled(result, ids, byDepartment);
        storeReserves(drawId, result.reserves(), byDepartment, known);
    }

    /** Who the drawn units and the reserves were at the freeze, under their names and addresses of now. */
    private Map<String, Known> known(long drawId, List<DrawBook.TargetRow> targets, Draw draw) {
        Set<String> wanted = new HashSet<>();
        draw.result().visits().forEach(visit -> wanted.add(visit.unit()));
        draw.result().reserves().forEach(reserve -> wanted.addAll(reserve.units()));
        Map<String, Frozen> frozen = new HashMap<>();
        for (DrawBook.TargetRow target : targets) {
            Frame frame = draw.committed().frame(target.department());
            long[] enterpriseIds = pieces.enterpriseIds(drawId, target.frameNo());
            for (String unit : wanted) {
                frame.indexOf(unit)
                        .ifPresent(index -> frozen.put(unit, new Frozen(enterpriseIds[index], frame.region(index))));
            }
        }
        Map<Long, Named> named =
                named(frozen.values().stream().map(Frozen::enterpriseId).toList());
        Map<String, Known> known = new HashMap<>();
        frozen.forEach((unit, at) -> {
            Named now = named.get(at.enterpriseId());
            if (now != null) {
                known.put(unit, new Known(at.enterpriseId(), now.name(), at.region(), now.address()));
            }
        });
        return known;
    }

    private Map<Long, Named> named(List<Long> enterpriseIds) {
        Map<Long, Named> named = new HashMap<>();
        jdbc.sql("select enterprise_id, name, address from ingest.read_identity where enterprise_id = any (:ids)")
                .param("ids", enterpriseIds.toArray(Long[]::new))
                .query(row -> {
                    named.put(row.getLong("enterprise_id"), new Named(row.getString("name"), row.getString("address")));
                });
        return named;
    }

    private static Known of(Map<String, Known> known, String unit) {
        return Optional.ofNullable(known.get(unit))
                .orElseThrow(() -> new IllegalStateException("Unit %s is not in the stored frame".formatted(unit)));
    }

    private List<Long> newIds(int count) {
        return jdbc.sql("""
                        select nextval(pg_get_serial_sequence('sampling.visit', 'id'))
                        from generate_series(1, :count)""").param("count", count).query(Long.class).list();
    }

    private static DrawBook.TargetRow target(Map<String, DrawBook.TargetRow> byDepartment, String department) {
        return Optional.ofNullable(byDepartment.get(department))
                .orElseThrow(() -> new IllegalStateException("No target for department " + department));
    }

    private void storePicks(
            List<Visit> visits,
            List<Long> ids,
            Map<String, DrawBook.TargetRow> byDepartment,
            Map<String, Known> known,
            LocalDate countsOn) {
        BulkRows.into(
                source,
                "sampling.visit_pick (visit_id, department_id, enterprise_id, stratum, place, counts_on)",
                rows -> {
                    for (int i = 0; i < visits.size(); i++) {
                        for (Pick pick : visits.get(i).picks()) {
                            rows.put(ids.get(i))
                                    .put(target(byDepartment, pick.department()).departmentId())
                                    .put(of(known, visits.get(i).unit()).enterpriseId())
                                    .put(pick.stratum())
                                    .put(pick.place())
                                    .put(countsOn.toString())
                                    .end();
                        }
                    }
                });
    }

    private void storeTeams(List<Visit> visits, List<Long> ids, Map<String, DrawBook.TargetRow> byDepartment) {
        Map<String, Long> inspectors = new HashMap<>();
        jdbc.sql("select staff_no, id from sampling.inspector").query(row -> {
            inspectors.put(row.getString("staff_no"), row.getLong("id"));
        });
        BulkRows.into(source, "sampling.visit_inspector (visit_id, inspector_id, department_id, role, seat)", rows -> {
            for (int i = 0; i < visits.size(); i++) {
                for (Team team : visits.get(i).teams()) {
                    long department = target(byDepartment, team.department()).departmentId();
                    int seat = 0;
                    for (String staffNo : team.inspectors()) {
                        rows.put(ids.get(i))
                                .put(Optional.ofNullable(inspectors.get(staffNo))
                                        .orElseThrow())
                                .put(department)
                                .put(staffNo.equals(team.lead()) ? "LEAD" : "MEMBER")
                                .put(++seat)
                                .end();
                    }
                }
            }
        });
    }

    private void storeUnfilled(Result result, List<Long> ids, Map<String, DrawBook.TargetRow> byDepartment) {
        if (result.unfilled().isEmpty()) {
            return;
        }
        Map<String, Long> idOfUnit = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            idOfUnit.put(result.visits().get(i).unit(), ids.get(i));
        }
        BulkRows.into(source, "sampling.unfilled_seat (visit_id, department_id, role, missing)", rows -> {
            for (Unfilled seat : result.unfilled()) {
                rows.put(Optional.ofNullable(idOfUnit.get(seat.unit())).orElseThrow())
                        .put(target(byDepartment, seat.department()).departmentId())
                        .put(seat.role().name())
                        .put(seat.missing())
                        .end();
            }
        });
    }

    private void storeReserves(
            long drawId,
            List<Reserve> reserves,
            Map<String, DrawBook.TargetRow> byDepartment,
            Map<String, Known> known) {
        BulkRows.into(source, "sampling.reserve (draw_id, frame_no, stratum, place, unit, enterprise_id)", rows -> {
            for (Reserve reserve : reserves) {
                int place = 0;
                for (String unit : reserve.units()) {
                    rows.put(drawId)
                            .put(target(byDepartment, reserve.department()).frameNo())
                            .put(reserve.stratum())
                            .put(++place)
                            .put(unit)
                            .put(of(known, unit).enterpriseId())
                            .end();
                }
            }
        });
    }

    @Override
    public List<VisitRow> rows(long drawId, int after, int count) {
        Map<Long, List<VisitRow.Seat>> teams = new HashMap<>();
        jdbc.sql("""
                        select t.visit_id, t.inspector_id, t.staff_no, t.name, t.role
                        from sampling.read_visit_inspector t join sampling.visit v on v.id = t.visit_id
                        where v.draw_id = :draw and v.place > :after and v.place <= :last
                        order by t.visit_id, t.department_id, t.seat""")
                .param("draw", drawId)
                .param("after", after)
                .param("last", (long) after + count)
                .query(row -> {
                    teams.computeIfAbsent(row.getLong("visit_id"), id -> new ArrayList<>())
                            .add(new VisitRow.Seat(
                                    row.getLong("inspector_id"),
                                    row.getString("staff_no"),
                                    row.getString("name"),
                                    row.getString("role").equals("LEAD")));
                });
        return jdbc.sql("""
                        select v.*, (select coalesce(sum(missing), 0) from sampling.unfilled_seat
                                     where visit_id = v.id) as missing
                        from sampling.visit v
                        where v.draw_id = :draw and v.place > :after and v.place <= :last order by v.place""")
                .param("draw", drawId)
                .param("after", after)
                .param("last", (long) after + count)
                .query((row, number) -> visit(row, teams))
                .list();
    }

    private static VisitRow visit(ResultSet row, Map<Long, List<VisitRow.Seat>> teams) throws SQLException {
        return new VisitRow(
                row.getLong("id"),
                row.getInt("place"),
                row.getString("unit"),
                row.getLong("enterprise_id"),
                row.getString("name"),
                row.getString("region"),
                row.getString("address"),
                teams.getOrDefault(row.getLong("id"), List.of()),
                row.getInt("missing"));
    }

    @Override
    public int unfilled(long drawId) {
        return jdbc.sql("""
                        select coalesce(sum(s.missing), 0) from sampling.unfilled_seat s
                        join sampling.visit v on v.id = s.visit_id where v.draw_id = :draw""").param("draw", drawId).query(Integer.class).single();
    }
}
