package org.shuangsuiji.console.jobs;

import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.springframework.stereotype.Component;

/** Whether long work runs or failed. */
@Component
class JobCards implements HomeCards {
    private static final int FIRST = 50;
    private static final int MOST = 100;

    private final Jobs jobs;

    JobCards(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        if (!reader.roles().contains(Role.ADMINISTRATOR)) {
            return List.of();
        }
        return List.of(
                card(FIRST, "home.jobs.running", "progress", Job.State.RUNNING, reader),
                card(FIRST + 1, "home.jobs.failed", "alert-triangle", Job.State.FAILED, reader));
    }

    private HomeCard card(int order, String label, String icon, Job.State state, OfficeUser reader) {
        int found = jobs.list(state, null, reader.actor().scope(), MOST + 1).size();
        String value = found > MOST ? HomeCard.number(MOST) + "+" : HomeCard.number(found);
        return new HomeCard(order, label, value, null, "/console/jobs?state=" + state, icon);
    }
}
