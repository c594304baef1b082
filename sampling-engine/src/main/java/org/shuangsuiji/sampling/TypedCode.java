package org.shuangsuiji.sampling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.Refusal;

/** A credit code as people type it: spaces, small letters and full-width signs are read as what they stand for. */
final class TypedCode {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TypedCode() {}

    /**
     * The code that was meant.
     *
     * @param refusal the code of the refusal of what can be none; its text gets what was typed and how long that is
     */
    static CreditCode read(String typed, String refusal) {
        String code = SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        try {
            return new CreditCode(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(refusal, typed.strip(), code.codePointCount(0, code.length()));
        }
    }
}
