package org.shuangsuiji.console.office;

import org.shuangsuiji.console.database.OfficeMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Once a start that is no demo has ended: marks the data folder of an office, so that no later start pours a demo into
 * it; where a demo was prepared before, says that its accounts are closed and that no office was made beside it.
 */
@Component
@Profile("!demo")
class AfterStart {
    private static final Logger LOG = LoggerFactory.getLogger(AfterStart.class);

    private final People people;
    private final ObjectProvider<OfficeMark> mark;
    private final Environment settings;

    AfterStart(People people, ObjectProvider<OfficeMark> mark, Environment settings) {
        this.people = people;
        this.mark = mark;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (people.anyOfDemo()) {
            tellOfTheDemo();
        } else if (!people.isEmpty()) {
            mark.ifAvailable(OfficeMark::set);
        }
    }

    private void tellOfTheDemo() {
        LOG.warn("数据库中有演示区，而本次启动不是演示：演示账号和演示接口密钥一律停用。如需继续演示，请以 --shuangsuiji.demo=true 重新启动。"
                + " The database holds a demo district, and this start is no demo: the demo's accounts and its API key are"
                + " closed. To go on with the demo, start again with --shuangsuiji.demo=true.");
        if (FirstSettings.given(settings)) {
            LOG.warn("给出了 shuangsuiji.first.…，但没有建立单位：数据库中已有演示区。请用 --shuangsuiji.data=另一目录（或另一数据库）重新启动。"
                    + " No office was made, although shuangsuiji.first.… asks for one: the database holds a demo district."
                    + " Start again with another folder, --shuangsuiji.data=DIR (or with another database).");
        }
    }
}
