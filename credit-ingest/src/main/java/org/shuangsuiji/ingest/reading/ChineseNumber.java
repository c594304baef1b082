package org.shuangsuiji.ingest.reading;

/**
 * Reads a whole number in Chinese numerals, the everyday ones (四十八万) and those of banks (肆拾捌万).
 *
 * <p>It is strict, because a wrong sum is worse than none: 三万五 is 35,000 to some and 30,005 to nobody, so it is not
 * read.
 */
final class ChineseNumber {
    static final String NUMERALS = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟貳參陸億萬";
    static final long UNREADABLE = -1;

    private static final String DIGITS = "零一二三四五六七八九";
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;
    private static final int NO_DIGIT = -1;

    private long hundredMillions;
    private long tenThousands;
    private long section;
    private long lastUnit = Long.MAX_VALUE;
    private int digit = NO_DIGIT;
    private boolean zero;
    private boolean begun;
    private boolean readable = true;

    private ChineseNumber() {}

    /** The number, or {@link #UNREADABLE}. */
    static long read(String text) {
        var number = new ChineseNumber();
        for (int i = 0; i < text.length() && number.readable; i++) {
            number.take(everyday(text.charAt(i)));
        }
        return number.value();
    }

    private void take(char c) {
        switch (c) {
            case '零' -> {
                readable = begun && digit == NO_DIGIT;
                zero = true;
            }
            case '十' -> unit(10);
            case '百' -> unit(100);
            case '千' -> unit(1_000);
            case '万' -> {
                closeSection(TEN_THOUSAND);
                tenThousands = section * TEN_THOUSAND;
                section = 0;
            }
            case '亿' -> {
                closeSection(HUNDRED_MILLION);
                hundredMillions = section * HUNDRED_MILLION;
                section = 0;
            }
            default -> {
                int value = DIGITS.indexOf(c);
                readable = value > 0 && digit == NO_DIGIT;
                digit = value;
            }
        }
        begun = true;
    }

    private void unit(long unit) {
        // 十五 is 15; elsewhere a unit stands behind its digit
        boolean alone = digit == NO_DIGIT && unit == 10 && !begun;
        readable = (digit != NO_DIGIT || alone) && unit < lastUnit;
        section += (alone ? 1 : digit) * unit;
        lastUnit = unit;
        digit = NO_DIGIT;
        zero = false;
    }

    private void closeSection(long unit) {
        addDigit();
        readable &= section > 0 && (unit != HUNDRED_MILLION || hundredMillions == 0) && tenThousands == 0;
        lastUnit = unit;
    }

    private void addDigit() {
        if (digit != NO_DIGIT) {
            // a last digit belongs to the ones only behind 十 or 零, or where nothing precedes it
            readable &= zero || lastUnit == 10 || lastUnit == Long.MAX_VALUE;
            section += digit;
            digit = NO_DIGIT;
        }
        zero = false;
    }

    private long value() {
        addDigit();
        long value = hundredMillions + tenThousands + section;
        return readable && value > 0 ? value : UNREADABLE;
    }

    private static char everyday(char c) {
        return switch (c) {
            case '〇' -> '零';
            case '壹' -> '一';
            case '贰', '貳', '两' -> '二';
            case '叁', '參' -> '三';
            case '肆' -> '四';
            case '伍' -> '五';
            case '陆', '陸' -> '六';
            case '柒' -> '七';
            case '捌' -> '八';
            case '玖' -> '九';
            case '拾' -> '十';
            case '佰' -> '百';
            case '仟' -> '千';
            case '萬' -> '万';
            case '億' -> '亿';
            default -> c;
        };
    }
}
