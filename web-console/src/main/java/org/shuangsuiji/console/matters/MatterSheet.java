package org.shuangsuiji.console.matters;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.CsvSheet;
import org.shuangsuiji.ingest.Matter;
import org.shuangsuiji.ingest.MatterList;
import org.springframework.stereotype.Component;

/** A version of the list as a file. */
@Component
class MatterSheet {
    private static final List<String> HEADERS = List.of(
            "matter.code",
            "matter.name",
            "matter.kinds",
            "matter.fields",
            "matter.basis",
            "matter.department",
            "matter.frequency",
            "matter.share",
            "matter.publicity",
            "matter.change");

    private final Words words;

    MatterSheet(Words words) {
        this.words = words;
    }

    void write(MatterList list, List<Matter> matters, HttpServletResponse response, Locale locale) throws IOException {
        CsvSheet sheet = CsvSheet.begin(response, "matters-%d-%d.csv".formatted(list.departmentId(), list.number()));
        sheet.line(HEADERS.stream().map(header -> words.text(header, locale)).toList());
        matters.forEach(matter -> sheet.line(cells(matter, locale)));
        sheet.end();
    }

    private List<String> cells(Matter matter, Locale locale) {
        var terms = matter.terms();
        return Stream.of(
                        terms.code(),
                        terms.name(),
                        words.join(
                                terms.kinds().stream()
                                        .map(kind -> words.text("kind." + kind.word(), locale))
                                        .toList(),
                                locale),
                        terms.fields(),
                        terms.basis(),
                        matter.departmentName(),
                        terms.frequency(),
                        words.text("matter.share." + terms.share(), locale),
                        words.text(terms.open() ? "matter.publicity.OPEN" : "matter.publicity.INTERNAL", locale),
                        words.text("matter.change." + matter.change(), locale))
                .toList();
    }
}
