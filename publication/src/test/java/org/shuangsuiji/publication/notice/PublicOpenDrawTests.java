package org.shuangsuiji.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicOpenDrawTests {

    @Test
    void anOpenDrawGivesItsSealedPartItsListsAndItsTargets() {
        assertThat(of("sealed.json", "frame-1.tsv", "targets.json").files()).hasSize(3);
        assertThat(of("sealed.json", "frame-1.tsv", "frame-2.tsv", "targets.json")
                        .files())
                .hasSize(4);
        assertThat(PublicOpenDraw.names(3)).containsExactly("sealed.json", "frame-1.tsv", "targets.json");
        assertThat(PublicOpenDraw.names(12)).hasSize(12).endsWith("frame-10.tsv", "targets.json");
    }

    @Test
    void itGivesNothingElseAndLeavesNothingOut() {
        for (List<String> names : List.of(
                List.of("sealed.json", "frame-1.tsv", "inspectors.tsv", "targets.json"),
                List.of("sealed.json", "frame-1.tsv", "result.json"),
                List.of("sealed.json", "frame-1.tsv", "targets.json", "inspectors.tsv"),
                List.of("sealed.json", "frame-2.tsv", "targets.json"),
                List.of("sealed.json", "frame-1.tsv", "frame-1.tsv", "targets.json"),
                List.of("frame-1.tsv", "sealed.json", "targets.json"),
                List.of("sealed.json", "targets.json"),
                List.of("sealed.json", "frame-1.tsv"),
                List.of("frame-1.tsv", "targets.json"),
                List.<String>of())) {
            assertThatThrownBy(() -> of(names.toArray(String[]::new)))
                    .as("%s", names)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("its lists and targets.json");
        }
    }

    private static PublicOpenDraw of(String... names) {
        return new PublicOpenDraw(
                "c0".repeat(32),
                "5e".repeat(32),
                "",
                List.of(names).stream()
                        .map(name -> new PublicOpenDraw.File(name, out -> out.write(0)))
                        .toList());
    }
}
