package org.shuangsuiji.ingest.reading;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was refused.
 *
 * @param line the line on which the row begins, counting from 1
 * @param column the header of the column at fault, as it stands in the file; absent when the whole row is at fault
 * @param value what was found, shortened, and masked where it looks like a number of a person
 * @param code names the text below {@code fault.} that says what is wrong and what to do
 * @param args fill that text
 */
public record Fault(
        long line, @Nullable String column, @Nullable String value, String code, List<String> args) {

    static Fault of(long line, @Nullable String column, @Nullable String value, String code, Object... args) {
        return new Fault(
                line,
                column == null ? null : Shown.undamaged(column),
                value == null ? null : Shown.of(value),
                code,
                Arrays.stream(args).map(String::valueOf).map(Shown::undamaged).toList());
    }
}
