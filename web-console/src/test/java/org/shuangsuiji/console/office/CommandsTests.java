package org.shuangsuiji.console.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.beans.factory.annotation.Autowired;

class CommandsTests extends ConsoleTest {
    private static final Actor ACTOR = new Actor("impatient", "急", 1, new Scope("/1/", "15"));
    private static final byte[] REQUEST = Digests.sha256(new byte[] {1});

    @Autowired
    Commands commands;

    @Test
    void theSameKeyAgainReturnsTheFirstAnswer() {
        String key = UUID.randomUUID().toString();
        assertThat(commands.once(ACTOR, key, REQUEST, () -> "/first")).isEqualTo("/first");
        assertThat(commands.once(ACTOR, key, REQUEST, () -> "/second")).isEqualTo("/first");
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        String key = UUID.randomUUID().toString();
        commands.once(ACTOR, key, REQUEST, () -> "/first");
        assertThatThrownBy(() -> commands.once(ACTOR, key, Digests.sha256(new byte[] {2}), () -> "/second"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void aFailedCommandLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> commands.once(ACTOR, key, REQUEST, () -> {
                    throw Refusal.invalid("form-key");
                }))
                .isInstanceOf(Refusal.class);
        assertThat(commands.once(ACTOR, key, REQUEST, () -> "/now")).isEqualTo("/now");
    }

    @Test
    void manySendersAtOnceCauseOneCommand() throws Exception {
        String key = UUID.randomUUID().toString();
        var ran = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> send = () -> commands.once(ACTOR, key, REQUEST, () -> "/run/" + ran.incrementAndGet());
            List<Future<String>> answers =
                    threads.invokeAll(Stream.generate(() -> send).limit(24).toList());
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("/run/1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ran).hasValue(1);
    }
}
