package org.shuangsuiji.console.enterprises;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Enterprise;
import org.shuangsuiji.ingest.EnterpriseRecord;
import org.shuangsuiji.ingest.Enterprises;
import org.shuangsuiji.ingest.NamedBy;
import org.shuangsuiji.ingest.OtherParty;
import org.shuangsuiji.ingest.reading.RegionNames;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/console/enterprises")
class EnterprisePages {
    private static final int PAGE = 50;

    private static final int NAMED_MAX = 100;

    private final Enterprises enterprises;
    private final Deliveries deliveries;
    private final RecordViews recordViews;
    private final EnterpriseHistory history;
    private final List<EnterprisePart> parts;
    private final Problems problems;

    EnterprisePages(
            Enterprises enterprises,
            Deliveries deliveries,
            RecordViews recordViews,
            EnterpriseHistory history,
            List<EnterprisePart> parts,
            Problems problems) {
        this.enterprises = enterprises;
        this.deliveries = deliveries;
        this.recordViews = recordViews;
        this.history = history;
        this.parts = parts;
        this.problems = problems;
    }

    /** Who names an enterprise, and the relation in the reader's words. */
    record Naming(OtherParty by, RecordView relation) {}

    @GetMapping
    String search(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Long after,
            Actor actor,
            Model model,
            Locale locale) {
        List<Enterprise> found = List.of();
        boolean first = false;
        try {
            found = enterprises.search(words, actor.scope(), after, PAGE + 1);
            first = found.isEmpty() && words.isBlank() && after == null;
        } catch (Refusal refusal) {
            model.addAttribute("refusal", problems.text(refusal, locale));
        }
        List<Enterprise> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("first", first);
        Map<Long, String> regionNames = new HashMap<>();
        rows.forEach(row -> regionNames.put(row.id(), regionName(row)));
        model.addAttribute("regionNames", regionNames);
        model.addAttribute(
                "formerNames",
                enterprises.formerNames(rows.stream().map(Enterprise::id).toList(), actor.scope()));
        model.addAttribute("words", words);
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        return "ingest/enterprises";
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean former,
            @RequestParam(required = false) @Nullable String dimension,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int from,
            OfficeUser reader,
            Actor actor,
            Model model,
            Locale locale) {
        Enterprise enterprise = enterprises.get(id, actor.scope());
        model.addAttribute("enterprise", enterprise);
        model.addAttribute("regionName", regionName(enterprise));
        model.addAttribute(
                "formerNames",
                enterprises.formerNames(List.of(id), actor.scope()).getOrDefault(id, List.of()));
        model.addAttribute("former", former);
        model.addAttribute(
                "sourceOpens",
                deliveries.find(enterprise.deliveryId(), actor.scope()).isPresent());
        List<EnterpriseRecord> records = enterprises.records(id, former, actor.scope()).stream()
                .filter(record -> record.kind() != RecordKind.PUSHED_GRADE)
                .toList();
        Timeline timeline = Timeline.of(records, new Timeline.Wish(dimension, kind, from));
        model.addAttribute("timeline", timeline);
        model.addAttribute(
                "records",
                timeline.rows().stream()
                        .map(entry -> recordViews.of(entry, locale))
                        .toList());
        NamedBy named = enterprises.namedBy(id, actor.scope(), NAMED_MAX);
        model.addAttribute("named", named);
        model.addAttribute(
                "namedBy",
                named.lines().stream()
                        .map(line -> new Naming(line.by(), recordViews.of(line.record(), locale)))
                        .toList());
        model.addAttribute("history", history.of(id, records, actor.scope(), locale));
        model.addAttribute(
                "parts",
                parts.stream()
                        .flatMap(part -> part.fill(enterprise, reader, model, locale).stream())
                        .toList());
        return "ingest/enterprise";
    }

    private static @Nullable String regionName(Enterprise enterprise) {
        String code = enterprise.region();
        return code == null ? null : RegionNames.full(code).orElse(code);
    }
}
