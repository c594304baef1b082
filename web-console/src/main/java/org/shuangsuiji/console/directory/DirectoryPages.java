package org.shuangsuiji.console.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.grades.GradeWords;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.CsvSheet;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.Directory;
import org.shuangsuiji.ingest.DirectoryCount;
import org.shuangsuiji.ingest.DirectoryMonth;
import org.shuangsuiji.ingest.DirectoryRow;
import org.shuangsuiji.model.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/console/directory")
class DirectoryPages {
    private static final String HOME = "/console/directory";
    private static final int PAGE = 50;
    private static final List<String> HEADERS =
            List.of("directory.name", "directory.code", "directory.from", "directory.to", "directory.why");

    private final Directory directory;
    private final GradeWords regions;
    private final Words words;
    private final FormCommands commands;

    DirectoryPages(Directory directory, GradeWords regions, Words words, FormCommands commands) {
        this.directory = directory;
        this.regions = regions;
        this.words = words;
        this.commands = commands;
    }

    /** An area with its name. */
    record Line(String name, DirectoryCount count) {}

    /** An enterprise with the names of its areas. */
    record Listed(DirectoryRow row, String before, String now) {}

    @GetMapping
    String counts(@ModelAttribute("asked") DirectoryQuestion asked, Actor actor, Model page, Locale locale) {
        Optional<DirectoryMonth> month = months(asked, page);
        List<DirectoryCount> counts =
                month.map(each -> directory.counts(each.month(), actor.scope())).orElse(List.of());
        page.addAttribute("missing", directory.missing());
        page.addAttribute("members", Directory.members(counts));
        page.addAttribute(
                "rows",
                counts.stream()
                        .map(count -> new Line(area(count.area(), locale), count))
                        .toList());
        return "ingest/directory";
    }

    @GetMapping("/list")
    String list(
            @ModelAttribute("asked") DirectoryQuestion asked,
            @RequestParam(required = false) @Nullable Long after,
            Actor actor,
            Model page,
            Locale locale) {
        List<DirectoryRow> found = months(asked, page)
                .map(month -> directory.list(
                        month.month(),
                        asked.listed(),
                        asked.digits(),
                        after == null ? 0 : after,
                        PAGE + 1,
                        actor.scope()))
                .orElse(List.of());
        List<DirectoryRow> rows = found.stream().limit(PAGE).toList();
        page.addAttribute(
                "rows",
                rows.stream()
                        .map(row -> new Listed(row, named(row.regionBefore(), locale), named(row.region(), locale)))
                        .toList());
        page.addAttribute("parts", words.of(DirectoryRow.Part.class, "directory.part", locale));
        page.addAttribute("after", after);
        page.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).enterpriseId() : null);
        return "ingest/directory-list";
    }

    /** Ledger: DIRECTORY_EXPORTED. */
    @GetMapping("/list.csv")
    void export(
            @ModelAttribute("asked") DirectoryQuestion asked, Actor actor, HttpServletResponse response, Locale locale)
            throws IOException {
        Optional<YearMonth> month = chosen(asked, directory.months()).map(DirectoryMonth::month);
        CsvSheet sheet = CsvSheet.begin(
                response,
                "directory-%s-%s.csv"
                        .formatted(
                                month.map(YearMonth::toString).orElse("none"),
                                asked.listed().name().toLowerCase(Locale.ROOT)));
        sheet.line(HEADERS.stream().map(header -> words.text(header, locale)).toList());
        month.ifPresent(each ->
                directory.export(each, asked.listed(), asked.digits(), actor, row -> sheet.line(cells(row, locale))));
        sheet.end();
    }

    /** Ledger: DIRECTORY_TAKEN. */
    @PostMapping
    String take(SentForm sent) {
        return commands.once(sent, HOME, () -> directory.take(sent.actor()), "directory.taken");
    }

    private List<String> cells(DirectoryRow row, Locale locale) {
        return Stream.of(
                        row.name(),
                        row.creditCode() == null ? "" : row.creditCode(),
                        named(row.regionBefore(), locale),
                        named(row.region(), locale),
                        why(row.goneStatus(), locale))
                .toList();
    }

    private String why(@Nullable String status, Locale locale) {
        if (status == null) {
            return "";
        }
        return words.text(
                status.equals("OTHER_IDENTITY") ? "directory.why.OTHER_IDENTITY" : "enterprise.status." + status,
                locale);
    }

    private Optional<DirectoryMonth> months(DirectoryQuestion asked, Model page) {
        List<DirectoryMonth> months = directory.months();
        Optional<DirectoryMonth> month = chosen(asked, months);
        Map<YearMonth, String> choice = new LinkedHashMap<>();
        months.forEach(each -> choice.put(each.month(), each.month().toString()));
        page.addAttribute("months", choice);
        page.addAttribute("month", month.orElse(null));
        page.addAttribute("first", month.isPresent() && month.get().equals(months.get(months.size() - 1)));
        return month;
    }

    private Optional<DirectoryMonth> chosen(DirectoryQuestion asked, List<DirectoryMonth> months) {
        return asked.month() == null ? months.stream().findFirst() : Optional.of(directory.month(asked.month()));
    }

    private String area(String digits, Locale locale) {
        return digits.isEmpty() ? words.text("directory.area.none", locale) : regions.region(digits, locale);
    }

    private String named(@Nullable String region, Locale locale) {
        return region == null ? "" : area(region, locale);
    }
}
