package org.shuangsuiji.ingest;

/** Makes credit codes by the formulas of the standards, written apart from the code under test. */
final class Codes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Codes() {}

    /** A code with both checks right; every number gives another one. */
    static String right(int number) {
        return right("91150581", number);
    }

    static String right(String beginning, int number) {
        String body = "MA" + "%06d".formatted(number);
        return withCheck(beginning + body + organisationCheck(body));
    }

    /** A code whose 18th character is wrong. */
    static String checkWrong(int number) {
        String code = right(number);
        char last = code.charAt(17);
        return code.substring(0, 17) + (last == 'Y' ? '0' : 'Y');
    }

    /** A code whose 17th character is wrong and whose 18th is right after it. */
    static String organisationCheckWrong(int number) {
        String body = "MA" + "%06d".formatted(number);
        char check = organisationCheck(body);
        return withCheck("91150581" + body + (check == '3' ? '4' : '3'));
    }

    /** A 15-digit number with its check right. */
    static String oldNumber(int number) {
        String digits = "150581" + "%08d".formatted(number);
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + Character.digit(digits.charAt(i), 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return digits + (11 - product) % 10;
    }

    private static char organisationCheck(String body) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(body.charAt(i), 36) * weights[i];
        }
        return "0X987654321".charAt(sum % 11);
    }

    private static String withCheck(String first) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first.length(); i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return first + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
