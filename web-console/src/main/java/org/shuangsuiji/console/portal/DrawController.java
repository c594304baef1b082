package org.shuangsuiji.console.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.PublicPages;
import org.shuangsuiji.publication.notice.SeedText;
import org.shuangsuiji.sampling.DrawSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draws and how anybody checks them: the public files of DR-1 §10, byte for byte. */
@Controller
class DrawController {
    private static final int PAGE = 50;
    private static final int UNITS_PER_READ = 1_000;

    private final PublicPages pages;
    private final OpenDownload openDownload;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean atOnce;
    private final DrawSettings settings;

    DrawController(
            PublicPages pages,
            OpenDownload openDownload,
            JsonMapper json,
            Clock clock,
            @Value("${shuangsuiji.draw.release-at-once:false}") boolean atOnce,
            DrawSettings settings) {
        this.pages = pages;
        this.openDownload = openDownload;
        this.json = json;
        this.clock = clock;
        this.atOnce = atOnce;
        this.settings = settings;
    }

    @GetMapping("/p/draws")
    String draws(@RequestParam(required = false) @Nullable String after, Model model) {
        List<PublicPages.DrawLine> lines = pages.draws(Position.moment(after), PAGE + 1);
        PortalController.list(model, "/p/draws", lines, line -> Position.of(line.committedAt(), line.drawId()));
        model.addAttribute(
                "redraws",
                pages.redraws(lines.stream().map(PublicPages.DrawLine::drawId).toList()));
        return "portal/draws";
    }

    @GetMapping("/p/draws/{id:[0-9]{1,18}}")
    String draw(@PathVariable long id, HttpServletResponse response, Model model) {
        PublicPages.DrawPage draw = require(id);
        askAnewWhileItWaits(draw, response);
        model.addAttribute("draw", draw);
        List<RuleSource> sources = sources(draw);
        model.addAttribute("sources", sources);
        model.addAttribute("ended", PortalController.endedUndrawn(draw.line().outcome()));
        if (draw.line().outcome().equals("COMMITTED")) {
            addExpectations(draw, sources, model);
        }
        model.addAttribute("redraws", pages.redraws(List.of(id)));
        PortalController.addOthersOfItsItem(pages, id, model);
        model.addAttribute("units", pages.units(id, null, PAGE));
        model.addAttribute("openFrom", openFrom(draw));
        model.addAttribute("openDue", !LocalDate.now(clock).isBefore(openFrom(draw)));
        model.addAttribute("seedText", draw.seed() == null ? null : seedText(draw));
        return "portal/draw";
    }

    /** What people throw is public from the moment it is entered, so nobody is shown what stood there before. */
    private static void askAnewWhileItWaits(PublicPages.DrawPage draw, HttpServletResponse response) {
        if (draw.line().outcome().equals("COMMITTED")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }

    /** The first day on which an open draw can be open: the one after the last visit, or by the setting any. */
    private LocalDate openFrom(PublicPages.DrawPage draw) {
        Instant drawnAt = draw.line().drawnAt();
        return atOnce && drawnAt != null
                ? LocalDate.ofInstant(drawnAt, clock.getZone())
                : draw.visitsEnd().plusDays(1);
    }

    /** rule.json, whose digest is the commitment. */
    @GetMapping("/p/draws/{id:[0-9]{1,18}}/rule.json")
    ResponseEntity<byte[]> rule(@PathVariable long id) {
        return file("rule.json", MediaType.APPLICATION_JSON, require(id).ruleJson());
    }

    /** The text whose digest is the seed. */
    @GetMapping("/p/draws/{id:[0-9]{1,18}}/seed.txt")
    ResponseEntity<byte[]> seed(@PathVariable long id) {
        return file("seed.txt", MediaType.TEXT_PLAIN, seedText(drawn(id)));
    }

    /** The values of the sources, as a bundle has them. */
    @GetMapping("/p/draws/{id:[0-9]{1,18}}/sources.json")
    ResponseEntity<byte[]> sources(@PathVariable long id) {
        return file("sources.json", MediaType.APPLICATION_JSON, sourcesJson(drawn(id)));
    }

    /** What everybody recomputes an open draw from, once it is released. */
    @GetMapping("/p/draws/{id:[0-9]{1,18}}/open.zip")
    void open(@PathVariable long id, WebRequest request, HttpServletResponse response) throws IOException {
        PublicPages.DrawPage draw = drawn(id);
        PublicPages.OpenLine open = draw.open();
        if (open == null) {
            throw Refusal.absent("draw", id);
        }
        if (request.checkNotModified("W/\"%s\"".formatted(draw.line().commitment()))) {
            return;
        }
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("open.zip"));
        openDownload.write(draw, open, sourcesJson(draw), response.getOutputStream());
        response.flushBuffer();
    }

