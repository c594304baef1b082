package org.shuangsuiji.console.demo;

import java.math.BigDecimal;
import java.util.Comparator;
import org.shuangsuiji.ingest.Directory;
import org.shuangsuiji.ingest.Gap;
import org.shuangsuiji.ingest.GapRow;
import org.shuangsuiji.ingest.Gaps;
import org.shuangsuiji.ingest.SourceFigures;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws up the month's directory, finds what is missing by limits of the credit office, and notes a first promise. */
@Component
@Profile(DemoProfile.NAME)
@Order(9)
class OpenRegisters implements DemoStage {
    private static final int PROMISED_DAYS = 14;

    private final DemoSteps steps;
    private final DemoPeople people;
    private final Directory directory;
    private final SourceFigures figures;
    private final Gaps gaps;

    OpenRegisters(DemoSteps steps, DemoPeople people, Directory directory, SourceFigures figures, Gaps gaps) {
        this.steps = steps;
        this.people = people;
        this.directory = directory;
        this.figures = figures;
        this.gaps = gaps;
    }

    @Override
    public String word() {
        return "registers";
    }

    @Override
    public void run(Progress progress) {
        Actor credit = people.actor(DemoAccount.CREDIT);
        steps.once("directory", () -> {
            directory.take(credit);
        });
        steps.once("gap-limits", () -> {
            limit(RecordKind.PERMIT, 5, credit);
            limit(RecordKind.ANNUAL_REPORT, 20, credit);
            limit(RecordKind.THIRD_PARTY, 60, credit);
        });
        steps.once("gaps", () -> {
            figures.countValues();
            gaps.sources().forEach(gaps::look);
        });
        steps.once("gap-promise", () -> promise(credit));
    }

    private void limit(RecordKind kind, int percent, Actor credit) {
        gaps.limit(kind, BigDecimal.valueOf(percent), steps.day(), credit);
    }

    private void promise(Actor credit) {
        long id = gaps.open(credit.scope()).stream()
                .min(Comparator.comparing(GapRow::kind))
                .map(GapRow::id)
                .orElseThrow();
        Gap gap = gaps.get(id, credit.scope());
        gaps.ask(id, gap.version(), "已发函请补报，并说明缺失原因", credit);
        gaps.promise(
                id,
                gaps.get(id, credit.scope()).version(),
                steps.day().plusDays(PROMISED_DAYS),
                "答复：正在清理历史数据，两周内补报",
                credit);
    }
}
