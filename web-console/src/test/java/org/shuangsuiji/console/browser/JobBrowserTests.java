package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a running job before a real browser. */
class JobBrowserTests extends ConsoleTest {
    @Autowired
    private Jobs jobs;

    @Test
    void thePageShowsTheEndAlsoWhereNoEventsGetThrough() {
        List<String> faults = new ArrayList<>();
        Person reader = aPerson(Role.ADMINISTRATOR);
        var actor = new Actor(
                reader.account(), reader.name(), district().id(), district().scope());
        long id = jobs.add("probe", "thing:11", actor, Instant.EPOCH);
        jobs.start(id, Instant.EPOCH);
        try (var browsers = new OfficeBrowser()) {
            Page page = browsers.desk("zh-CN");
            page.route("**/events", Route::abort);
            Seat seat = new Seat("reader", "http://localhost:" + port, page, faults, new HashSet<>());
            seat.signIn("/console", reader.account(), PASSWORD).open("/console/jobs/" + id);
            assertThat(seat.find("[data-job-over=false]").count()).isEqualTo(1);
            page.waitForResponse("**/jobs/*/progress", () -> {});
            jobs.finish(id, Job.State.DONE, null, List.of(), Instant.EPOCH);
            seat.await("[data-job-over=true]", "完成");
        }
        assertThat(faults).isEmpty();
    }
}
