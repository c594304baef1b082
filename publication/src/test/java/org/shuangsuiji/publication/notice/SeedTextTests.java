package org.shuangsuiji.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.Digests;

class SeedTextTests {
    private static final Pattern SOURCE = Pattern.compile(
            "\\{\"due\":\"[^\"]*\",\"fallback\":(?:null|\\{\"due\":\"[^\"]*\",\"name\":\"(?<fallback>[^\"]*)\"\\})"
                    + ",\"format\":\\[[0-9,]*\\],\"kind\":\"[A-Z]*\",\"name\":\"(?<name>[^\"]*)\"\\}"
                    + "|\\{\"due\":\"[^\"]*\",\"format\":\\[[0-9,]*\\],\"kind\":\"[A-Z]*\",\"name\":\"(?<plain>[^\"]*)\"\\}");
    private static final Pattern ANSWER =
            Pattern.compile("\\{(?:\"(?<key>value|fallback)\":\"(?<value>[^\"]*)\"|\"none\":true)\\}");

    @ParameterizedTest
    @ValueSource(strings = {"single-department", "groups-with-fallback-source", "joint-regions-differ", "corners"})
    void itsDigestIsTheSeedOfTheIndependentBundles(String bundle) throws IOException {
        Path folder = Path.of("..", "verifier", "vectors", bundle);
        String rule = Files.readString(folder.resolve("rule.json"));
        Matcher source = SOURCE.matcher(rule);
        Matcher answer = ANSWER.matcher(Files.readString(folder.resolve("sources.json")));
        List<SeedText.Answer> answers = new ArrayList<>();
        while (source.find() && answer.find()) {
            String name = source.group("plain") == null ? source.group("name") : source.group("plain");
            boolean fallback = "fallback".equals(answer.group("key"));
            answers.add(new SeedText.Answer(fallback ? source.group("fallback") : name, answer.group("value")));
        }
        assertThat(answers).isNotEmpty();
        var text = SeedText.of(Digests.sha256Hex(rule), answers);
        assertThat(Files.readString(folder.resolve("result.json")))
                .contains("\"seed\":\"" + Digests.sha256Hex(text.text()) + "\"");
    }
}
