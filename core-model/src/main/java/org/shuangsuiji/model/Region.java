package org.shuangsuiji.model;

import java.text.Normalizer;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An administrative division (行政区划, GB/T 2260 and below): 6, 9 or 12 digits. */
public record Region(String code) {
    public static final String FORM = "[0-9]{6}([0-9]{3}){0,2}";

    private static final int COUNTY_DIGITS = 6;
    private static final int VILLAGE_DIGITS = 12;
    private static final int TOWN_STEP = 3;
    private static final Pattern CODE = Pattern.compile(FORM);

    public Region {
        if (!isCode(code)) {
            throw new IllegalArgumentException("A region has 6, 9 or 12 digits; got '%s'".formatted(code));
        }
    }

    /** Whether these are as many digits as a region has; there need be none of that code. */
    public static boolean isCode(String digits) {
        return CODE.matcher(digits).matches();
    }

    /** The code of the county, city or province that this is or lies in. */
    public String county() {
        return code.substring(0, COUNTY_DIGITS);
    }

    /** The level of the office that answers for it: 150000 a province, 150500 a city, 150581 a county. */
    public Department.Level level() {
        return switch (prefix().length()) {
            case 2 -> Department.Level.PROVINCE;
            case 4 -> Department.Level.CITY;
            case COUNTY_DIGITS -> Department.Level.COUNTY;
            default -> Department.Level.STATION;
        };
    }

    /** The digits that everything inside this region starts with: 150000 covers what starts with 15. */
    public String prefix() {
        return prefixOf(code);
    }

    /**
     * The same of digits that somebody typed, of either width. Noughts stand for all of it by whole levels, two digits
     * each down to the county and three below it: 150581001000 is the town 150581001, and 150581100 is a town as well.
     */
    public static String prefixOf(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (!isCode(digits)) {
            return digits;
        }
        String whole = digits;
        while (whole.length() > COUNTY_DIGITS && whole.endsWith("000")) {
            whole = whole.substring(0, whole.length() - 3);
        }
        if (whole.length() > COUNTY_DIGITS) {
            return whole;
        }
        if (whole.endsWith("0000")) {
            return whole.substring(0, 2);
        }
        return whole.endsWith("00") ? whole.substring(0, 4) : whole;
    }

    /** Every code that means this region: 150581 is 150581000 and 150581000000 as well. */
    public Set<String> spellings() {
        String shortest = prefix();
        Set<String> spellings = new TreeSet<>();
        for (int digits = COUNTY_DIGITS; digits <= VILLAGE_DIGITS; digits += TOWN_STEP) {
            if (shortest.length() <= digits) {
                spellings.add(shortest + "0".repeat(digits - shortest.length()));
            }
        }
        return spellings;
    }

    public boolean contains(Region other) {
        return other.code.startsWith(prefix());
    }
}
