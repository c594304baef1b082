package org.shuangsuiji.console.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.SentBack;
import org.springframework.context.support.ResourceBundleMessageSource;

class FaultTextsTests {
    private static final Note UNKNOWN = new Note("columns-unknown", List.of("备用一", "备用二"));

    private final FaultTexts faultTexts = new FaultTexts(texts());

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages-shell", "messages-ingest");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Test
    void columnsThatWereNotRecognisedAreListedAsTheReaderWritesLists() {
        assertThat(faultTexts.note(UNKNOWN, Locale.SIMPLIFIED_CHINESE)).contains("备用一、备用二");
        assertThat(faultTexts.note(UNKNOWN, Locale.ENGLISH)).contains("备用一, 备用二");
    }

    @Test
    void theFirstOfManyMergedCellsIsSaidBesideTheirNumber() {
        Note merged = new Note("cells-merged", List.of("2", "C2:C3"));
        assertThat(faultTexts.note(merged, Locale.SIMPLIFIED_CHINESE)).contains("有 2 处", "第一处 C2:C3");
        assertThat(faultTexts.note(merged, Locale.ENGLISH)).contains("2 places", "the first is C2:C3");
    }

    @Test
    void everyMarkHasItsText() {
        for (Flag flag : Flag.values()) {
            assertThat(texts().getMessage("flag." + flag, null, Locale.SIMPLIFIED_CHINESE))
                    .isNotBlank();
        }
    }

    @Test
    void numbersOfPersonsAreSaidToBeTakenOutOfTextsAndOfColumnsOfNumbers() {
        assertThat(texts().getMessage("flag.PERSON_REMOVED", null, Locale.SIMPLIFIED_CHINESE))
                .contains("文字或号码列");
        assertThat(texts().getMessage("flag.PERSON_REMOVED", null, Locale.ENGLISH))
                .contains("words", "columns of other numbers");
    }

    @Test
    void theColumnsOfTheFaultWorkbookAreThoseThatTheReaderLeavesOut() {
        List<String> keys = List.of("line", "column", "reason", "action");
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(SentBack.HEADERS)
                    .contains(keys.stream()
                            .map(key -> texts().getMessage("fault.workbook." + key, null, locale))
                            .toList());
        }
    }
}
