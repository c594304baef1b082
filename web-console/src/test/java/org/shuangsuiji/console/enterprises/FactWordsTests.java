package org.shuangsuiji.console.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.ingest.reading.OwnFact;
import org.shuangsuiji.model.RecordKind;

/** Every fact that a kind of record declares has its name on the page, and no name is left of a fact that is gone. */
class FactWordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"messages-ingest.properties", "messages-ingest_en.properties"})
    void everyFactOfEveryKindHasAName(String bundle) throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", bundle), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Set<String> named = texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("detail."))
                .collect(Collectors.toSet());
        Set<String> declared = Stream.of(RecordKind.values())
                .flatMap(kind ->
                        OwnFact.of(kind).stream().map(fact -> "detail.%s.%s".formatted(kind.word(), fact.name())))
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(declared);
    }
}
