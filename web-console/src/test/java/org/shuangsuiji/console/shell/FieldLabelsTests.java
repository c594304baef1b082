package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class FieldLabelsTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern SUMMARY = Pattern.compile("shell/form :: errors\\('([^']*)'\\)");
    private static final Pattern FIELD = Pattern.compile(
            "form :: (?:line|lines|choice|choice-or|checks|radios|label-of)\\('([A-Za-z]+)', #\\{([a-z0-9.-]+)}");

    @Test
    void theSummaryNamesEachFieldAsItsLabelDoes() throws IOException {
        List<String> missing = new ArrayList<>();
        int forms = 0;
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
                String page = Files.readString(file);
                var summary = SUMMARY.matcher(page);
                if (summary.find()) {
                    forms++;
                    List<String> labels = List.of(summary.group(1).split(" ", -1));
                    FIELD.matcher(page)
                            .results()
                            .map(field -> field.group(1) + "=" + field.group(2))
                            .filter(label -> !labels.contains(label))
                            .forEach(label -> missing.add(file.getFileName() + ": " + label));
                }
            }
        }
        assertThat(forms).isGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    @Test
    void aFieldOfAListHasItsPlace() {
        var texts = new StaticMessageSource();
        texts.addMessage("source.due", Locale.CHINA, "公布时间");
        texts.addMessage("shell.colon", Locale.CHINA, "：");
        var labels = new FieldLabels(texts);
        assertThat(labels.before("sources.name=source.name sources.due=source.due", "sources[1].due", Locale.CHINA))
                .isEqualTo("公布时间 2：");
        assertThat(labels.before("sources.due=source.due", "elsewhere", Locale.CHINA))
                .isEmpty();
    }
}
