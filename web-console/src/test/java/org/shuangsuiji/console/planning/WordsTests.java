package org.shuangsuiji.console.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Several words in one line of a form. */
class WordsTests {
    private static final List<String> FIELDS = List.of("食品", "特种设备");

    private final Words words = new Words(texts());

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages-shell");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Test
    void aFormShowsThemAsItsReaderWouldTypeThem() {
        assertThat(words.join(FIELDS, Locale.SIMPLIFIED_CHINESE)).isEqualTo("食品、特种设备");
        assertThat(words.join(FIELDS, Locale.ENGLISH)).isEqualTo("食品, 特种设备");
    }

    @Test
    void whatIsSpeltInPartsGetsTheOneSpellingThatADrawPublishes() {
        assertThat(Words.stripped(" cafe\u0301 \uF900 ")).isEqualTo("caf\u00E9 \u8C48");
        assertThat(Words.split("cafe\u0301、\uF900")).containsExactly("caf\u00E9", "\u8C48");
    }

    @Test
    void theBlankOfAChineseKeyboardIsABlank() {
        assertThat(Words.split("　１５０５８１　１５０５０２；1505\u00A0")).containsExactly("１５０５８１", "１５０５０２", "1505");
    }

    @Test
    void whatOneReaderSavedTheOtherReadsAlike() {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(Words.split(words.join(FIELDS, locale))).isEqualTo(FIELDS);
        }
    }
}
