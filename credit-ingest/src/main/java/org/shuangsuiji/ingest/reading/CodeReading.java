package org.shuangsuiji.ingest.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.TypedCode;

/**
 * A string from the code column, read by GB 32100-2015 (统一社会信用代码), GB 11714 (组织机构代码) and GS 15-2006 (注册号).
 *
 * <p>A wrong check character marks a code and never refuses it: registered codes of Chengdu end in Y where the standard
 * gives 1. A letter that the alphabet does not have (I, O, S, V, Z) makes it no code at all, because the standard gives
 * such a string no check; the likely slip is named and never corrected.
 *
 * @param value the string after NFKC, upper case, and without spaces, hyphens and the apostrophe by which a spreadsheet
 *     marks a text
 * @param problem why it is not a code; absent for the other classes
 */
public record CodeReading(
        String value, CodeClass codeClass, @Nullable Problem problem) {
    private static final String PLACEHOLDER = "code-placeholder";
    private static final int LENGTH = 18;
    private static final int BODY_FROM = 8;
    private static final int BODY_CHECK = 16;
    private static final int REGION_FROM = 2;
    private static final int REGISTER_NUMBER_LENGTH = 15;
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /**
     * Why a string is not a code.
     *
     * @param code message key below {@code fault.}
     * @param args arguments of that message
     */
    public record Problem(String code, List<Object> args) {
        static Problem of(String code, Object... args) {
            return new Problem(code, List.of(args));
        }
    }

    public static CodeReading read(String raw) {
        String value = TypedCode.tidy(raw);
        if (repeatsOneDigit(value)) {
            return new CodeReading(value, CodeClass.NOT_A_CODE, Problem.of(PLACEHOLDER, value.charAt(0)));
        }
        if (value.length() == REGISTER_NUMBER_LENGTH && digits(value, 0, REGISTER_NUMBER_LENGTH)) {
            if (PersonNumbers.isIdentity(value)) {
                return new CodeReading(value, CodeClass.NOT_A_CODE, Problem.of("code-of-person-or-slip"));
            }
            return new CodeReading(value, CodeClass.OLD_NUMBER, null);
        }
        Problem problem = problemOf(value);
        if (problem != null) {
            return new CodeReading(value, CodeClass.NOT_A_CODE, problem);
        }
        if (CreditCode.checkCharacter(value) != value.charAt(LENGTH - 1)) {
            return new CodeReading(value, CodeClass.CHECK_WRONG, null);
        }
        return new CodeReading(
                value,
                organisationCheck(value) == value.charAt(BODY_CHECK)
                        ? CodeClass.OK
                        : CodeClass.ORGANISATION_CHECK_WRONG,
                null);
    }

    /** Whether it has the length of a code and only one digit, as sources write where they have none. */
    boolean isPlaceholder() {
        return problem != null && problem.code().equals(PLACEHOLDER);
    }

    private static boolean repeatsOneDigit(String value) {
        return (value.length() == LENGTH || value.length() == REGISTER_NUMBER_LENGTH)
                && digits(value, 0, 1)
                && value.chars().allMatch(c -> c == value.charAt(0));
    }

    /** The 17th character that GB 11714 asks for after the eight before it. */
    static char organisationCheck(String value) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            char c = value.charAt(BODY_FROM + i);
            sum += (c <= '9' ? c - '0' : c - 'A' + 10) * BODY_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        if (check == 10) {
            return 'X';
        }
        return check == 11 ? '0' : (char) ('0' + check);
    }

    /** Whether the last digit of a 15-digit registration number is the one GS 15-2006 asks for (ISO 7064, mod 11,10). */
    static boolean registerNumberChecks(String value) {
        int product = 10;
        for (int i = 0; i < REGISTER_NUMBER_LENGTH - 1; i++) {
            int sum = (product + value.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == value.charAt(REGISTER_NUMBER_LENGTH - 1) - '0';
    }

    private static @Nullable Problem problemOf(String value) {
        if (value.length() != LENGTH) {
            return Problem.of("code-length", value.length());
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if (!CreditCode.isSign(c)) {
                return letterProblem(c, i + 1);
            }
        }
        if (!digits(value, REGION_FROM, BODY_FROM)) {
            return Problem.of("code-region");
        }
        return PersonNumbers.isIdentity(value) ? Problem.of("code-of-person") : null;
    }

    private static Problem letterProblem(char c, int position) {
        if (c == 'I') {
            return Problem.of("code-letter-like", "I", position, "1");
        }
        if (c == 'O') {
            return Problem.of("code-letter-like", "O", position, "0");
        }
        return Problem.of("code-letter", String.valueOf(c), position);
    }

    private static boolean digits(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
