package org.shuangsuiji.sampling;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Ratios are kept in basis points and typed in percent with two places. */
public final class Percent {
    private static final int PLACES = 2;

    private Percent() {}

    public static BigDecimal ofBasisPoints(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, PLACES).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** More places than two, or a number out of any range, give a ratio that no terms accept. */
    public static int toBasisPoints(BigDecimal percent) {
        try {
            return percent.setScale(PLACES, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .intValueExact();
        } catch (ArithmeticException e) {
            return -1;
        }
    }
}
