package org.shuangsuiji.console.joining;

import java.time.Clock;
import java.time.LocalDate;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.ingest.Gaps;
import org.shuangsuiji.ingest.SourceFigures;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * After deliveries, when duties were entered, and once a day: tallies what came in, counts which enterprises have no value, and finds what is missing.
 */
@Component
class CountFigures implements JobHandler {
    private static final String KIND = "figures";

    private final SourceFigures figures;
    private final Gaps gaps;
    private final StartJob startJob;
    private final Clock clock;

    CountFigures(SourceFigures figures, Gaps gaps, StartJob startJob, Clock clock) {
        this.figures = figures;
        this.gaps = gaps;
        this.startJob = startJob;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT45S", fixedDelayString = "PT1M")
    void startWhenOwed() {
        if (figures.owed() || gaps.looked(Scope.WHOLE_OFFICE).toCome()) {
            String day = LocalDate.now(clock).toString().replace("-", "");
            startJob.startUnlessOpen(KIND, "day:" + day, Actor.SYSTEM);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job, Progress progress) {
        figures.untallied().forEach(figures::tally);
        figures.countValues();
        gaps.sources().forEach(gaps::look);
    }
}
