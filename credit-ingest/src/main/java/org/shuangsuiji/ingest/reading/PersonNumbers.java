package org.shuangsuiji.ingest.reading;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.TypedCode;

/**
 * Finds the numbers of people in a text: identity cards (GB 11643, and the 15 digits before it) and telephones. The office
 * has no use for them, and what it does not have cannot leak: {@link #remove} takes them out of what is kept, and
 * {@link #cover} hides them in what is shown of a row that is not kept.
 *
 * <p>A card is told by a region, a birthday, and its check; with a slip in the check by the first two alone. A birthday
 * may lie anywhere up to the end of this century: what a text means does not change with the day on which it is read.
 */
final class PersonNumbers {
    /** What stands in a text where such a number stood. */
    static final String REMOVED = "［号码已删去］";

    private static final int SHORTEST = 11;
    /** Of a landline with a short area and a short number. */
    private static final int FEWEST_DIGITS = 10;
    /** What may stand between the digits of one number. */
    private static final String BETWEEN_DIGITS = " -.—–()";

    private static final int IDENTITY_DIGITS = 17;
    private static final int IDENTITY_LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int BORN_MIN = 1900;
    private static final int BORN_MAX = 2099;
    /** Who had a 15-digit card was born in that century; the serials of enterprises begin with noughts. */
    private static final int OLD_BORN_MIN = 1910;
    /** Offices number their tasks by region, day and serial (150581 20260901 0001): in a text, such a day is no birthday. */
    private static final int BORN_IN_TEXT_MAX = 2009;

    private static final int OLD_BORN_IN_TEXT_MIN = 1940;

    private static final String CHECKS = "10X98765432";
    private static final int CHECK_MODULUS = 11;
    /** 第…号, 〔2016〕…号: what stands between is the number of a document. */
    private static final String BEFORE_A_SERIAL = "第字〕])）】";

    private static final String OF_DOCUMENT = "(?<![\\Q" + BEFORE_A_SERIAL + "\\E])";
    /** 身份证…号, 身份号码…号 and a number by itself before 号, in a sentence, are told apart by what stands before. */
    private static final String NAMES_A_CARD = "证码份号:：";

    /** 13912345678元宝山区 is a phone and a place, 13912345678元 an amount. */
    private static final String NO_AMOUNT =
            "(?!号|亿|\\.[0-9]|元(?!宝山|氏县|谋县|阳县|江县|江哈尼|旦)|万(?!全区|州区|荣县|年县|载县|宁市|源市|山区|秀区))";

    private static final String CARD = "[1-9][0-9]{5}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9Xx]";
    private static final String CARD_IN_FOURS = "[1-9][0-9]{3}(?:[ -][0-9]{4}){3}[ -][0-9][0-9Xx]";
    private static final String MOBILE =
            "(?:\\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}[- ]?|\\.[0-9]{4}\\.|[—–][0-9]{4}[—–])[0-9]{4}"
                    + "(?![0-9A-Za-z])" + NO_AMOUNT + "|" + OF_DOCUMENT + "1[3-9][0-9]{9}(?=号)";
    private static final String LANDLINE =
            "(?:\\(0[1-9][0-9]{1,2}\\)|0[1-9][0-9]{1,2}[-—－ ])[2-9][0-9]{6,7}(?![0-9A-Za-z号])";
    /** Without a sign between area and number, a landline is known by the word before it alone. */
    private static final String CALLED_LANDLINE =
            "(?=0)(?<=(?:电话|座机|固话|传真|热线|联系方式|(?i:tel|phone|fax))(?:号码?)?[:. (是为]{0,2})"
                    + "0(?:(?:10|2[0-9])[2-9][0-9]{7}|[3-9][0-9]{2}[2-9][0-9]{6,7})(?![0-9A-Za-z])";
    /** Letters before a number make a code of it, but for those that say what it is. */
    private static final String BEGINS = "(?=[+(0-9])(?:(?<![0-9A-Za-z])"
            + "|(?<=(?i:tel|phone|mobile|fax|wechat|weixin)|(?<![A-Za-z])[wv]x|微信号?[: ]?[A-Za-z]{1,6}))";

