package org.shuangsuiji.console.grades;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.risk.GradeFilter;

/** What a reader asks of a distribution or list, as the address carries it. */
record GradeQuestion(
        @Nullable Long model,
        @Nullable String region,
        @Nullable String section,
        @Nullable String subject) {

    GradeFilter filter() {
        String digits = given(region);
        if (digits != null && !digits.matches("[0-9]{2,12}")) {
            throw Refusal.invalid("grade-region", digits);
        }
        return new GradeFilter(digits == null ? null : Region.prefixOf(digits), given(section), given(subject));
    }

    /** Whether fewer are asked for than the reader may see. */
    boolean narrows() {
        return given(region) != null || given(section) != null || given(subject) != null;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
