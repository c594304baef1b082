package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.portal.InspectedDistrict;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that comes back, before a real browser with its scripts. */
class FormBrowserTests extends ConsoleTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private Clock clock;

    @Test
    void eachLineOfTheSummaryNamesItsFieldOnceAlsoOnAPhone() {
        List<String> faults = new ArrayList<>();
        Person administrator = aPerson(Role.ADMINISTRATOR);
        Person person = aPerson(Role.INSPECTOR);
        try (var browsers = new OfficeBrowser()) {
            for (var page : List.of(browsers.desk("zh-CN"), browsers.phone("zh-CN"))) {
                Seat seat = new Seat("administrator", "http://localhost:" + port, page, faults, new HashSet<>());
                seat.signIn("/console", administrator.account(), PASSWORD)
                        .open("/console/people/%d/change".formatted(person.id()))
                        .fill("name", "")
                        .press("保存修改");
                assertThat(seat.find("#errors a").allTextContents()).containsExactly("姓名：请填写此项。");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void enterInTheDayOfAVisitKeepsTheProblemFoundWithAndWithoutScript() {
        InspectedDistrict.once(asOwner(), beans, LocalDate.now(clock));
        List<String> faults = new ArrayList<>();
        Person inspector = anInspector(InspectedDistrict.county(), "检查员9502", 9502);
        try (var browsers = new OfficeBrowser()) {
            for (var page : List.of(browsers.phone("zh-CN"), browsers.phoneWithoutScript("zh-CN"))) {
                Seat seat = new Seat("inspector", "http://localhost:" + port, page, faults, new HashSet<>());
                // axe cannot look at a page without its scripts
                seat.inHaste(true)
                        .signIn("/m", inspector.account(), PASSWORD)
                        .open("/m/visits/" + InspectedDistrict.visit(8));
                seat.find("input[name=c1]:checked").all().forEach(Locator::uncheck);
                seat.find("input[name=c1][value='5']").check();
                seat.fill("n1", "货架上有过期食品");
                seat.find(".more summary").click();
                seat.enter("inspectedOn").reads("草稿已保存");
                assertThat(seat.find("input[name=c1]:checked").all())
                        .extracting(box -> box.getAttribute("value"))
                        .containsExactly("5");
            }
        }
        assertThat(faults).isEmpty();
    }
}
