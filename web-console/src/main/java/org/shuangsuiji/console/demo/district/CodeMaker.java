package org.shuangsuiji.console.demo.district;

/**
 * Makes credit codes and old registration numbers with right check characters (GB 32100-2015, GB 11714-1997,
 * GS 15-2006), written apart from the reader of credit-ingest so that each checks the other.
 */
final class CodeMaker {
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] CODE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final long LETTER_BODIES = 31L * 31 * 31 * 31 * 31 * 31;
    private static final long DIGIT_BODIES = 100_000_000L;

    private CodeMaker() {}

    /**
     * The code of the n-th subject; two subjects never share one.
     *
     * @param kind the first two characters, 91, 92 or 93
     * @param letters whether the body is of the kind given out since 2015 (MA…)
     */
    static String code(String kind, String county, long n, boolean letters) {
        String body = letters ? letterBody(n) : digitBody(n);
        return withCheck(kind + county + body + organisationCheck(body));
    }

    /** The same code with a wrong character at its end. */
    static String checkWrong(String code) {
        return code.substring(0, 17) + otherThan(code.charAt(17));
    }

    /** The same code with a wrong check of the organisation code inside and a right last character. */
    static String organisationCheckWrong(String code) {
        char wrong = code.charAt(16) == '0' ? '1' : '0';
        return withCheck(code.substring(0, 16) + wrong);
    }

    /** A registration number of the kind used until 2015: county, running number, check digit. */
    static String oldNumber(String county, long n) {
        String digits = county + eightDigits(n * 7_919L + 13);
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return digits + (11 - product) % 10;
    }

    /** The code that begins with these 16 characters. */
    static String completed(String stem) {
        return withCheck(stem + organisationCheck(stem.substring(8, 16)));
    }

    private static String letterBody(long n) {
        long scrambled = Math.floorMod(n * 300_000_007L + 77_777_777L, LETTER_BODIES);
        char[] body = new char[8];
        body[0] = 'M';
        body[1] = 'A';
        for (int i = 7; i >= 2; i--) {
            body[i] = ALPHABET.charAt((int) (scrambled % 31));
            scrambled /= 31;
        }
        return new String(body);
    }

    private static String digitBody(long n) {
        return eightDigits(n * 48_271_001L + 31_415_927L);
    }

    private static String eightDigits(long number) {
        return Long.toString(DIGIT_BODIES + Math.floorMod(number, DIGIT_BODIES)).substring(1);
    }

    private static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static String withCheck(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * CODE_WEIGHTS[i];
        }
        return first17 + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char otherThan(char check) {
        return ALPHABET.charAt((ALPHABET.indexOf(check) + 7) % 31);
    }
}
