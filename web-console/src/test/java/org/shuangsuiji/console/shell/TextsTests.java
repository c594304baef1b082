package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.LedgerEvent;

class TextsTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    /** Chinese signs as well: a list joined by one of them is no English list. */
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[}(]");
    private static final Pattern INLINE =
            Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*src=)|th:utext|javascript:");

    @Test
    void bothLanguagesHaveAllKeys() throws IOException {
        List<Path> chinese = bundles(false);
        assertThat(chinese).isNotEmpty();
        for (Path bundle : chinese) {
            assertThat(keysOfOneLanguage(bundle)).as(bundle.toString()).isEmpty();
        }
        assertThat(bundles(true)).hasSameSizeAs(chinese);
    }

    @Test
    void aKeyOfOneLanguageAloneIsNoticed(@TempDir Path folder) throws IOException {
        Path bundle = Files.writeString(folder.resolve("messages-x.properties"), "both=两种\nchinese=中文\n");
        Files.writeString(folder.resolve("messages-x_en.properties"), "both=both\nenglish=English\n");
        assertThat(keysOfOneLanguage(bundle)).containsExactly("chinese", "english");
    }

    /** The keys that a bundle or its English twin lacks. */
    private static Set<String> keysOfOneLanguage(Path bundle) throws IOException {
        Set<String> chinese = keys(bundle);
        Set<String> english =
                keys(bundle.resolveSibling(bundle.getFileName().toString().replace(".properties", "_en.properties")));
        Set<String> one = new TreeSet<>(chinese);
        one.addAll(english);
        one.removeIf(key -> chinese.contains(key) && english.contains(key));
        return one;
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (Path bundle : bundles(false)) {
            keys(bundle).forEach(key -> places.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(bundle.getFileName().toString()));
        }
        assertThat(places.entrySet().stream().filter(it -> it.getValue().size() > 1))
                .isEmpty();
    }

    /** The later of two would silently take the place of the other. */
    @Test
    void noKeyStandsTwiceInOneBundle() throws IOException {
        for (boolean english : new boolean[] {false, true}) {
            for (Path bundle : bundles(english)) {
                List<String> lines = Files.readAllLines(bundle, StandardCharsets.UTF_8);
                assertThat(lines.stream()
                                .filter(line -> !line.startsWith("#") && line.contains("="))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as(bundle.toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void noPageHasAChineseWordOfItsOwn() throws IOException {
        assertThat(offenders(text ->
                        HAN.matcher(COMMENT.matcher(text).replaceAll("")).find()))
                .isEmpty();
        assertThat(HAN.matcher("th:text=\"${#strings.listJoin(names, '、')}\"").find())
                .isTrue();
    }

    @Test
    void noPageHasScriptsOrStylesInline() throws IOException {
        assertThat(offenders(text ->
                        INLINE.matcher(COMMENT.matcher(text).replaceAll("")).find()))
                .isEmpty();
        assertThat(INLINE.matcher("<p style=\"color:red\">").find()).isTrue();
        assertThat(INLINE.matcher("<a onclick=\"go()\">").find()).isTrue();
        assertThat(INLINE.matcher("<script>go()</script>").find()).isTrue();
    }

    @Test
    void everyKeyThatAPageNamesHasItsText() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : bundles(false)) {
            known.addAll(keys(bundle));
        }
        Set<String> missing = new TreeSet<>();
        for (Path template : templates()) {
            var matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    missing.add(template.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyEventRoleAndMenuEntryHasItsText() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : bundles(false)) {
            known.addAll(keys(bundle));
        }
        List<String> wanted = new ArrayList<>();
        Stream.of(LedgerEvent.values()).map(it -> "event." + it.word()).forEach(wanted::add);
        Stream.of(Role.values()).map(it -> "role." + it).forEach(wanted::add);
        Menu.GROUPS.forEach(group -> {
            wanted.add("menu.group." + group.name());
            group.entries().forEach(entry -> wanted.add("menu." + entry.section()));
            group.entries().stream()
                    .filter(entry -> !entry.section().equals("home"))
                    .forEach(entry -> wanted.add("home.about." + entry.section()));
        });
        assertThat(known).containsAll(wanted);
    }

    @Test
    void everyIconThatAPageNamesIsInTheSprite() throws IOException {
        String sprite = Files.readString(RESOURCES.resolve("static/icons.svg"));
        Pattern icon = Pattern.compile("icons\\.svg#([a-z0-9-]+)[}|]");
        for (Path template : templates()) {
            var matcher = icon.matcher(Files.readString(template));
            while (matcher.find()) {
                assertThat(sprite).as(template.toString()).contains("id=\"" + matcher.group(1) + "\"");
            }
        }
        Menu.GROUPS.forEach(
                group -> group.entries().forEach(entry -> assertThat(sprite).contains("id=\"" + entry.icon() + "\"")));
    }

    private interface Rule {
        boolean bad(String text);
    }

    private static List<String> offenders(Rule rule) throws IOException {
        List<String> offenders = new ArrayList<>();
        for (Path template : templates()) {
            if (rule.bad(Files.readString(template))) {
                offenders.add(template.toString());
            }
        }
        return offenders;
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(it -> it.toString().endsWith(".html")).toList();
        }
    }

    private static List<Path> bundles(boolean english) throws IOException {
        try (var files = Files.list(RESOURCES)) {
            return files.filter(it -> it.getFileName().toString().matches("messages-[a-z]+(_en)?\\.properties"))
                    .filter(it -> it.toString().endsWith("_en.properties") == english)
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> keys(Path bundle) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
