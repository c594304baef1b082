package org.shuangsuiji.console.demo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shuangsuiji.console.demo.district.District;
import org.shuangsuiji.ingest.Duties;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.ingest.Source;
import org.shuangsuiji.ingest.SourceRow;
import org.shuangsuiji.ingest.Sources;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the district's files, hands them in as a department would, and waits until they are loaded. */
@Component
@Profile(DemoProfile.NAME)
@Order(1)
class LoadDistrict implements DemoStage {
    private final DemoSteps steps;
    private final DemoSettings settings;
    private final DemoPeople people;
    private final DemoWaiting waiting;
    private final ReceiveDelivery receiveDelivery;
    private final Sources sources;
    private final Duties duties;

    LoadDistrict(
            DemoSteps steps,
            DemoSettings settings,
            DemoPeople people,
            DemoWaiting waiting,
            ReceiveDelivery receiveDelivery,
            Sources sources,
            Duties duties) {
        this.steps = steps;
        this.settings = settings;
        this.people = people;
        this.waiting = waiting;
        this.receiveDelivery = receiveDelivery;
        this.sources = sources;
        this.duties = duties;
    }

    @Override
    public String word() {
        return "load";
    }

    @Override
    public void run(Progress progress) {
        var district = new District(settings.seed(), settings.enterprises(), steps.day());
        // registrations first, so that records meet enterprises that are known already
        waiting.forJobAbout("delivery:" + deliver(district, RecordKind.REGISTRATION), progress);
        List<Long> others = new ArrayList<>();
        for (RecordKind kind : District.KINDS) {
            if (kind != RecordKind.REGISTRATION) {
                others.add(deliver(district, kind));
            }
        }
        for (long delivery : others) {
            waiting.forJobAbout("delivery:" + delivery, progress);
        }
        steps.idOf("duties", this::owe);
    }

    /** What the department owes from now on, as the template has it: what it sent before today was owed to nobody. */
    private long owe() {
        Actor credit = people.actor(DemoAccount.CREDIT);
        long source = sources.list(credit.scope()).stream()
                .filter(row ->
                        row.standing() == Source.Standing.DEPARTMENT && row.departmentId() == credit.departmentId())
                .map(SourceRow::id)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
        return duties.enterTemplate(source, steps.day(), credit);
    }

    private long deliver(District district, RecordKind kind) {
        return steps.idOf("delivery-" + kind.word(), () -> handIn(district, kind));
    }

    private long handIn(District district, RecordKind kind) {
        Actor credit = people.actor(DemoAccount.CREDIT);
        try {
            Path file = Files.createTempFile("shuangsuiji-demo", ".csv");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    district.write(kind, out);
                }
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    return receiveDelivery
                            .receive(kind, "demo-" + kind.word() + ".csv", in, "demo-" + kind.word(), credit)
                            .id();
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's file of %ss cannot be written".formatted(kind.word()), e);
        }
    }
}
