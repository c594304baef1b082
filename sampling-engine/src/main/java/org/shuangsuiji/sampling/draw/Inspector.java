package org.shuangsuiji.sampling.draw;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.shuangsuiji.sampling.canonical.Utf8;

/** One entry of the directory of inspectors: a person or a standing group, known by an opaque number. */
public record Inspector(
        String inspector,
        String department,
        List<String> scopes,
        List<String> regions,
        LocalDate validUntil,
        List<String> recusals) {
    static final String EVERYWHERE = "*";
    private static final int PREFIX_MAX = 12;

    public Inspector {
        scopes = List.copyOf(scopes);
        regions = List.copyOf(regions);
        recusals = List.copyOf(recusals);
        Texts.requireName("inspector", inspector);
        Texts.requireName("department", department);
        Texts.requireList("scopes", scopes);
        Texts.requireList("regions", regions);
        Texts.requireList("recusals", recusals);
        if (regions.contains(EVERYWHERE) && regions.size() > 1) {
            throw new IllegalArgumentException("regions: '*' stands alone, found " + regions);
        }
        for (String region : regions) {
            if (!region.equals(EVERYWHERE) && (region.length() > PREFIX_MAX || !Units.isDigits(region))) {
                throw new IllegalArgumentException(
                        "regions: expected '*' or 1 to 12 digits, found '%s'".formatted(region));
            }
        }
        if (!Days.isWritable(validUntil)) {
            throw new IllegalArgumentException("validUntil: expected a year 0001-9999, found " + validUntil);
        }
    }

    /** An entry whose lists may come in any order, with repetitions. */
    public static Inspector of(
            String inspector,
            String department,
            Collection<String> scopes,
            Collection<String> regions,
            LocalDate validUntil,
            Collection<String> recusals) {
        return new Inspector(inspector, department, sorted(scopes), sorted(regions), validUntil, sorted(recusals));
    }

    /** Whether the entry may be sent to units of this region (DR-1 §7). */
    public boolean coversRegion(String region) {
        return regions.stream().anyMatch(prefix -> prefix.equals(EVERYWHERE) || region.startsWith(prefix));
    }

    /** What the leaf binds beside the number: {@code department LF scopes LF regions LF validUntil LF recusals}. */
    String attributes(String separator) {
        return String.join(
                separator,
                department,
                String.join(",", scopes),
                String.join(",", regions),
                Days.day(validUntil),
                String.join(",", recusals));
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().distinct().sorted(Utf8.ORDER).toList();
    }
}
