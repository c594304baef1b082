package org.shuangsuiji.console.demo.district;

import java.time.LocalDate;

/** Writes days as the layouts want them, faster than a formatter. */
final class Days {
    private Days() {}

    /** 2026/03/31, as in the exchange files of permits and penalties. */
    static String slashed(LocalDate day) {
        return joined(day, "/");
    }

    /** 2026-03-31 */
    static String dashed(LocalDate day) {
        return joined(day, "-");
    }

    /** The day in one of the spellings that registries use. */
    static String spelled(LocalDate day, int spelling) {
        return switch (spelling) {
            case 0 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case 1 -> joined(day, "/");
            case 2 -> Integer.toString(day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth());
            default -> joined(day, "-");
        };
    }

    private static String joined(LocalDate day, String separator) {
        return day.getYear() + separator + two(day.getMonthValue()) + separator + two(day.getDayOfMonth());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
