package org.shuangsuiji.sampling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteralsTests {

    @Test
    void namesGiveWayToValuesAndCastsStay() {
        assertThat(Literals.written(
                        "select :model, 0::smallint, :graded, :starts, cast(:ranks as smallint[])",
                        Map.of(
                                "model",
                                7L,
                                "graded",
                                true,
                                "starts",
                                LocalDate.of(2026, 11, 22),
                                "ranks",
                                new Integer[] {1, 4})))
                .isEqualTo(
                        "select 7, 0::smallint, true, date '2026-11-22', cast(array[1, 4]::integer[] as smallint[])");
    }

    @Test
    void aQuoteInATextCannotEndIt() {
        assertThat(Literals.written(
                        "select :regions", Map.of("regions", new String[] {"15'; drop table x; --", "$1\\"})))
                .isEqualTo("select array['15''; drop table x; --', '$1\\']::text[]");
    }

    @Test
    void anEmptyListKeepsItsType() {
        assertThat(Literals.written("select :sections", Map.of("sections", new String[0])))
                .isEqualTo("select array[]::text[]");
    }

    @Test
    void aNameWithoutValueIsRefused() {
        assertThatThrownBy(() -> Literals.written("select :model", Map.of())).hasMessage(":model");
    }
}
