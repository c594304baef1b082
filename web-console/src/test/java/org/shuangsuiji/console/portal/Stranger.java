package org.shuangsuiji.console.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.shuangsuiji.console.security.RouteRules;
import org.shuangsuiji.publication.PublicPages;
import org.shuangsuiji.sampling.bundle.BundleZip;
import org.shuangsuiji.sampling.bundle.TargetsVerification;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who has never signed in to an office, has much time, and looks at the source of every answer.
 *
 * <p>Digests are read under their {@link DigestNames}; the moment of an answer, the port of the server and what it makes
 * up for a session are left out.
 */
final class Stranger {
    private static final int ADDRESSES_MAX = 5_000;
    private static final int LISTED_MAX = 100;
    private static final List<String> ADDRESSES_IN = List.of("href", "src", "action", "data-rule", "data-seed");
    /** What the transport says of itself, and not of the office. */
    private static final Set<String> TRANSPORT = Set.of("date", "connection", "keep-alive");

    private static final List<String> FILES =
            List.of("rule.json", "seed.txt", "sources.json", "published.json", "units.json", "open.zip");

    private final RankedDistrict office;
    private final DigestNames names;
    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();

    Stranger(RankedDistrict office) {
        this.office = office;
        this.names = DigestNames.of(office);
        this.base = "http://localhost:" + office.port();
    }

    /** What stands at one address, in both languages. */
    PublicFace readsAt(String address) {
        SortedMap<String, String> answers = new TreeMap<>();
        read(address, answers);
        return new PublicFace(answers);
    }

    /** All that links lead to, all that one can ask for who knows codes, names and numbers, and the rows of schema pub. */
    PublicFace readsEverything() {
        Deque<String> open = new ArrayDeque<>(openRoutes());
        open.addAll(guesses());
        SortedMap<String, String> answers = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            String address = open.poll();
            if (seen.add(address)) {
                open.addAll(read(address, answers));
            }
            if (seen.size() > ADDRESSES_MAX) {
                throw new AssertionError("The public side has no end; one of its addresses is " + address);
            }
        }
        answers.putAll(schemaPub());
        return new PublicFace(answers);
    }

    private static List<String> openRoutes() {
        return RouteRules.all().stream()
                .filter(rule -> rule.method() == null && rule.door() == RouteRules.Door.PUBLIC)
                .map(rule -> rule.pattern().getPatternString())
                .filter(pattern -> !pattern.contains("*"))
                .toList();
    }

    private List<String> guesses() {
        List<String> guesses = new ArrayList<>(List.of(
                "/p/nothing-here",
                "/p/search?q=",
                "/p/search?q=%E9%9C%8D",
                "/p/search?q=%E5%95%86%E8%B4%B8",
                "/p/search?q=%E9%A4%90%E9%A5%AE%E6%9C%89%E9%99%90",
                "/p/search?q=91150581",
                "/p/search?q=0R00001"));
        for (int number = 1; number <= office.size(); number++) {
            guesses.add("/p/e/" + RankedDistrict.code(number));
            if (number % 5 == 0) {
                guesses.add("/p/search?q=" + RankedDistrict.code(number).toLowerCase(Locale.ROOT));
            }
        }
        PublicPages pages = office.the(PublicPages.class);
        pages.plans(null, LISTED_MAX)
                .forEach(plan -> guesses.add("/p/plans?after=" + Position.of(plan.announcedAt(), plan.campaignId())));
        pages.tasks(null, LISTED_MAX)
                .forEach(task -> guesses.add("/p/tasks?after=" + Position.of(task.drawnAt(), task.campaignId())));
        pages.draws(null, LISTED_MAX).forEach(draw -> {
            guesses.add("/p/draws?after=" + Position.of(draw.committedAt(), draw.drawId()));
            FILES.forEach(file -> guesses.add("/p/draws/" + draw.drawId() + "/" + file));
        });
        return guesses;
    }

    /** Notes what stands at an address, in both languages, and says where that leads on to. */
    private List<String> read(String address, Map<String, String> answers) {
        List<String> links = new ArrayList<>();
        for (String asked : List.of(address, address + (address.contains("?") ? "&" : "?") + "lang=en")) {
            HttpResponse<byte[]> answer = get(asked);
            answers.put(asked, names.in(words(answer)));
            answer.headers().firstValue("Location").flatMap(this::open).ifPresent(links::add);
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                links.addAll(links(Jsoup.parse(text(answer.body()))));
            }
        }
        return links;
    }

    private HttpResponse<byte[]> get(String address) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + address))
                            .header("Accept", "text/html,*/*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("No answer at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking at " + address, e);
        }
    }

    private String words(HttpResponse<byte[]> answer) {
        StringBuilder words = new StringBuilder().append(answer.statusCode()).append('\n');
        new TreeMap<>(answer.headers().map()).forEach((name, values) -> values.stream()
                .filter(value -> !TRANSPORT.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(value -> words.append(name)
                        .append(": ")
                        .append(value.replaceAll("(?<= Expires=)[^;]*|(?<=^shuangsuiji=)[^;]*", "…"))
                        .append('\n')));
        return words.append('\n')
                .append(body(answer).replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1…"))
                .toString()
                .replace(base, "http://office");
    }

    private static String body(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").equals("application/zip")
                ? opened(answer.body())
                : text(answer.body());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The lists of an open draw. Its targets are left out when they follow from the lists to the byte (DR-1 §6), for then
     * they tell nothing else, by no order and no place; and so is the zip when nothing is in it but these files.
     */
    private static String opened(byte[] zip) {
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            var in = new ZipInputStream(new ByteArrayInputStream(zip));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
            TargetsVerification.verify(files);
            var again = new ByteArrayOutputStream();
            var packed = new BundleZip(again);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                packed.add(file.getKey(), file.getValue());
            }
            packed.finish();
            assertThat(again.toByteArray()).as("a zip of these files alone").isEqualTo(zip);
            files.put("targets.json", "‹targets that follow›".getBytes(StandardCharsets.UTF_8));
            return files.entrySet().stream()
                    .map(file -> file.getKey() + "\n" + text(file.getValue()))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> links(Document page) {
        List<String> links = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            ADDRESSES_IN.forEach(name -> open(element.attr(name)).ifPresent(links::add));
        }
        return links;
    }

    /** The address without its mark, when it is one of this office and open to everybody; each is read in both languages. */
    private Optional<String> open(String link) {
        String address = link.replace(base, "").replaceAll("#.*", "");
        return Optional.of(address)
                .filter(it -> it.startsWith("/") && !it.contains("lang="))
                .filter(it -> RouteRules.find(HttpMethod.GET, it.replaceAll("\\?.*", ""))
                        .filter(rule -> rule.door() == RouteRules.Door.PUBLIC)
                        .isPresent());
    }

    /** What the public side could show at all, read as its role reads it. */
    private SortedMap<String, String> schemaPub() {
        JdbcClient portal = JdbcClient.create(office.database().portal());
        List<String> tables = portal.sql("select table_name from information_schema.tables where table_schema = 'pub'")
                .query(String.class)
                .list();
        // bytes stand word for word in files: rule_json in rule.json, content in open.zip
        return new TreeMap<>(tables.stream().collect(Collectors.toMap(table -> "table pub." + table, table -> portal
                .sql("select (to_jsonb(t) - :bytes)::text from pub.%s t".formatted(table))
                .param("bytes", table.equals("open_piece") ? "content" : "rule_json")
                .query(String.class)
                .list()
                .stream()
                .map(names::in)
                .sorted()
                .collect(Collectors.joining("\n")))));
    }
}
