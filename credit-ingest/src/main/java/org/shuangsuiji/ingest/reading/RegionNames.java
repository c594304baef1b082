package org.shuangsuiji.ingest.reading;

import java.util.Optional;

/** The names of administrative divisions (GB/T 2260), by the table that the product brings. */
public final class RegionNames {
    private static final int COUNTY_DIGITS = 6;

    private RegionNames() {}

    /** Province, city and county in one, such as 内蒙古自治区通辽市霍林郭勒市; what lies below a county is told by the county. */
    public static Optional<String> full(String code) {
        if (code.length() < COUNTY_DIGITS) {
            return Optional.empty();
        }
        String county = code.substring(0, COUNTY_DIGITS);
        var name = new StringBuilder();
        for (String part : new String[] {county.substring(0, 2) + "0000", county.substring(0, 4) + "00", county}) {
            String found = Regions.shipped().name(part);
            if (found != null && name.indexOf(found) < 0) {
                name.append(found);
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
    }

    /** The name of a division by its first two, four or six digits; empty for a smaller or unknown one. */
    public static Optional<String> of(String digits) {
        return digits.length() > COUNTY_DIGITS
                ? Optional.empty()
                : Optional.ofNullable(Regions.shipped().name((digits + "0000").substring(0, COUNTY_DIGITS)));
    }
}