    private static final Pattern NUMBER = Pattern.compile(BEGINS + "(?:"
            + "(?<card>" + CARD + "|" + CARD_IN_FOURS + ")(?![0-9A-Za-z])"
            + "|(?<old>[1-9][0-9]{14})(?![0-9A-Za-z])"
            + "|(?<mobile>" + MOBILE + ")|(?<called>" + CALLED_LANDLINE + ")|" + LANDLINE + ")"
            + "|(?<=[A-Za-z])(?<lettered>" + CARD + "|" + CARD_IN_FOURS + ")(?![0-9A-Za-z])");

    /** A card with a digit too many or too few is still somebody's, and so is one glued to a word. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("(?<![0-9])(?:"
            + "(?<card>[1-9][0-9]{5}[ -]?(?:19|20)[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{2,5}[Xx]?|" + CARD_IN_FOURS
            + ")(?![0-9])"
            + "|(?<old>[1-9][0-9]{14})(?![0-9])"
            + "|(?<mobile>" + MOBILE + ")|" + CALLED_LANDLINE + "|" + LANDLINE + ")");

    /** The registration authority of the state. */
    private static final int STATE = 10;
    /** GB/T 2260, and that one. */
    private static final Set<Integer> PROVINCES = Set.of(
            STATE, 11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53,
            54, 61, 62, 63, 64, 65, 71, 81, 82);

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9Xx]");
    private static final Pattern DIVIDERS = Pattern.compile("[ -]");
    private static final int REGION_DIGITS = 6;
    private static final int PHONE_START = 3;
    private static final int MOBILE_END = 4;
    private static final int LANDLINE_END = 2;

    private PersonNumbers() {}

    /** The text without such numbers; the very same text when there are none. */
    static String remove(String text) {
        String half = halfWidth(text);
        if (!hasManyDigits(half)) {
            return text;
        }
        return replaced(text, NUMBER.matcher(half), number -> isPersons(number, half) ? REMOVED : null);
    }

    /**
     * The number of a document with something else in place of what is surely a person's: certificates are numbered by the
     * cards of their holders. Decisions are numbered by region, day and serial, so that a card needs a day before our times
     * here, and its check too behind letters or before 号; a phone may neither follow 〔2026〕 nor begin, by itself, like a
     * region.
     *
     * @param instead of the number found, in one writing: digits and X
     */
    static String inDocumentNumber(String text, UnaryOperator<String> instead) {
        String half = halfWidth(text);
        if (!hasManyDigits(half)) {
            return text;
        }
        return replaced(text, NUMBER.matcher(half), number -> {
            String digits = digitsOf(number.group());
            return isSurelyPersons(number, digits, half) ? instead.apply(digits) : null;
        });
    }

    /** Whether such a number can stand there at all, which is told much faster than where it stands. */
    private static boolean hasManyDigits(String half) {
        int digits = 0;
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits == FEWEST_DIGITS) {
                    return true;
                }
            } else if (BETWEEN_DIGITS.indexOf(c) < 0) {
                digits = 0;
            }
        }
        return false;
    }

    private static boolean isSurelyPersons(Matcher number, String digits, String text) {
        if (number.group("lettered") != null) {
            return isSurelyACard(digits);
        }
        if (number.group("card") != null) {
            return isIdentity(digits)
                    && isBornBeforeOurTimes(digits)
                    && (checks(digits) || !isOfDocument(text, number.start(), number.end()));
        }
        if (number.group("mobile") != null) {
            boolean ofDecision = number.start() > 0 && BEFORE_A_SERIAL.indexOf(text.charAt(number.start() - 1)) >= 0;
            boolean serial = digits.length() == text.length()
                    && RegionNames.of(digits.substring(0, REGION_DIGITS)).isPresent();
            return !ofDecision && !serial;
        }
        return number.group("called") != null;
    }

    private static boolean isSurelyACard(String digits) {
        return isIdentity(digits) && checks(digits) && isBornBeforeOurTimes(digits);
    }

    private static boolean isBornBeforeOurTimes(String digits) {
        return Integer.parseInt(digits, 6, 10, 10) <= BORN_IN_TEXT_MAX;
    }

    private static String digitsOf(String number) {
        return NO_DIGITS.matcher(number).replaceAll("").replace('x', 'X');
    }

    /** The same as {@link #REMOVED}, with a mark that tells one number taken out from another. */
    static String removed(String mark) {
        return "［号码已删去·" + mark + "］";
    }

    /** Whether a number of a person stands in a text, or stood there before it was taken out. */
    static boolean areIn(String text) {
        return text.contains(REMOVED) || !remove(text).equals(text);
    }

    /** Whether the papers that a row names are a person's, of whatever sort, and no credit code of a firm. */
    static boolean arePapers(String text) {
        return !text.isBlank() && CodeReading.read(text).codeClass() != CodeClass.OK;
    }

    private static boolean isPersons(Matcher number, String text) {
        String lettered = number.group("lettered");
        if (lettered != null) {
            return isSurelyACard(digitsOf(lettered));
        }
        String card = number.group("card");
        if (card != null) {
            String digits = digitsOf(card);
            return isIdentity(digits)
                    && (checks(digits)
                            || (isBornBeforeOurTimes(digits) && !isOfDocument(text, number.start(), number.end())));
        }
        String old = number.group("old");
        return old == null
                || (isIdentity(old)
                        && BORN_MIN + Integer.parseInt(old, 6, 8, 10) >= OLD_BORN_IN_TEXT_MIN
                        && !isOfDocument(text, number.start(), number.end()));
    }

    private static boolean isOfDocument(String text, int start, int end) {
        return end < text.length()
                && text.charAt(end) == '号'
                && (start == 0 || NAMES_A_CARD.indexOf(text.charAt(start - 1)) < 0);
    }

    /**
     * The text with such numbers covered but for their ends, and numbers that nearly are such too: it is for people to find
     * the place by, and for nothing else. The very same text when there are none.
     */
    static String cover(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        String covered = covered(text, halfWidth(text));
        return covered(covered, digitsForLetters(halfWidth(covered)));
    }

    private static String covered(String text, String read) {
        return replaced(text, LIKE_A_NUMBER.matcher(read), number -> {
            int start = number.start();
            String digits = DIVIDERS.matcher(number.group()).replaceAll("");
            if (number.group("card") != null || number.group("old") != null) {
                return isLikeACard(digits) ? text.substring(start, start + REGION_DIGITS) + "********" : null;
            }
            int shown = number.group("mobile") == null ? LANDLINE_END : MOBILE_END;
            return text.substring(start, start + PHONE_START) + "****"
                    + text.substring(number.end() - shown, number.end());
        });
    }

    private static boolean isLikeACard(String digits) {
        if (digits.length() == OLD_LENGTH || digits.length() == IDENTITY_LENGTH) {
            return isIdentity(digits);
        }
        return isOfRegion(digits) && isBirthday(Integer.parseInt(digits, 6, 10, 10), digits, 10);
    }

    /** The text with another in the place of each number; the very same text where none is to be replaced. */
    private static String replaced(String text, Matcher number, Function<Matcher, @Nullable String> by) {
        StringBuilder kept = null;
        int from = 0;
        while (number.find()) {
            String instead = by.apply(number);
            if (instead != null) {
                kept = kept == null ? new StringBuilder(text.length()) : kept;
                kept.append(text, from, number.start()).append(instead);
                from = number.end();
            }
        }
        return kept == null ? text : kept.append(text, from, text.length()).toString();
    }

    /** The text with half-width signs in place of full-width ones, character by character, so that places stay. */
    private static String halfWidth(String text) {
        return mapped(text, c -> c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c);
    }

    /** The same with the digits that letters were probably meant to be. */
    private static String digitsForLetters(String text) {
        return mapped(text, c -> c == 'O' || c == 'o' ? '0' : c == 'I' || c == 'l' ? '1' : c);
    }

    private static String mapped(String text, CharMap to) {
        StringBuilder mapped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = to.of(text.charAt(i));
            if (c != text.charAt(i)) {
                mapped = mapped == null ? new StringBuilder(text) : mapped;
                mapped.setCharAt(i, c);
            }
        }
        return mapped == null ? text : mapped.toString();
    }

    private interface CharMap {
        char of(char c);
    }

    /** A person's number as it is compared. */
    static String tidy(String number) {
        return TypedCode.tidy(number);
    }

    /**
     * Whether 15 or 18 characters are the number of an identity card, and no number of an enterprise that happens to look so.
     *
     * <p>Fifteen digits may as well be a registration number (GS 15-2006). Where the check of that one is right they are
     * taken for it: of cards one in ten has it by chance, of registration numbers every one. Where it is wrong and region
     * and birthday are those of a card, they are a person's: a firm whose number has such a slip is refused aloud and can
     * be put right, a person's number that is kept cannot.
     */
    static boolean isIdentity(String value) {
        if (value.length() == OLD_LENGTH) {
            return digits(value, OLD_LENGTH)
                    && isOfRegion(value)
                    && isBirthday(BORN_MIN + Integer.parseInt(value, 6, 8, 10), value, 8)
                    && Integer.parseInt(value, 6, 8, 10) >= OLD_BORN_MIN - BORN_MIN
                    && !CodeReading.registerNumberChecks(value);
        }
        return value.length() == IDENTITY_LENGTH
                && digits(value, IDENTITY_DIGITS)
                && CHECKS.indexOf(Character.toUpperCase(value.charAt(IDENTITY_DIGITS))) >= 0
                && isBirthday(Integer.parseInt(value, 6, 10, 10), value, 10)
                && (isOfRegion(value) || checks(value))
                && !isCreditCode(value);
    }

    private static boolean digits(String value, int count) {
        return value.chars().limit(count).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isOfRegion(String value) {
        int province = Integer.parseInt(value, 0, 2, 10);
        return province > STATE && PROVINCES.contains(province);
    }

    private static boolean isBirthday(int year, String value, int monthAt) {
        int month = Integer.parseInt(value, monthAt, monthAt + 2, 10);
        int day = Integer.parseInt(value, monthAt + 2, monthAt + 4, 10);
        return year >= BORN_MIN
                && year <= BORN_MAX
                && month >= 1
                && month <= 12
                && YearMonth.of(year, month).isValidDay(day);
    }

    /** Whether the last of 18 characters is the check that GB 11643 asks for. */
    private static boolean checks(String value) {
        int sum = 0;
        int weight = 1;
        for (int i = IDENTITY_DIGITS - 1; i >= 0; i--) {
            weight = weight * 2 % CHECK_MODULUS;
            sum += (value.charAt(i) - '0') * weight;
        }
        return CHECKS.charAt(sum % CHECK_MODULUS) == Character.toUpperCase(value.charAt(IDENTITY_DIGITS));
    }

    /**
     * Whether the same digits are a credit code: by its check, and the region in it. One card in 31 has that check by
     * chance, so that of an enterprise (9…) with a region is believed, and any other needs the check of its organisation
     * code (GB 11714) too.
     */
    private static boolean isCreditCode(String value) {
        if (CreditCode.checkCharacter(value.toUpperCase(Locale.ROOT))
                != Character.toUpperCase(value.charAt(IDENTITY_DIGITS))) {
            return false;
        }
        int province = Integer.parseInt(value, 2, 4, 10);
        return PROVINCES.contains(province)
                && (value.charAt(0) == '9' || CodeReading.organisationCheck(value) == value.charAt(16));
    }
}
