package org.shuangsuiji.console.demo;

import org.shuangsuiji.model.Progress;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Waits until the published results, which are credit records now, have moved the grades of their enterprises. */
@Component
@Profile(DemoProfile.NAME)
@Order(6)
class SettleDistrict implements DemoStage {
    private final DemoWaiting waiting;

    SettleDistrict(DemoWaiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public String word() {
        return "settle";
    }

    @Override
    public void run(Progress progress) {
        waiting.forAllOtherJobs(progress);
    }
}
