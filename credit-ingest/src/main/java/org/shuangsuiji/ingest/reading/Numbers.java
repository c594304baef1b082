package org.shuangsuiji.ingest.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads counts and shares, which sources write with and without their words. */
final class Numbers {
    private static final int DIGITS_MAX = 15;
    private static final Pattern COUNT = Pattern.compile(
            "([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1," + DIGITS_MAX + "})(?:\\.0+)?(?:件|条|次|人|名|批|批次|个|家|份|起|项|户|台|吨|套|篇)?");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,10})?|\\.[0-9]{1,10})(%|％)?");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(1_000_000);
    private static final int PERCENT_DIGITS = 2;

    private Numbers() {}

    /** A count; null when the text is none, or is a broken or negative number. */
    static @Nullable Long count(String raw) {
        Matcher count = COUNT.matcher(tidy(raw));
        return count.matches() ? Long.valueOf(count.group(1).replace(",", "")) : null;
    }

    /** A share in millionths: 35%, 35 and 0.35 are one; null when the text is none, or is more than the whole. */
    static @Nullable Long share(String raw) {
        Matcher share = SHARE.matcher(tidy(raw));
        if (!share.matches()) {
            return null;
        }
        var number = new BigDecimal(share.group(1));
        boolean percent = share.group(2) != null || number.compareTo(BigDecimal.ONE) > 0;
        BigDecimal part = (percent ? number.movePointLeft(PERCENT_DIGITS) : number).multiply(WHOLE);
        return part.compareTo(WHOLE) > 0
                ? null
                : part.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String tidy(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).replace(" ", "");
    }
}
