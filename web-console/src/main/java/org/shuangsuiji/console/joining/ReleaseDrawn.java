package org.shuangsuiji.console.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.ReleaseDrawnUnits;
import org.shuangsuiji.publication.notice.PublicOpenDraw;
import org.shuangsuiji.publication.notice.PublicUnit;
import org.shuangsuiji.sampling.DrawnProofs;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.VisitRow;
import org.shuangsuiji.sampling.draw.PublishedDraw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes who was drawn, with the proof of each, once the visits are over, and of an open draw all that its targets
 * follow from.
 */
@Service
public class ReleaseDrawn {
    private static final int VISITS_PER_READ = 1_000;

    private final DrawnProofs proofs;
    private final Draws draws;
    private final ReleaseDrawnUnits releaseDrawnUnits;
    private final JsonMapper json;

    ReleaseDrawn(DrawnProofs proofs, Draws draws, ReleaseDrawnUnits releaseDrawnUnits, JsonMapper json) {
        this.proofs = proofs;
        this.draws = draws;
        this.releaseDrawnUnits = releaseDrawnUnits;
        this.json = json;
    }

    @Transactional
    public void release(long drawId, Actor actor) {
        Map<String, String> names = names(drawId, actor);
        DrawnProofs.Released released = proofs.of(drawId, actor.scope());
        List<PublicUnit> units = released.units().stream()
                .map(unit -> new PublicUnit(
                        unit.unit(),
                        names.getOrDefault(unit.unit(), unit.unit()),
                        json.writeValueAsString(shown(unit))))
                .toList();
        DrawnProofs.Opened open = released.open();
        releaseDrawnUnits.release(drawId, units, open == null ? null : published(open), actor);
    }

    private static PublicOpenDraw published(DrawnProofs.Opened open) {
        return new PublicOpenDraw(
                open.commitment(),
                open.seed(),
                open.visitRoot(),
                open.files().stream()
                        .map(file -> new PublicOpenDraw.File(
                                file.name(), out -> file.content().writeTo(out)))
                        .toList());
    }

    private Map<String, String> names(long drawId, Actor actor) {
        Map<String, String> names = new HashMap<>();
        int place = 0;
        List<VisitRow> read;
        do {
            read = draws.visits(drawId, place, VISITS_PER_READ, actor.scope());
            for (VisitRow visit : read) {
                names.put(visit.creditCode(), visit.name());
                place = visit.place();
            }
        } while (read.size() == VISITS_PER_READ);
        return names;
    }

    /** The unit, its leaf under visitRoot, and for each department its path in the committed frame. */
    private static Map<String, Object> shown(PublishedDraw.DrawnUnit unit) {
        List<Map<String, Object>> frames = new ArrayList<>();
        unit.proofs().forEach(proof -> {
            Map<String, Object> frame = new LinkedHashMap<>();
            frame.put("department", proof.department());
            frame.put("index", proof.index());
            frame.put("inner", proof.inner().hex());
            frame.put("path", proof.path().stream().map(hash -> hash.hex()).toList());
            frames.add(frame);
        });
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unit", unit.unit());
        shown.put("visitInner", unit.visit().inner().hex());
        shown.put("frames", frames);
        return shown;
    }
}
