package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.spring6.util.DetailedError;

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
    void theSummaryNamesTheFieldsInTheirOrderOnTheForm() throws IOException {
        List<String> faults = new ArrayList<>();
        int forms = 0;
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
                String page = Files.readString(file);
                var summary = SUMMARY.matcher(page);
                while (summary.find()) {
                    List<String> onForm = FIELD.matcher(page.substring(summary.end()))
                            .results()
                            .map(field -> field.group(1) + "=" + field.group(2))
                            .distinct()
                            .toList();
                    List<String> told = Arrays.stream(summary.group(1).split(" ", -1))
                            .filter(onForm::contains)
                            .toList();
                    forms++;
                    if (!onForm.equals(told)) {
                        faults.add("%s: %s, told %s".formatted(file.getFileName(), onForm, told));
                    }
                }
            }
        }
        assertThat(forms).isGreaterThan(10);
        assertThat(faults).isEmpty();
    }

    @Test
    void faultsAreToldFromTheTopOfTheFormToItsEndAndAListLineByLine() {
        var labels = new FieldLabels(new StaticMessageSource());
        List<DetailedError> found = Stream.of(
                        "digest", "sources[10].name", "elsewhere", "sources[2].due", "name", "sources[2].name")
                .map(field -> new DetailedError(field, null, new Object[0], "?"))
                .collect(Collectors.toCollection(ArrayList::new));
        found.add(2, new DetailedError(null, new Object[0], "the whole"));
        assertThat(labels.inOrder("name=a sources.name=b sources.due=c digest=d", found))
                .extracting(DetailedError::getFieldName)
                .containsExactly(
                        "[global]",
                        "name",
                        "sources[2].name",
                        "sources[2].due",
                        "sources[10].name",
                        "digest",
                        "elsewhere");
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
