package org.shuangsuiji.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.architecture.PagePattern;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.portal.InspectedDistrict;
import org.shuangsuiji.console.security.RouteRules;
import org.shuangsuiji.ingest.Gaps;
import org.shuangsuiji.model.Department;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page that a role gets to, by the links a reader finds and by the list of routes, in both languages: it opens,
 * owes its readers nothing of {@link PagePattern}, speaks the language it says it speaks, and leads nowhere its reader
 * is not let in.
 */
class EveryPageTests extends ConsoleTest {
    /** How many addresses of one route a role opens; a plan and a finished draw are made of different parts. */
    private static final int OF_A_ROUTE = 2;

    /** What answers with a piece of a page, never ends, or exists only when the visits of a draw are over. */
    private static final Set<String> NOT_PAGES = Set.of(
            "/console/jobs/{id}/progress",
            "/console/jobs/{id}/events",
            "/p/draws/{id:[0-9]{1,18}}/units.json",
            "/p/draws/{id:[0-9]{1,18}}/open.zip");

    private static final Pattern PROGRAM =
            Pattern.compile("\\w+Exception\\b|\\b(?:org|java)\\.[a-z]+\\.[a-z]+|\\$\\{|#\\{");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Clock clock;

    @Autowired
    private Gaps gaps;

    private final Department county = InspectedDistrict.county();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<PathPattern, Set<String>> examples = new HashMap<>();
    private final List<String> made = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<PathPattern> routes = new LinkedHashSet<>();

    /** Somebody who reads; nobody's role is the public. */
    private record Reader(String name, Set<Role> roles, Browser browser, Set<String> read) {}

    @Test
    void everyPageOpensToThoseItIsForAndOwesThemNothing() throws IOException {
        InspectedDistrict.once(asOwner(), beans, LocalDate.now(clock));
        readTheKeys();
        findTheRoutes();
        List<Reader> readers = new ArrayList<>();
        readers.add(new Reader("PUBLIC", Set.of(), browser(), new LinkedHashSet<>()));
        for (Role role : Role.values()) {
            // who decides how everybody is graded sits above the counties
            Department place = role == Role.ADMINISTRATOR ? InspectedDistrict.city() : county;
            Browser browser =
                    role == Role.INSPECTOR ? signedIn(anInspector(county, "王一", 9501)) : signedInAs(place, role);
            readers.add(new Reader(role.name(), Set.of(role), browser, new LinkedHashSet<>()));
        }
        readers.forEach(this::leavesSomethingToRead);

        readers.forEach(reader -> walk(reader, openRoutes(reader)));
        readers.forEach(this::readWhatNoLinkLedTo);
        readers.forEach(this::readAgainInEnglish);

        assertThat(faults).isEmpty();
        assertThat(readers).allSatisfy(reader -> assertThat(reader.read())
                .as("pages of %s", reader.name())
                .hasSizeGreaterThan(reader.roles().contains(Role.INSPECTOR) ? 8 : 10));
    }

    /** What the shared district does not have: a delivery with a fault, a third party, a duty, a plan, a draft of a model. */
    private void leavesSomethingToRead(Reader reader) {
        Browser browser = reader.browser();
        if (reader.roles().contains(Role.CREDIT_OFFICE)) {
            String file =
                    "企业名称,统一社会信用代码,成立日期,行政区划\n每页一公司,91150581MA0T777727,2016-03-31,150581\n每页二公司,1,2016-03-31,150581\n";
            Browser.Page sent = browser.upload(
                    browser.get("/console/deliveries/new"),
                    "/console/deliveries",
                    Map.of("kind", "REGISTRATION", "check", "false"),
                    "file",
                    "every-page.csv",
                    file.getBytes(StandardCharsets.UTF_8));
            Instant latest = Instant.now().plus(Duration.ofSeconds(60));
            made.add(sent.path());
            while (!browser.get(sent.path()).text().contains("已入库")) {
                assertThat(Instant.now()).as("still loading: %s", sent.path()).isBefore(latest);
            }
            Browser.Page third = browser.submit(
                    browser.get("/console/sources/new"),
                    "/console/sources",
                    Map.of("name", "每页供水公司", "word", "every-page"));
            assertThat(third.path()).as(third.text()).matches("/console/sources/\\d+");
            LocalDate today = LocalDate.now(clock);
            Browser.Page agreed = browser.submit(
                    browser.get(third.path() + "/agreements/new"),
                    third.path() + "/agreements",
                    Map.of("number", "1", "signedOn", today, "beginsOn", today, "endsOn", today, "paper", "每页柜"));
            assertThat(agreed.path()).as(agreed.text()).isEqualTo(third.path());
            Browser.Page duty = browser.submit(
                    browser.get("/console/duties/new"),
                    "/console/duties",
                    Map.of(
                            "source", "every-page",
                            "kind", "FEE_ARREARS",
                            "rhythm", "MONTHLY",
                            "days", 10,
                            "basis", "每页办法第一条"));
            assertThat(duty.path()).as(duty.text()).matches("/console/duties/\\d+");
            leavesListsToRead(browser);
        }
        if (reader.roles().contains(Role.PLANNER)) {
            Browser.Page planned = browser.submit(
                    browser.get("/console/campaigns/new"),
                    "/console/campaigns",
                    Map.of("name", "每页任务", "itemId", "9601"));
            String campaign = planned.path().substring(0, planned.path().lastIndexOf('/'));
            browser.submit(browser.get(campaign + "/rates"), campaign + "/rates", Map.of());
            Browser.Page complete =
                    browser.submit(browser.get(campaign + "/sources"), campaign + "/sources", sourcesOfTomorrow());
            assertThat(complete.path()).as(complete.text()).isEqualTo(campaign + "/check");
            made.add(campaign);
        }
        if (reader.roles().contains(Role.ADMINISTRATOR)) {
            String model = browser.get("/console/models")
                    .document()
                    .select("main tbody a")
                    .attr("href");
            browser.submit(browser.get(model), model + "/draft", Map.of());
        }
    }

