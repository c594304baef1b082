package org.shuangsuiji.ingest.file;

import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;

/** What the format of a cell makes of the number in it. */
enum NumberForm {
    NUMBER,
    DAY,
    /** A year and a month: the day that the number has as well was added by the program, and nobody wrote it. */
    MONTH;

    /** Formats that programs in Chinese know by number and that no file spells out. */
    private static final List<Integer> CHINESE_DAYS =
            List.of(27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 58);

    private static final int CHINESE_MONTH = 57;
    private static final int ENGLISH_MONTH = 17;

    /** By the number of a format and the code that the file gives for it, empty where it gives none. */
    static NumberForm of(int number, String code) {
        if (code.isEmpty() && (number == CHINESE_MONTH || number == ENGLISH_MONTH)) {
            return MONTH;
        }
        if (code.isEmpty() && CHINESE_DAYS.contains(number)) {
            return DAY;
        }
        if (!DateUtil.isADateFormat(number, code)) {
            return NUMBER;
        }
        String letters = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return letters.contains("y") && letters.contains("m") && !letters.contains("d") && !letters.contains("h")
                ? MONTH
                : DAY;
    }
}
