package org.shuangsuiji.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.architecture.Sources.Source;

/**
 * Rules of the house that show in the text of a file (style guide, sections 2, 6, 7 and 10). Each is a function from
 * a file to its faults, and each must find the fault in an offending text.
 */
class SourceRulesTests {

    private static final Pattern WRITES = Pattern.compile(
            "(?i)\\b(?:insert\\s+into|update|delete\\s+from|truncate(?:\\s+table)?|copy|merge\\s+into)\\s+"
                    + "(office|ingest|risk|sampling|publication|pub)\\.[a-z_]+");

    /** Which module may write to which schema. */
    private static final Map<String, List<String>> OWNERS = Map.of(
            "office", List.of("web-console"),
            "ingest", List.of("credit-ingest"),
            "risk", List.of("risk-classifier"),
            "sampling", List.of("sampling-engine"),
            "publication", List.of("publication"),
            "pub", List.of("publication"));

    private static final java.util.Set<String> EVENTS = Stream.of(org.shuangsuiji.model.LedgerEvent.values())
            .map(Enum::name)
            .collect(java.util.stream.Collectors.toSet());

    private static final Pattern TODO_WITHOUT_NUMBER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!\\s*\\(?#\\d)");

    private static final Pattern COMMENTED_OUT = Pattern.compile("(?m)^[ \\t]*(?://|--).*[;{}][ \\t]*$");

    /** What a page's form is called; a request is bound onto nothing else. */
    private static final Pattern BOUND_ELSEWHERE =
            Pattern.compile("@ModelAttribute(?:\\([^)]*\\))? +(?!\\w+(?:Form|Question)\\b)\\w+");

    /** An entry about such a row, up to the end of its statement and without {@code .row(…)}. */
    private static final Pattern UNBOUND_ROW = Pattern.compile(
            "LedgerEntry\\.of\\((?=[^;]*LedgerEvent\\.(?:USER_|DEPARTMENT_"
                    + "|API_CLIENT_CREATED|ITEM_C|INSPECTOR_C|RECUSAL_|CAMPAIGN_|RESULT_(?!RECORDED)))(?![^;]*\\.row\\()[^;]*;");

    /** A rule over one file, the files it is for, and a file that breaks it. */
    record Rule(String name, List<Source> files, Function<Source, List<String>> faults, Source offender) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "only its owner writes to a schema",
                        javaAndSql(),
                        SourceRulesTests::foreignWrites,
                        new Source(
                                "risk-classifier/src/main/java/X.java",
                                "\"\"\"\n  insert into ingest.enterprise (name) values (:name)\n\"\"\"")),
                new Rule(
                        "no TODO without the number of its issue",
                        javaAndSql(),
                        source -> matches(source, TODO_WITHOUT_NUMBER),
                        new Source("x/X.java", "// TO" + "DO tidy up")),
                new Rule(
                        "no code is commented out",
                        javaAndSql(),
                        source -> matches(source, COMMENTED_OUT),
                        new Source("x/X.java", "    /" + "/ ledger.record(entry);\n")),
                new Rule(
                        "a form is a record of its own, and no request is bound onto anything else",
                        Sources.mainJava(),
                        source -> matches(source, BOUND_ELSEWHERE),
                        new Source("x/X.java", "String store(@ModelAttribute(\"item\") Item item) {}")),
                new Rule(
                        "pages print text, never markup from data",
                        templates(),
                        source -> matches(source, Pattern.compile("th:utext|\\[\\(")),
                        new Source("x.html", "<p th:utext=\"${name}\"></p>")),
                new Rule(
                        "pages carry neither script nor style of their own",
                        templates(),
                        source -> matches(
                                source,
                                Pattern.compile(
                                        "(?i)<style|\\sstyle=|th:style|\\son[a-z]+=|<script(?![^>]*\\ssrc=|[^>]*th:src=)")),
                        new Source("x.html", "<a href=\"#\" onclick=\"go()\">x</a>")),
                new Rule(
                        "every word of a page comes from the message files",
                        templates(),
                        source -> matches(
                                new Source(source.path(), source.text().replaceAll("(?s)<!--.*?-->", "")),
                                Pattern.compile("\\p{IsHan}+")),
                        new Source("x.html", "<h1>企业名录</h1>")),
                new Rule(
                        "every POST names its ledger event, or says why there is none",
                        Sources.mainJava().stream()
                                .filter(source -> source.path().startsWith("web-console/"))
                                .toList(),
                        SourceRulesTests::silentPosts,
                        new Source(
                                "web-console/src/main/java/X.java",
                                "/** Ledger: NO_SUCH_EVENT. */\n@PostMapping(\"/x\")\nString x() {}")),
                new Rule(
                        "the ledger binds each row that people edit by its content",
                        Sources.mainJava(),
                        source -> matches(source, UNBOUND_ROW),
                        new Source(
                                "x/X.java",
                                "ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CHANGED, actor, \"item\", 1));"
                                        + "ledger.record(LedgerEntry.of(LedgerEvent.ITEM_CREATED, a, b, 1).row(row));")),
                new Rule(
                        "no address of one machine stands in a file",
                        javaAndSql(),
                        source -> matches(source, Pattern.compile("(?<![\\w.~-])/(root|home|work)/")),
                        new Source("x/X.java", "Path.of(\"/ro" + "ot/data\")")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInEveryFile(Rule rule) {
        assertThat(rule.files()).isNotEmpty();
        assertThat(rule.files().stream().flatMap(file -> rule.faults().apply(file).stream()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rejectsItsOffender(Rule rule) {
        assertThat(rule.faults().apply(rule.offender())).isNotEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<String> faults = new ArrayList<>();
        Sources.mainJava().stream()
                .map(source -> Path.of(source.path()).getParent())
                .distinct()
                .forEach(folder -> faults.addAll(packageFaults(folder)));
        assertThat(faults).isEmpty();
    }

    @Test
    void aPackageWithoutAWordIsNoticed() {
        assertThat(packageFaults(Path.of("web-console/src/test/java/org/shuangsuiji/offender")))
                .isNotEmpty();
    }

    @Test
    void theReadmeLinksToFilesThatExist() {
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            assertThat(brokenLinks(Sources.read(Sources.ROOT.resolve(readme)))).isEmpty();
        }
        assertThat(brokenLinks(new Source("README.md", "[gone](no/such/File.java)")))
                .hasSize(1);
    }

    private static List<String> packageFaults(Path folder) {
        Path info = Sources.ROOT.resolve(folder).resolve("package-info.java");
        if (!Files.isRegularFile(info)) {
            return List.of(folder + " has no package-info.java");
        }
        String text = Sources.read(info).text();
        List<String> faults = new ArrayList<>();
        if (!text.contains("@NullMarked")) {
            faults.add(folder + " is not @NullMarked");
        }
        if (!Pattern.compile("/\\*\\*\\s*(\\*\\s*)?\\S").matcher(text).find()) {
            faults.add(folder + " does not say what it is for");
        }
        return faults;
    }

    /** Handlers of POST whose Javadoc neither names known events after "Ledger:" nor says "Changes nothing …, so it leaves no ledger entry". */
    private static List<String> silentPosts(Source source) {
        List<String> faults = new ArrayList<>();
        var post = Pattern.compile("@PostMapping").matcher(source.text());
        while (post.find()) {
            String before = source.text().substring(0, post.start());
            String javadoc = before.substring(Math.max(0, before.lastIndexOf("/**")));
            var words = Pattern.compile("Ledger: ([A-Z_, ]+)|Changes nothing[^.]*, so it (leaves no ledger entry)")
                    .matcher(javadoc);
            boolean adjacent = javadoc.indexOf("*/") > 0
                    && !javadoc.substring(javadoc.indexOf("*/")).contains(";");
            boolean named = adjacent
                    && words.find()
                    && (words.group(2) != null
                            || Stream.of(words.group(1).split("[, ]+", -1))
                                    .filter(word -> !word.isEmpty())
                                    .allMatch(EVENTS::contains));
            if (!named) {
                faults.add("%s:%d: a POST without its ledger event"
                        .formatted(source.path(), before.lines().count()));
            }
        }
        return faults;
    }

    private static List<String> foreignWrites(Source source) {
        List<String> faults = new ArrayList<>();
        var matcher = WRITES.matcher(source.text());
        String module = source.path().substring(0, Math.max(0, source.path().indexOf('/')));
        while (matcher.find()) {
            if (!OWNERS.get(matcher.group(1).toLowerCase(java.util.Locale.ROOT)).contains(module)) {
                faults.add(source.path() + ": " + matcher.group());
            }
        }
        return faults;
    }

    private static List<String> matches(Source source, Pattern pattern) {
        var matcher = pattern.matcher(source.text());
        List<String> faults = new ArrayList<>();
        while (matcher.find()) {
            long line = source.text().substring(0, matcher.start()).lines().count();
            faults.add("%s:%d: %s".formatted(source.path(), line, matcher.group()));
        }
        return faults;
    }

    private static List<String> brokenLinks(Source readme) {
        List<String> faults = new ArrayList<>();
        var matcher = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(readme.text());
        while (matcher.find()) {
            if (!Files.exists(Sources.ROOT.resolve(matcher.group(1)))) {
                faults.add(readme.path() + " links to " + matcher.group(1));
            }
        }
        return faults;
    }

    private static List<Source> javaAndSql() {
        return Stream.concat(
                        Sources.mainJava().stream()
                                .filter(source -> !source.path().startsWith("bench/")),
                        Sources.MODULES.stream()
                                .map(module -> module + "/src/main/resources")
                                .filter(folder -> Files.isDirectory(Sources.ROOT.resolve(folder)))
                                .flatMap(folder -> Sources.under(folder, ".sql").stream()))
                .toList();
    }

    private static List<Source> templates() {
        return Sources.under("web-console/src/main/resources/templates", ".html");
    }
}