    /** A gap, a version of the list of matters with a change to report, a draft of a matter, and a month of the directory. */
    private void leavesListsToRead(Browser browser) {
        browser.submit(
                browser.get("/console/duties/new"),
                "/console/duties",
                Map.of(
                        "source",
                        "every-page",
                        "kind",
                        "HONOUR",
                        "rhythm",
                        "MONTHLY",
                        "days",
                        1,
                        "basis",
                        "每页办法第二条",
                        "beginsOn",
                        LocalDate.now(clock).minusMonths(3)));
        gaps.sources().forEach(gaps::look);
        for (String code : List.of("EP-01", "EP-02")) {
            Browser.Page drafted = browser.submit(
                    browser.get("/console/matters/new"),
                    "/console/matters",
                    Map.of(
                            "aim", "KEEP",
                            "code", code,
                            "name", "每页事项",
                            "kinds", "PENALTY",
                            "fields", "文书号",
                            "basis", "每页办法第三条",
                            "frequency", "每月一次",
                            "share", "UNCONDITIONAL",
                            "publicity", "OPEN"));
            assertThat(drafted.path()).as(drafted.text()).matches("/console/matters/\\d+");
            if (code.equals("EP-01")) {
                browser.submit(drafted, drafted.path() + "/hand-in", Map.of());
                Browser.Page published =
                        browser.submit(browser.get("/console/matters/publish"), "/console/matters/publish", Map.of());
                assertThat(published.path()).as(published.text()).matches("/console/matters/versions/\\d+");
            }
        }
        browser.submit(browser.get("/console/directory"), "/console/directory", Map.of());
    }

    private Map<String, String> sourcesOfTomorrow() {
        String due = LocalDate.now(clock).plusDays(1) + "T15:00:01";
        String later = LocalDate.now(clock).plusDays(2) + "T15:00:01";
        return Map.of(
                "sources[1].name",
                "福彩双色球第2026135期",
                "sources[1].due",
                due,
                "sources[1].fallbackName",
                "福彩双色球第2026136期",
                "sources[1].fallbackDue",
                later,
                "sources[2].name",
                "上证综指2026-11-25收盘×100",
                "sources[2].due",
                due,
                "sources[2].fallbackName",
                "上证综指2026-11-26收盘×100",
                "sources[2].fallbackDue",
                later);
    }

    /** What was made for this walk comes first, so that none of it is left out for others of its kind. */
    private List<String> openRoutes(Reader reader) {
        return Stream.concat(made.stream(), routes.stream().map(PathPattern::getPatternString))
                .filter(pattern -> !pattern.contains("{") && admits(reader, pattern))
                .filter(pattern -> isPublic(pattern) == reader.roles().isEmpty())
                .toList();
    }

    private void walk(Reader reader, List<String> first) {
        Deque<String> open = new ArrayDeque<>(first);
        Map<String, Integer> opened = new HashMap<>();
        while (!open.isEmpty()) {
            String path = open.poll();
            if (reader.read().contains(path) || opened.merge(kind(path), 1, Integer::sum) > OF_A_ROUTE) {
                continue;
            }
            Optional<Document> document = read(reader, path, "zh-CN");
            document.stream()
                    .flatMap(page -> page.select("a[href^=/]").eachAttr("href").stream())
                    .map(href -> href.replaceAll("#.*", ""))
                    .filter(href -> !href.contains("lang=") && route(href).isPresent())
                    .filter(href -> isPublic(href) == reader.roles().isEmpty())
                    .forEach(open::add);
        }
    }

