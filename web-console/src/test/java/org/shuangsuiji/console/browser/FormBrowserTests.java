package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;

/** A form that comes back, before a real browser with its scripts. */
class FormBrowserTests extends ConsoleTest {

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
}
