package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DetailsTests {

    @Test
    void noFactsMakeNoText() {
        var details = new Details();
        details.add("nothing", null);
        assertThat(details.json()).isNull();
    }

    @Test
    void equalFactsMakeEqualTextWhateverTheirOrder() {
        var one = new Details();
        one.add("year", 2025L);
        one.add("filed", LocalDate.of(2026, 3, 31));
        one.add("basis", "第1号");
        var other = new Details();
        other.add("basis", "第1号");
        other.add("filed", LocalDate.of(2026, 3, 31));
        other.add("year", 2025L);
        assertThat(one.json())
                .isEqualTo(other.json())
                .isEqualTo("{\"basis\":\"第1号\",\"filed\":\"2026-03-31\",\"year\":2025}");
    }

    @Test
    void aTextThatEndsTheTextStaysAText() {
        var details = new Details();
        details.add("value", "a\"b\\c\nd\u0001,\"x\":1}");
        assertThat(details.json()).isEqualTo("{\"value\":\"a\\\"b\\\\c\\u000ad\\u0001,\\\"x\\\":1}\"}");
    }

    @Test
    void aNumberIsANumberAndDigitsOfATextStayText() {
        var details = new Details();
        details.add("count", -5L);
        details.add("text", "007");
        assertThat(details.json()).isEqualTo("{\"count\":-5,\"text\":\"007\"}");
    }
}
