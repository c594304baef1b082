package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Who;
import org.springframework.validation.MapBindingResult;
import tools.jackson.databind.json.JsonMapper;

/** Lists in a refusal, as the reader writes them. */
class ListsInWordsTests {
    private final Texts texts = new Texts();
    private final Problems problems = new Problems(
            texts.messageSource(),
            new SubjectWords(texts.messageSource()),
            texts.localeResolver(),
            JsonMapper.shared(),
            Clock.system(ZoneId.of("Asia/Shanghai")));

    private final Refusal noLead = Refusal.conflict("inspectors-no-lead", List.of("食品", "特种设备"), 3);

    @Test
    void aListInARefusalIsWrittenAsTheReaderWritesLists() {
        assertThat(problems.text(noLead, Locale.SIMPLIFIED_CHINESE)).contains("事项要求 食品、特种设备，3 名");
        assertThat(problems.text(noLead, Locale.ENGLISH)).contains("asks for 食品, 特种设备, and none of 3");
    }

    @Test
    void theSourcesStillMissingAreToldOneByOneInEitherLanguage() {
        Refusal missing = Refusal.conflict("sources-missing", List.of("现场骰子", "上证综指"));
        assertThat(problems.text(missing, Locale.SIMPLIFIED_CHINESE)).contains("现场骰子、上证综指");
        assertThat(problems.text(missing, Locale.ENGLISH))
                .contains("现场骰子, 上证综指")
                .doesNotContain("、", "[");
    }

    @Test
    void aListOfOneHasNoSeparatorAndAnEmptyOneNothing() {
        assertThat(problems.readable(List.of(List.of("食品"), List.of()), Locale.ENGLISH))
                .containsExactly("食品", "");
    }

    @Test
    void whatStandsInAListIsReadableItself() {
        assertThat(problems.readable(List.of(List.of(LocalDate.of(2026, 11, 22), 12_345L)), Locale.ENGLISH))
                .containsExactly("2026-11-22, 12345");
    }

    @Test
    void whatTheSystemDidIsSaidInTheReadersLanguageAndAPersonByName() {
        Instant moment = Instant.parse("2026-11-22T02:00:00Z");
        Refusal bySystem = Refusal.conflict("source-entered", new Who(Actor.SYSTEM.name()), moment);
        assertThat(problems.text(bySystem, Locale.SIMPLIFIED_CHINESE)).contains("已由 系统自动 于 2026-11-22 10:00:00 录入");
        assertThat(problems.text(bySystem, Locale.ENGLISH)).contains("was entered by the system at");
        assertThat(problems.text(Refusal.conflict("source-entered", new Who("王计划"), moment), Locale.ENGLISH))
                .contains("by 王计划 at");
    }

    @Test
    void theSummaryOfAFormSaysTheSame() {
        var form = new MapBindingResult(new HashMap<>(), "form");
        problems.into(form, noLead, Locale.ENGLISH);
        assertThat(form.getGlobalErrors()).singleElement().satisfies(error -> assertThat(
                        texts.messageSource().getMessage(error, Locale.ENGLISH))
                .contains("食品, 特种设备"));
    }
}
