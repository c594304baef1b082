package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.Nonsense;
import org.shuangsuiji.console.office.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nonsense typed into the forms of the pages that stand by themselves; the wizard has its own test. */
class NonsenseInFormsTests extends ConsoleTest {
    private static final Set<String> LEFT_ALONE = Set.of("/console/logout", "/console/language");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void nonsenseIsAnsweredByTheFormWithWhatWasTypedAndNeverByAFailure() {
        Browser browser = signedInAs(Role.values());
        List<String> faults = new ArrayList<>();
        int pages = 0;
        for (String path : pages()) {
            var page = browser.get(path);
            if (page.status() == 200) {
                pages++;
                faults.addAll(Nonsense.faults(browser, page, LEFT_ALONE));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(pages).as("pages tried").isGreaterThan(15);
    }

    private List<String> pages() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/console") && !path.contains("{"))
                .sorted()
                .toList();
    }
}
