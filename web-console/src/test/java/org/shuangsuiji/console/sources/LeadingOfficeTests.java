package org.shuangsuiji.console.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Department;

class LeadingOfficeTests extends ConsoleTest {

    @Test
    void whoOwesNeitherPublishesTheListNorChangesWhatIsOwed() {
        Department county = county(province("460000", "海南省信用办"), "460105", "秀英区信用办");
        Department bureau = bureau(county, "秀英区住房和城乡建设局");
        Browser leading = signedInAs(county, Role.CREDIT_OFFICE);
        Browser owing = signedInAs(bureau, Role.CREDIT_OFFICE, Role.PLANNER, Role.ADMINISTRATOR);
        for (String page : List.of("/console/matters/publish", "/console/duties/new", "/console/duties/template")) {
            assertThat(leading.get(page).status()).as(page).isEqualTo(200);
            Browser.Page closed = owing.get(page);
            assertThat(closed.status()).as(page).isEqualTo(403);
            assertThat(closed.text()).as(page).contains("由信用监管牵头部门办理", "请与牵头部门联系");
        }
        for (String command : List.of(
                "/console/matters/publish",
                "/console/matters/1/return",
                "/console/duties",
                "/console/duties/1/end",
                "/console/gaps/1/ask",
                "/console/gaps/1/close",
                "/console/gaps/limits")) {
            assertThat(owing.post(command, Map.of("_csrf", List.of(owing.csrf())))
                            .status())
                    .as(command)
                    .isEqualTo(403);
            assertThat(leading.post(command, Map.of("_csrf", List.of(leading.csrf())))
                            .status())
                    .as(command)
                    .isNotEqualTo(403);
        }
        assertThat(links(leading, "/console/matters")).contains("/console/matters/publish", "/console/matters/new");
        assertThat(links(owing, "/console/matters"))
                .contains("/console/matters/new")
                .doesNotContain("/console/matters/publish");
        assertThat(links(leading, "/console/duties")).contains("/console/duties/new");
        assertThat(links(owing, "/console/duties")).doesNotContain("/console/duties/new");
        assertThat(leading.get("/console/gaps/limits").document().select("main form"))
                .isNotEmpty();
        assertThat(owing.get("/console/gaps/limits").document().select("main form"))
                .isEmpty();
        assertThat(owing.get("/console/duties/new?lang=en").text()).contains("A matter for the leading office");
    }

    private static List<String> links(Browser browser, String page) {
        return browser.get(page).document().select("main a").eachAttr("href");
    }
}
