package org.shuangsuiji.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePatternTests {
    private static final String GOOD = """
            <html lang="zh-CN"><head><title>名录</title></head><body><h1>名录</h1>
            <table><caption>企业</caption><tr><td>1</td></tr></table>
            <label for="q">名称</label><input id="q" aria-invalid="true" aria-describedby="q-error">
            <p id="q-error">至少两个字</p>
            <div class="error-summary"><a href="#q">名称</a></div>
            </body></html>
            """;

    @Test
    void aPageThatOwesNothingPasses() {
        assertThat(PagePattern.faults(Jsoup.parse(GOOD))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>名录</h1>|<h2>名录</h2>|has 0 h1 instead of one",
                "<html lang=\"zh-CN\">|<html>|does not say its language",
                "<title>名录</title>|<title></title>|has no title",
                "<caption>企业</caption>|' '|a table has no caption",
                "<label for=\"q\">名称</label>|' '|a field has no label",
                "aria-describedby=\"q-error\"|' '|an error is not tied to its field",
                "href=\"#q\"|href=\"#gone\"|the error summary links to nothing",
                "<td>1</td>|<td>??list.title_zh_CN??</td>|shows a message key",
                "<td>1</td>|<td style=\"color:red\">1</td>|carries script or style"
            })
    void aPageThatOwesSomethingIsNoticed(String good, String offending, String fault) {
        assertThat(PagePattern.faults(Jsoup.parse(GOOD.replace(good, offending))))
                .anySatisfy(found -> assertThat(found).startsWith(fault));
    }
}
