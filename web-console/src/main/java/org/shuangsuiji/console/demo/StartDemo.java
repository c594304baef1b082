package org.shuangsuiji.console.demo;

import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.office.StartJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Once the console answers: makes the demo's people, starts what is left of the first start, and says where to go. */
@Component
@Profile(DemoProfile.NAME)
class StartDemo {
    private static final Logger LOG = LoggerFactory.getLogger(StartDemo.class);

    private final DemoPeople people;
    private final DemoSummary summary;
    private final Jobs jobs;
    private final StartJob startJob;

    StartDemo(DemoPeople people, DemoSummary summary, Jobs jobs, StartJob startJob) {
        this.people = people;
        this.summary = summary;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        summary.credentials(people.settle());
        Job.State state = jobs.latestAbout(PrepareDemo.SUBJECT).map(Job::state).orElse(null);
        if (state == Job.State.DONE) {
            summary.printWelcome();
        } else if (state == Job.State.WAITING || state == Job.State.RUNNING) {
            LOG.info("The demo is being prepared: the first start goes on where it was interrupted");
            summary.printWelcome();
        } else {
            LOG.info("The demo is being prepared; the pages answer already and show how far it is");
            summary.printWelcome();
            startJob.start(PrepareDemo.KIND, PrepareDemo.SUBJECT, people.actor(DemoAccount.ADMIN));
        }
    }
}
