package org.shuangsuiji.console.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.shuangsuiji.console.office.Commands;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Digests;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Steps that happen once, however often the first start is killed and taken up again: the outcome and the mark that it
 * is there are one transaction.
 */
@Component
@Profile(DemoProfile.NAME)
class DemoSteps {
    private final Commands commands;
    private final Clock clock;

    DemoSteps(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The id that the step made, this time or before. */
    long idOf(String step, LongSupplier command) {
        return Long.parseLong(once(step, () -> Long.toString(command.getAsLong())));
    }

    void once(String step, Runnable command) {
        once(step, () -> {
            command.run();
            return "done";
        });
    }

    /** The day on which the district was made; a start after midnight goes on with the same files. */
    LocalDate day() {
        return LocalDate.parse(once("day", () -> LocalDate.now(clock).toString()));
    }

    private String once(String step, Supplier<String> command) {
        return commands.once(Actor.SYSTEM, "demo-step-" + step, digest(step), command);
    }

    private static byte[] digest(String step) {
        return Digests.sha256(step.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
