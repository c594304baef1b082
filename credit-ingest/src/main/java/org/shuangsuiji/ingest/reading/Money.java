package org.shuangsuiji.ingest.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts of money into fen.
 *
 * <p>Official layouts give amounts in 万元 with six decimals (CF_NR_FK); a unit written in the cell or in the header
 * goes before that.
 */
final class Money {
    /** The unit of a number that carries none. */
    enum Unit {
        YUAN(2, "元"),
        THOUSAND_YUAN(5, "千元"),
        TEN_THOUSAND_YUAN(6, "万元"),
        MILLION_YUAN(8, "百万元"),
        HUNDRED_MILLION_YUAN(10, "亿元"),
        /** Foreign money is not read into fen. */
        FOREIGN(0, "");

        private final int fenDigits;
        private final String word;

        Unit(int fenDigits, String word) {
            this.fenDigits = fenDigits;
            this.word = word;
        }

        /** The unit that the bracket behind a header names, such as 单位：万元; null where it names none. */
        static @Nullable Unit named(String bracket) {
            String text = Normalizer.normalize(bracket, Normalizer.Form.NFKC)
                    .replaceAll("\\s|^单位:?|人民币", "")
                    .toUpperCase(Locale.ROOT);
            if (Money.FOREIGN.stream().anyMatch(text::contains)) {
                return FOREIGN;
            }
            if (text.isEmpty()) {
                return null;
            }
            return Stream.of(values())
                    .filter(unit -> unit.word.equals(text) || unit.word.equals(text + "元"))
                    .findFirst()
                    .or(() -> text.contains("万元") ? Optional.of(TEN_THOUSAND_YUAN) : Optional.empty())
                    .orElse(null);
        }
    }

    /**
     * What an amount was read as.
     *
     * @param fen absent when the amount is in foreign money or could not be read
     */
    record Reading(@Nullable Long fen, boolean understood) {
        private static final Reading FOREIGN = new Reading(null, true);
        private static final Reading UNREADABLE = new Reading(null, false);
    }

    private static final int LONG_DIGITS = 18;
    private static final Pattern SHAPE =
            Pattern.compile("[¥]?([0-9]{1,18}(?:,[0-9]{3})*|[0-9]{1,18})(\\.[0-9]{1,12})?(.*)");
    private static final Pattern RENMINBI = Pattern.compile("(亿|千万|百万|万)?(元[整正]?)?(人民币|RMB|CNY)?(元[整正]?)?");
    private static final Pattern IN_WORDS =
            Pattern.compile("(?:人民币:?|RMB)?([" + ChineseNumber.NUMERALS + "]{1,24})[元圆圓][整正]?(?:\\(?人民币\\)?)?");
    private static final List<String> FOREIGN = List.of(
            "美元", "美金", "USD", "港币", "港元", "香港元", "HKD", "日元", "日币", "欧元", "英镑", "澳元", "澳大利亚元", "加元", "加拿大元", "瑞士法郎",
            "新加坡元", "新台币", "台币", "澳门元", "韩元", "韩国元", "法国法郎", "德国马克", "马克", "法郎");

    private Money() {}

    static Reading read(String raw, @Nullable Unit unitOfBareNumber) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).replace(" ", "");
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return inWords(text);
        }
        String rest = shape.group(3);
        String unit = rest.replace("(", "").replace(")", "");
        BigDecimal number =
                new BigDecimal(shape.group(1).replace(",", "") + (shape.group(2) == null ? "" : shape.group(2)));
        if (unit.isEmpty()) {
            // "50()" has lost its unit; a bare number has the unit of its column.
            if (rest.isEmpty() && unitOfBareNumber == Unit.FOREIGN) {
                return Reading.FOREIGN;
            }
            return rest.isEmpty() && unitOfBareNumber != null
                    ? fen(number, unitOfBareNumber.fenDigits)
                    : Reading.UNREADABLE;
        }
        for (String word : FOREIGN) {
            if (unit.contains(word)) {
                return Reading.FOREIGN;
            }
        }
        var renminbi = RENMINBI.matcher(unit);
        return renminbi.matches() ? fen(number, 2 + tens(renminbi.group(1))) : Reading.UNREADABLE;
    }

    /** 壹佰万元整, with its unit: 五十万 alone may be of anything. */
    private static Reading inWords(String text) {
        var words = IN_WORDS.matcher(text);
        long yuan = words.matches() ? ChineseNumber.read(words.group(1)) : ChineseNumber.UNREADABLE;
        return yuan == ChineseNumber.UNREADABLE ? Reading.UNREADABLE : fen(BigDecimal.valueOf(yuan), 2);
    }

    private static int tens(@Nullable String scale) {
        if (scale == null) {
            return 0;
        }
        return switch (scale) {
            case "万" -> 4;
            case "百万" -> 6;
            case "千万" -> 7;
            default -> 8;
        };
    }

    private static Reading fen(BigDecimal number, int digits) {
        BigDecimal fen = number.movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
        if (fen.precision() > LONG_DIGITS) {
            return Reading.UNREADABLE;
        }
        return new Reading(fen.longValueExact(), true);
    }
}
