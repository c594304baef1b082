package org.shuangsuiji.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How the ledger binds what a row says. */
class RowContentTests {

    /**
     * Computed by Python: {@code hashlib.sha256(("7:staffNo6:SJ00014:name10:执法员110:department1:7"
     * "10:validUntil10:2029-11-236:scopes[6:登记6:食品]7:regions[1:*]4:note-5:empty0:").encode()).hexdigest()}.
     */
    @Test
    void anotherProgramComputesTheSameDigest() {
        RowContent row = RowContent.empty()
                .told("staffNo", "SJ0001")
                .bound("name", "执法员1")
                .told("department", 7L)
                .told("validUntil", LocalDate.of(2029, 11, 23))
                .told("scopes", new TreeSet<>(Set.of("食品", "登记")))
                .told("regions", List.of("*"))
                .bound("note", null)
                .told("empty", "");
        assertThat(row.digest()).isEqualTo("804bcc1ceb870699bc538695147283790d29e8f15e2ff9bc04a3c6529b575d82");
    }

    @Test
    void theOrderInWhichASetIsWalkedDoesNotMatterAndThatOfAListDoes() {
        assertThat(digest(new LinkedHashSet<>(List.of("登记", "食品"))))
                .isEqualTo(digest(new LinkedHashSet<>(List.of("食品", "登记"))));
        assertThat(digest(List.of("登记", "食品"))).isNotEqualTo(digest(List.of("食品", "登记")));
    }

    @Test
    void nothingIsNotEmptyAndAnEmptyListIsNeither() {
        assertThat(List.of(digest(null), digest(""), digest(List.of()), digest(List.of("")), digest("-"), digest("[]")))
                .doesNotHaveDuplicates();
        assertThat(digest(Arrays.asList("a", null))).isNotEqualTo(digest(List.of("a")));
    }

    @Test
    void lettersThatMoveToTheNextValueChangeTheDigest() {
        assertThat(two("ab", "c")).isNotEqualTo(two("a", "bc"));
        assertThat(digest(List.of("ab", "c"))).isNotEqualTo(digest(List.of("a", "bc")));
        assertThat(digest(List.of("a", "b"))).isNotEqualTo(digest(List.of("a, b")));
        assertThat(two("1:", "")).isNotEqualTo(two("", "1:"));
    }

    @Test
    void aValueOfAnotherNameHasAnotherDigest() {
        assertThat(RowContent.empty().told("cap", 2).digest())
                .isNotEqualTo(RowContent.empty().told("team", 2).digest())
                .as("whether the ledger tells it or only binds it makes no difference")
                .isEqualTo(RowContent.empty().bound("cap", 2).digest());
    }

    @Test
    void aChangeTellsWhatWasAndWhatBecameOfItAndOfPersonalDataOnlyThatItChanged() {
        RowContent before = row("张三", List.of("*"), 7, null);
        assertThat(before.changesTo(row("张山", List.of("150581007", "150581008"), 7, "x")))
                .isEqualTo(Map.of("name", "changed", "regions", "* → 150581007, 150581008", "note", "— → x"));
        assertThat(before.changesTo(before)).isEmpty();
        LedgerEntry entry = LedgerEntry.of(LedgerEvent.INSPECTOR_CHANGED, Actor.SYSTEM, "inspector", 5)
                .row(before, before);
        assertThat(entry.facts())
                .as("a change of nothing still binds the row")
                .isEqualTo(Map.of("row", before.digest()));
    }

    @Test
    void rowsOfTwoKindsAreNotComparedAndNoValueIsDigestedThatHasNoText() {
        RowContent row = row("张三", List.of(), 7, null);
        assertThatThrownBy(() -> row.changesTo(RowContent.empty())).hasMessageContaining("[]");
        assertThatThrownBy(() -> row.told("cap", new Object())).hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> row.told("regions", "*")).hasMessageContaining("'regions'");
    }

    private static RowContent row(String name, List<String> regions, int department, String note) {
        return RowContent.empty()
                .bound("name", name)
                .told("regions", regions)
                .told("department", department)
                .told("note", note);
    }

    private static String digest(Object value) {
        return RowContent.empty().told("value", value).digest();
    }

    private static String two(String first, String second) {
        return RowContent.empty().told("a", first).told("b", second).digest();
    }
}
