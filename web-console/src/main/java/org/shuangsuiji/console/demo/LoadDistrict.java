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
import org.shuangsuiji.console.demo.district.District;
import org.shuangsuiji.ingest.ReceiveDelivery;
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

    LoadDistrict(
            DemoSteps steps,
            DemoSettings settings,
            DemoPeople people,
            DemoWaiting waiting,
            ReceiveDelivery receiveDelivery) {
        this.steps = steps;
        this.settings = settings;
        this.people = people;
        this.waiting = waiting;
        this.receiveDelivery = receiveDelivery;
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
