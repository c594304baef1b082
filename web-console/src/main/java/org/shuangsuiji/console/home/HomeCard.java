package org.shuangsuiji.console.home;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One number on the start page, with the way to the rows behind it.
 *
 * @param order small ones come first
 * @param labelCode message key of the label
 * @param value the number as text
 * @param noteCode message key of a line below; null for none
 * @param icon a name of {@code icons.svg}
 */
public record HomeCard(
        int order, String labelCode, String value, @Nullable String noteCode, String href, String icon) {

    /** A count as people read it: 12,345. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
