package org.shuangsuiji.console.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Two bodies are never called alike. */
class DepartmentNamesTests extends ConsoleTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private CreateDepartment createDepartment;

    private Department create(String name) {
        return createDepartment.create(
                new Departments.NewDepartment(
                        district().id(),
                        "NAMES-" + NUMBER.incrementAndGet(),
                        name,
                        "名称",
                        Department.Level.STATION,
                        "市场监管",
                        "150581"),
                Actor.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(%s)A局", "（%s）Ａ局", "（%s） A局", "（%s）\u3000A局"})
    void aNameInOtherWidthsOrWithBlanksIsTheSameName(String spelling) {
        String which = "第" + NUMBER.incrementAndGet() + "所";
        create("（%s）A局".formatted(which));
        assertThatThrownBy(() -> create(spelling.formatted(which)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("department-name-taken"));
        assertThat(create("（%s）B局".formatted(which)).name()).isEqualTo("（%s）B局".formatted(which));
    }

    @Test
    void ofSeveralWhoGiveOneNameAtOnceOneWinsAndTheOthersLearnThatItIsTaken() throws Exception {
        List<String> spellings = List.of("(同时)局", "（同时）局", "（同时） 局", "(同时） 局", "(同时)局", "（同时)局");
        district();
        var ready = new CountDownLatch(spellings.size());
        var all = Executors.newFixedThreadPool(spellings.size());
        try {
            List<Future<Optional<String>>> made = spellings.stream()
                    .map(spelling -> all.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return refusal(spelling);
                    }))
                    .toList();
            Stream.Builder<String> refused = Stream.builder();
            for (Future<Optional<String>> each : made) {
                each.get().ifPresent(refused);
            }
            assertThat(refused.build()).hasSize(spellings.size() - 1).containsOnly("department-name-taken");
        } finally {
            all.shutdownNow();
        }
    }

    private Optional<String> refusal(String name) {
        try {
            create(name);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.code());
        }
    }
}
