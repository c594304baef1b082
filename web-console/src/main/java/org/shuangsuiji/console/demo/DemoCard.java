package org.shuangsuiji.console.demo;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.security.OfficeUser;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Says on everybody's start page that the demo is still being prepared. */
@Component
@Profile(DemoProfile.NAME)
class DemoCard implements HomeCards {
    private static final int FIRST = -100;

    private final Jobs jobs;

    DemoCard(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        Optional<Job> job = jobs.latestAbout(PrepareDemo.SUBJECT).filter(it -> it.state() != Job.State.DONE);
        return job.map(it -> card(it, reader)).stream().toList();
    }

    private HomeCard card(Job job, OfficeUser reader) {
        boolean maySee = jobs.find(job.id(), reader.actor().scope()).isPresent();
        return new HomeCard(
                FIRST,
                "demo.card",
                job.percent() + " %",
                job.state().over() ? "demo.card.failed" : "demo.card.running",
                maySee ? "/console/jobs/" + job.id() : "/console",
                "clock");
    }
}
