package org.shuangsuiji.ingest.reading;

import java.util.Arrays;
import java.util.List;

/**
 * Why the file itself does not say what stands in a field: it counts where the field is read, and not in a column that
 * nothing is made of.
 *
 * @param field its place in the row; {@link #WHOLE_ROW} where the row as a whole cannot be read
 * @param value what was found
 * @param code names the text below {@code fault.}
 * @param args fill that text
 */
public record CellFault(int field, String value, String code, List<String> args) {
    public static final int WHOLE_ROW = -1;

    public static CellFault of(int field, String value, String code, Object... args) {
        return new CellFault(
                field, value, code, Arrays.stream(args).map(String::valueOf).toList());
    }
}
