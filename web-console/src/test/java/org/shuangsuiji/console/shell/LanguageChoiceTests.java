package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguageChoiceTests {
    private static final LanguageChoice CHOICE = new LanguageChoice();

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US,en;q=0.9", "fr;q=0.9,en-GB;q=0.8"})
    void aBrowserThatReadsEnglishAndNoChineseGetsEnglishPages(String header) {
        assertThat(CHOICE.resolveLocale(reading("/", header))).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zh-CN", "zh", "en-US,en;q=0.9,zh-CN;q=0.8", "en,zh-Hant-TW;q=0.1", "fr", "*", "a language?"})
    void everyOtherBrowserGetsChinesePages(String header) {
        assertThat(CHOICE.resolveLocale(reading("/", header))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(CHOICE.resolveLocale(reading("/", null))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void whatThePersonChoseGoesBeforeWhatTheBrowserReads() {
        var chinese = reading("/", "en");
        chinese.setCookies(new Cookie("shuangsuiji-language", "zh-CN"));
        assertThat(CHOICE.resolveLocale(chinese)).isEqualTo(Locale.SIMPLIFIED_CHINESE);

        var english = reading("/", "zh-CN");
        english.setCookies(new Cookie("shuangsuiji-language", "en"));
        assertThat(CHOICE.resolveLocale(english)).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en,zh;q=0.5|en", "zh-CN,en;q=0.5|zh-CN", "fr|zh-CN"})
    void aSystemGetsTheLanguageThatItReadsBest(String header, String language) {
        assertThat(CHOICE.resolveLocale(reading("/api/grades", header)).toLanguageTag())
                .isEqualTo(language);
    }

    private static MockHttpServletRequest reading(String path, @Nullable String header) {
        var request = new MockHttpServletRequest("GET", path);
        if (header != null) {
            request.addHeader("Accept-Language", header);
        }
        return request;
    }
}
