package org.shuangsuiji.model;

import java.util.regex.Pattern;

/** An administrative division (行政区划, GB/T 2260 and below): 6, 9 or 12 digits. */
public record Region(String code) {
    private static final Pattern FORM = Pattern.compile("[0-9]{6}([0-9]{3}){0,2}");

    public Region {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("A region has 6, 9 or 12 digits; got '%s'".formatted(code));
        }
    }

    /** The digits that everything inside this region starts with: 150000 covers what starts with 15. */
    public String prefix() {
        if (code.length() > 6) {
            return code;
        }
        if (code.endsWith("0000")) {
            return code.substring(0, 2);
        }
        return code.endsWith("00") ? code.substring(0, 4) : code;
    }

    public boolean contains(Region other) {
        return other.code.startsWith(prefix());
    }
}
