package org.shuangsuiji.console.office;

import java.util.Locale;
import java.util.Set;
import org.shuangsuiji.model.Refusal;

/** Length instead of riddles: 10 characters or more, not the account, not one that everybody tries first. */
final class PasswordRules {
    static final int LENGTH_MIN = 10;
    static final int LENGTH_MAX = 200;

    private static final Set<String> TRIED_FIRST = Set.of(
            "1234567890",
            "12345678910",
            "0123456789",
            "0987654321",
            "qwertyuiop",
            "1q2w3e4r5t",
            "password12",
            "password123",
            "admin12345",
            "administrator",
            "shuangsuiji",
            "1111111111",
            "8888888888",
            "6666666666");

    private PasswordRules() {}

    static void check(String account, String password) {
        if (!hasLength(password)) {
            throw Refusal.invalid("password-length", LENGTH_MIN, LENGTH_MAX);
        }
        if (isCommon(account, password)) {
            throw Refusal.invalid("password-common");
        }
    }

    static boolean hasLength(String password) {
        return password.length() >= LENGTH_MIN && password.length() <= LENGTH_MAX;
    }

    static boolean isCommon(String account, String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        return TRIED_FIRST.contains(plain)
                || plain.contains(account)
                || plain.chars().distinct().count() < 4;
    }
}