    /** Not every page is linked from everywhere; whoever is let in may also come by an address somebody sent. */
    private void readWhatNoLinkLedTo(Reader reader) {
        Set<PathPattern> reached =
                reader.read().stream().flatMap(path -> route(path).stream()).collect(Collectors.toSet());
        for (PathPattern pattern : routes) {
            Set<String> known = examples.getOrDefault(pattern, Set.of());
            if (reached.contains(pattern) || NOT_PAGES.contains(pattern.getPatternString())) {
                continue;
            }
            if (known.isEmpty()) {
                faults.putIfAbsent(pattern.getPatternString(), "nobody found a link to it");
            }
            known.stream()
                    .filter(path -> admits(reader, path)
                            && isPublic(path) == reader.roles().isEmpty())
                    .findFirst()
                    .ifPresent(path -> read(reader, path, "zh-CN"));
        }
    }

    private void readAgainInEnglish(Reader reader) {
        for (String path : List.copyOf(reader.read())) {
            read(reader, path + (path.contains("?") ? "&" : "?") + "lang=en", "en");
        }
    }

    private Optional<Document> read(Reader reader, String path, String language) {
        Browser.Page page = reader.browser().get(path);
        reader.read().add(path);
        List<String> owed = new ArrayList<>();
        if (page.status() != 200) {
            owed.add("answers " + page.status());
        }
        if (owed.isEmpty() && language.equals("zh-CN")) {
            route(path).ifPresent(pattern -> examples.computeIfAbsent(pattern, key -> new LinkedHashSet<>())
                    .add(path));
        }
        if (!page.header("Content-Type").orElse("").startsWith("text/html")) {
            note(reader, path, owed);
            return Optional.empty();
        }
        Document document = page.document();
        owed.addAll(PagePattern.faults(document));
        if (!document.select("html").attr("lang").equals(language)) {
            owed.add("says it speaks " + document.select("html").attr("lang"));
        }
        Stream.concat(
                        Stream.of(document.title()),
                        document.select("body :not(pre, code)").stream().map(Element::ownText))
                .filter(text -> keys.contains(text) || PROGRAM.matcher(text).find())
                .forEach(text -> owed.add("shows what is not for readers: " + text));
        if (language.equals("en")) {
            document.select("main th[scope=col], main label > span:first-child, main button, nav.ssj-side").stream()
                    .filter(it -> it.closest("[lang=zh-CN]") == null)
                    .filter(it -> it.text().codePoints().anyMatch(Character::isIdeographic))
                    .forEach(it -> owed.add("not in English: " + it.text()));
        }
        note(reader, path, owed);
        return Optional.of(document);
    }

    private void note(Reader reader, String path, List<String> owed) {
        if (!owed.isEmpty()) {
            faults.put(reader.name() + " " + path, String.join("; ", owed));
        }
    }

    /** Route and names of parameters: what makes a page another page. */
    private String kind(String path) {
        String query = URI.create(path).getQuery();
        return route(path).map(PathPattern::getPatternString).orElse(path)
                + (query == null
                        ? ""
                        : Arrays.stream(query.split("&", -1))
                                .map(it -> it.replaceAll("=.*", ""))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean admits(Reader reader, String path) {
        return isPublic(path)
                || (!reader.roles().isEmpty()
                        && rule(path)
                                .filter(it -> it.admits(reader.roles(), true))
                                .isPresent());
    }

    private static boolean isPublic(String path) {
        return rule(path).filter(it -> it.door() == RouteRules.Door.PUBLIC).isPresent();
    }

    private static Optional<RouteRules.Rule> rule(String path) {
        return RouteRules.find(HttpMethod.GET, URI.create(path).getPath());
    }

    private Optional<PathPattern> route(String href) {
        var path = PathContainer.parsePath(URI.create(href).getRawPath());
        return routes.stream()
                .filter(it -> it.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .filter(it -> !NOT_PAGES.contains(it.getPatternString()));
    }

    /** All pages and papers that are read; not what answers that nothing is there. */
    private void findTheRoutes() {
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var patterns = mapping.getPathPatternsCondition();
            if (patterns != null
                    && handler.getBeanType().getName().startsWith("org.shuangsuiji")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                patterns.getPatterns().stream()
                        .filter(it -> !it.getPatternString().startsWith("/api/")
                                && !it.getPatternString().endsWith("**"))
                        .forEach(routes::add);
            }
        });
    }

    private void readTheKeys() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages-*.properties")) {
            PropertiesLoaderUtils.loadProperties(file).stringPropertyNames().stream()
                    .filter(key -> key.contains("."))
                    .forEach(keys::add);
        }
    }
}
