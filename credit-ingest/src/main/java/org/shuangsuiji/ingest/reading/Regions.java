package org.shuangsuiji.ingest.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the administrative division (GB/T 2260) that the words of an address name.
 *
 * <p>It answers with the smallest division it is sure of: the county, else the city, else the province. A name that two
 * divisions share is no answer where both are possible.
 */
final class Regions {
    private static final String AMBIGUOUS = "";
    private static final int NAME_MAX = 15;
    private static final int WINDOW = 30;
    private static final Pattern PROVINCE_END = Pattern.compile("(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$");
    private static final Pattern CITY_END = Pattern.compile(
            "(?:市|地区|盟|林区|(?:蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|景颇族|羌族|柯尔克孜)*自治州)$");
    private static final Pattern COUNTY_END = Pattern.compile("(?:新区|区|县|市|旗)$");

    private static final class Holder {
        static final Regions SHIPPED = read();
    }

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> provinces = new HashMap<>();
    /** Under the two digits of each province: its cities, by full and by short name. */
    private final Map<String, Map<String, String>> cities = new HashMap<>();
    /** Under the first two and the first four digits, and under nothing: the counties there, by full name. */
    private final Map<String, Map<String, String>> counties = new HashMap<>();
    /** The same by short name (海淀 for 海淀区). */
    private final Map<String, Map<String, String>> countiesShort = new HashMap<>();

    private final Map<String, String> citiesByFullName = new HashMap<>();
    private final Set<String> provinceDigits = new HashSet<>();

    private Regions() {}

    /** The table that the product brings; see gb2260.LICENSE.txt beside it. */
    static Regions shipped() {
        return Holder.SHIPPED;
    }

    @Nullable
    String name(String code) {
        return names.get(code);
    }

    boolean hasProvince(String code) {
        return provinceDigits.contains(code.substring(0, 2));
    }

    /** The six digits of the division, or null when not even the province is known. */
    @Nullable
    String find(
            @Nullable String provinceName,
            @Nullable String cityName,
            @Nullable String countyName,
            @Nullable String address) {
        String place = address == null ? "" : address;
        String province = provinceName == null ? null : provinces.get(provinceName);
        if (province == null) {
            province = leadingProvince(place);
        }
        if (province == null) {
            return findAnywhere(cityName, countyName, place);
        }
        String city = cityName == null ? null : cityIn(province, cityName);
        if (city == null && cityName != null) {
            // the districts of the four municipalities stand in the column of cities
            String county = countyIn(province, cityName);
            if (county != null) {
                return county;
            }
        }
        if (city == null) {
            city = firstNamed(cities.getOrDefault(province, Map.of()), place);
        }
        return finest(province, city, countyName, place);
    }

    private @Nullable String findAnywhere(@Nullable String cityName, @Nullable String countyName, String place) {
        String city = cityName == null ? null : known(citiesByFullName, cityName);
        if (city == null) {
            city = firstNamed(citiesByFullName, place);
        }
        if (city != null) {
            return finest(city.substring(0, 2), city, countyName, place);
        }
        String county = countyName == null ? null : known(counties.getOrDefault("", Map.of()), countyName);
        return county != null ? county : firstNamed(counties.getOrDefault("", Map.of()), place);
    }

    private String finest(String province, @Nullable String city, @Nullable String countyName, String place) {
        String within = city == null ? province : city.substring(0, 4);
        if (countyName != null) {
            String county = countyIn(within, countyName);
            if (county != null) {
                return county;
            }
        }
        String county = firstNamed(counties.getOrDefault(within, Map.of()), place);
        if (county != null) {
            return county;
        }
        return city != null ? city : province + "0000";
    }

    private @Nullable String cityIn(String province, String name) {
        return known(cities.getOrDefault(province, Map.of()), name);
    }

    private @Nullable String countyIn(String within, String name) {
        String county = known(counties.getOrDefault(within, Map.of()), name);
        return county != null ? county : known(countiesShort.getOrDefault(within, Map.of()), name);
    }

    private @Nullable String leadingProvince(String place) {
        for (int length = Math.min(place.length(), NAME_MAX); length >= 2; length--) {
            String province = provinces.get(place.substring(0, length));
            if (province != null) {
                return province;
            }
        }
        return null;
    }

    /** The division whose name stands first in the text, the longest of those that start there. */
    private static @Nullable String firstNamed(Map<String, String> names, String place) {
        int end = Math.min(place.length(), WINDOW);
        for (int from = 0; from + 2 <= end; from++) {
            for (int length = Math.min(NAME_MAX, end - from); length >= 2; length--) {
                String code = known(names, place.substring(from, from + length));
                if (code != null) {
                    return code;
                }
            }
        }
        return null;
    }

    private static @Nullable String known(Map<String, String> names, String name) {
        String code = names.get(name);
        return code == null || code.equals(AMBIGUOUS) ? null : code;
    }

    private void add(String code, String name) {
        names.put(code, name);
        String province = code.substring(0, 2);
        if (code.endsWith("0000")) {
            provinceDigits.add(province);
            provinces.put(name, province);
            provinces.put(PROVINCE_END.matcher(name).replaceFirst(""), province);
        } else if (code.endsWith("00")) {
            Map<String, String> inProvince = cities.computeIfAbsent(province, p -> new HashMap<>());
            inProvince.put(name, code);
            inProvince.put(CITY_END.matcher(name).replaceFirst(""), code);
            put(citiesByFullName, name, code);
        } else {
            String shortName = COUNTY_END.matcher(name).replaceFirst("");
            for (String within : List.of("", province, code.substring(0, 4))) {
                put(counties.computeIfAbsent(within, w -> new HashMap<>()), name, code);
                if (shortName.length() > 1) {
                    put(countiesShort.computeIfAbsent(within, w -> new HashMap<>()), shortName, code);
                }
            }
        }
    }

    private static void put(Map<String, String> names, String name, String code) {
        names.merge(name, code, (one, other) -> AMBIGUOUS);
    }

    private static Regions read() {
        var regions = new Regions();
        try (InputStream in = Regions.class.getResourceAsStream("gb2260.csv")) {
            if (in == null) {
                throw new IllegalStateException("gb2260.csv is missing beside the classes");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines().skip(1).map(line -> line.split(",", 2)).forEach(parts -> regions.add(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("gb2260.csv could not be read", e);
        }
        return regions;
    }
}
