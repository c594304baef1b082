package org.shuangsuiji.ingest.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An industry of GB/T 4754-2017.
 *
 * @param code four digits; shorter codes of groups are filled with zeros
 * @param section A to T
 */
record Industry(String code, String section) {
    private static final Pattern FORM = Pattern.compile("[A-T]?([0-9]{2,4})");
    /** The last division of each section, in order of the sections A to T. */
    private static final int[] LAST_DIVISION = {
        5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97
    };

    /** The industry, or null when the text is no code of one. */
    static @Nullable Industry read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String code = (form.group(1) + "00").substring(0, 4);
        int division = Integer.parseInt(code, 0, 2, 10);
        for (int i = 0; i < LAST_DIVISION.length && division > 0; i++) {
            if (division <= LAST_DIVISION[i]) {
                return new Industry(code, String.valueOf((char) ('A' + i)));
            }
        }
        return null;
    }
}