    private String sourcesJson(PublicPages.DrawPage draw) {
        List<Map<String, Object>> sources = new ArrayList<>();
        for (PublicPages.SourceLine source : draw.standing()) {
            String value = source.value();
            sources.add(
                    value == null
                            ? Map.of("none", true)
                            : Map.of(source.answered().equals("FALLBACK") ? "fallback" : "value", value));
        }
        return json.writeValueAsString(sources);
    }

    /** What was published at the draw. */
    @GetMapping("/p/draws/{id:[0-9]{1,18}}/published.json")
    ResponseEntity<byte[]> published(@PathVariable long id, HttpServletResponse response) {
        PublicPages.DrawPage draw = require(id);
        askAnewWhileItWaits(draw, response);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("commitment", draw.line().commitment());
        facts.put("committedAt", draw.line().committedAt().toString());
        facts.put("outcome", draw.line().outcome());
        facts.put("seed", draw.seed());
        facts.put("visits", draw.visits());
        facts.put("visitRoot", draw.visitRoot());
        facts.put("resultDigest", draw.resultDigest());
        return file("published.json", MediaType.APPLICATION_JSON, json.writeValueAsString(facts));
    }

    /** The drawn units with their proofs, once they are released. */
    @GetMapping("/p/draws/{id:[0-9]{1,18}}/units.json")
    ResponseEntity<byte[]> units(@PathVariable long id) {
        if (require(id).releasedUnits() == 0) {
            throw Refusal.absent("draw", id);
        }
        List<Object> units = new ArrayList<>();
        String after = null;
        List<PublicPages.UnitLine> read;
        do {
            read = pages.units(id, after, UNITS_PER_READ);
            for (PublicPages.UnitLine unit : read) {
                units.add(json.readTree(unit.proofJson()));
                after = unit.creditCode();
            }
        } while (read.size() == UNITS_PER_READ);
        return file("units.json", MediaType.APPLICATION_JSON, json.writeValueAsString(units));
    }

    /** A source as the published rule names it, whether or not it came to say anything. */
    record RuleSource(
            int ordinal,
            String name,
            String kind,
            Instant due,
            @Nullable String fallback,
            @Nullable Instant fallbackDue) {
        static RuleSource of(int ordinal, JsonNode source) {
            JsonNode fallback = source.get("fallback");
            return new RuleSource(
                    ordinal,
                    source.get("name").asString(),
                    source.get("kind").asString(),
                    Instant.parse(source.get("due").asString()),
                    fallback == null ? null : fallback.get("name").asString(),
                    fallback == null ? null : Instant.parse(fallback.get("due").asString()));
        }
    }

    private List<RuleSource> sources(PublicPages.DrawPage draw) {
        List<RuleSource> sources = new ArrayList<>();
        for (JsonNode node : json.readTree(draw.ruleJson()).get("sources")) {
            sources.add(RuleSource.of(sources.size() + 1, node));
        }
        return sources;
    }

    /** A draw whose values are known is completed (DR-1 §1, 3): what is missing, and when it is completed at the latest. */
    private void addExpectations(PublicPages.DrawPage draw, List<RuleSource> sources, Model model) {
        Set<Integer> spoken =
                draw.standing().stream().map(PublicPages.SourceLine::ordinal).collect(Collectors.toSet());
        List<RuleSource> awaited = sources.stream()
                .filter(source -> !spoken.contains(source.ordinal()))
                .toList();
        Instant lastDue = sources.get(sources.size() - 1).due(); // they stand in the order of their dues
        model.addAttribute("awaited", awaited);
        if (awaited.isEmpty()) {
            model.addAttribute(
                    "completesAt",
                    settings.completesAt(
                            draw.sources().stream()
                                    .filter(source -> source.revision() == 1)
                                    .map(PublicPages.SourceLine::publishedAt)
                                    .toList(),
                            draw.sources().stream()
                                    .map(PublicPages.SourceLine::publishedAt)
                                    .toList()));
        } else if (!clock.instant().isBefore(lastDue)) {
            model.addAttribute("overdueSince", lastDue);
        }
    }

    private PublicPages.DrawPage require(long id) {
        return pages.draw(id).orElseThrow(() -> Refusal.absent("draw", id));
    }

    private PublicPages.DrawPage drawn(long id) {
        PublicPages.DrawPage draw = require(id);
        if (draw.seed() == null) {
            throw Refusal.absent("draw", id);
        }
        return draw;
    }

    private static String seedText(PublicPages.DrawPage draw) {
        return SeedText.of(
                        draw.line().commitment(),
                        draw.standing().stream()
                                .map(source -> new SeedText.Answer(source.name(), source.value()))
                                .toList())
                .text();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
