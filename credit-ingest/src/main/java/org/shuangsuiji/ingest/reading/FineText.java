package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fine that the words of a decision name, and the confiscated sum: 罚款人民币肆拾捌万元, 处以5万元罚款, 没收违法所得7914元.
 *
 * <p>It reads a sum only where the text names exactly one and it can mean nothing else; two fines, a range (5万元以下)
 * or a sum written in words that differs from the one in figures are left to people.
 */
final class FineText {
    private static final String FINE = "罚款";
    private static final String CONFISCATION = "没收";
    private static final String NUMBER =
            "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\\.[0-9]{1,6})?|[" + ChineseNumber.NUMERALS + "]{1,24}";
    /** A sum: number, scale, yuan, and the smaller coins that may follow. */
    private static final String SUM = "[¥￥]?(" + NUMBER + ")(亿|千万|百万|万|千)?(?:([元圆])(?:([0-9" + ChineseNumber.NUMERALS
            + "])角)?(?:([0-9" + ChineseNumber.NUMERALS + "])分)?)?整?(?:人民币)?";

    private static final String CALLED = "(?:金额|数额|共计|合计|总计|计|为|是|:|人民币|\\(大写\\)|\\(人民币\\)|大写)*";
    private static final String NO_DIGIT = "(?:^|[^0-9.," + ChineseNumber.NUMERALS + "])";
    private static final String SAID = "(?:\\((?<again>[^()]{1,40})\\))?";
    /** What is confiscated, where it is money or worth money. */
    private static final String GAINS = "(?:全部|当事人|的|其|违法|非法|违规|所得|所获|收入|广告|费用|费|销售|货款|经营|款项|款|财物|价值|货值|折价|利润)";

    private static final Pattern BEHIND_FINE = Pattern.compile("^" + CALLED + SUM);
    private static final Pattern BEFORE_FINE = Pattern.compile(NO_DIGIT + SUM + SAID + "的?(?:行政)?$");
    private static final Pattern BEHIND_CONFISCATION = Pattern.compile("^" + GAINS + "{0,8}" + CALLED + SUM);
    private static final Pattern BEFORE_CONFISCATION =
            Pattern.compile(GAINS + CALLED + SUM + SAID + "(?:予以|依法|全部|均|一并|的)*$");
    private static final Pattern SPARED = Pattern.compile("(?:免予|免于|免除|不予|不)(?:行政)?(?:处以|处)?$");
    private static final Pattern THINGS = Pattern.compile("^(?:件|个|只|瓶|箱|台|套|份|包|袋|盒|桶|条|双|本|张|枚|支|块|公斤|千克|克|吨|kg|KG)");
    private static final Pattern AGAIN = Pattern.compile("^\\(([^()]{1,40})\\)");
    private static final Pattern SAID_AGAIN = Pattern.compile("^(?:大写|小写|人民币|:|计|即|为)*" + SUM + "$");
    private static final Pattern RANGE = Pattern.compile("^(?:以上|以下|以内|至|到|-|~|—|左右|/|每|[0-9万亿千百十元角分])");
    private static final Pattern BREAK = Pattern.compile("^(?:$|[,.;:。、()])");
    /** How much of the text before the word is looked at. */
    private static final int REACH = 80;

    /** No sum stands at this mention of a fine. */
    private static final long NONE = -1;
    /** One stands there that cannot be read, or can mean several. */
    private static final long UNCLEAR = -2;

    private FineText() {}

    /** The one fine that the text names, in fen; null when it names none, several, or one that cannot be read. */
    static @Nullable Long read(@Nullable String text) {
        return only(text, FINE, BEHIND_FINE, BEFORE_FINE);
    }

    /** The one confiscated sum that the text names, in the same way. */
    static @Nullable Long readConfiscated(@Nullable String text) {
        return only(text, CONFISCATION, BEHIND_CONFISCATION, BEFORE_CONFISCATION);
    }

    private static @Nullable Long only(@Nullable String text, String word, Pattern behind, Pattern before) {
        if (text == null || !text.contains(word)) {
            return null;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        Long only = null;
        for (int at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
            String head = plain.substring(Math.max(0, at - REACH), at);
            if (SPARED.matcher(head).find()) {
                continue;
            }
            long named = behind(behind, plain.substring(at + word.length()));
            if (named == NONE) {
                named = before(before, head);
            }
            if (named == NONE) {
                continue;
            }
            if (named == UNCLEAR || only != null) {
                return null;
            }
            only = named;
        }
        return only;
    }

    private static long behind(Pattern behind, String rest) {
        Matcher matcher = behind.matcher(rest);
        if (!matcher.find()) {
            return NONE;
        }
        String after = rest.substring(matcher.end());
        if (hasNoUnit(matcher)) {
            // a bare number may be the next item of a list, a count, or a sum without its unit
            boolean other = after.startsWith(".")
                    || after.startsWith("、")
                    || THINGS.matcher(after).find();
            return other ? NONE : UNCLEAR;
        }
        boolean listed = matcher.group(3) != null && after.matches("^[0-9]{1,2}[.、,,:)].*");
        if (!listed && RANGE.matcher(after).find()) {
            return UNCLEAR;
        }
        if (matcher.group(3) == null && !BREAK.matcher(after).find()) {
            return UNCLEAR; // 5万 of what? it may be dollars
        }
        Matcher again = AGAIN.matcher(after);
        return agreed(matcher, again.find() ? again.group(1) : null);
    }

    private static long before(Pattern before, String head) {
        Matcher matcher = before.matcher(head);
        if (!matcher.find() || hasNoUnit(matcher)) {
            return NONE;
        }
        String ahead = head.substring(0, matcher.start(1));
        if (ahead.endsWith("以上") || ahead.endsWith("至") || ahead.endsWith("到") || ahead.endsWith("-")) {
            return UNCLEAR;
        }
        return agreed(matcher, matcher.group("again"));
    }

    /** The sum, unless the brackets behind it hold another one. */
    private static long agreed(Matcher sum, @Nullable String brackets) {
        long fen = fen(sum);
        if (brackets != null) {
            Matcher again = SAID_AGAIN.matcher(brackets);
            if (again.matches() && fen(again) != fen) {
                return UNCLEAR;
            }
        }
        return fen > 0 ? fen : UNCLEAR;
    }

    private static boolean hasNoUnit(Matcher sum) {
        return sum.group(3) == null && sum.group(2) == null && !sum.group(1).endsWith("万");
    }

    /** The sum in fen, or a negative number when it cannot be read. */
    private static long fen(Matcher sum) {
        String number = sum.group(1);
        String scale = sum.group(2) == null ? "" : sum.group(2);
        long fen;
        if (Character.isDigit(number.charAt(0))) {
            if (scale.equals("千")) {
                return ChineseNumber.UNREADABLE;
            }
            Long read = Money.read(number + scale + "元", null).fen();
            fen = read == null ? ChineseNumber.UNREADABLE : read;
        } else {
            long yuan = ChineseNumber.read(number + scale);
            fen = yuan < 0 ? yuan : Math.multiplyExact(yuan, 100L);
        }
        return fen < 0 ? fen : fen + 10 * coin(sum.group(4)) + coin(sum.group(5));
    }

    private static long coin(@Nullable String numeral) {
        if (numeral == null) {
            return 0;
        }
        return Character.isDigit(numeral.charAt(0))
                ? numeral.charAt(0) - '0'
                : Math.max(0, ChineseNumber.read(numeral));
    }
}
