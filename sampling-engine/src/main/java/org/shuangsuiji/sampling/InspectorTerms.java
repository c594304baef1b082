package org.shuangsuiji.sampling;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.RowContent;

/**
 * What an entry of the directory of inspectors says.
 *
 * @param regions where the inspector may be sent: the single {@code *} or prefixes of regions; empty: nowhere
 */
public record InspectorTerms(
        String staffNo,
        String name,
        long departmentId,
        String certificateNo,
        LocalDate validUntil,
        List<String> scopes,
        List<String> regions,
        boolean active) {
    static final String EVERYWHERE = "*";

    private static final Set<String> EVERYWHERE_IN_WORDS = Set.of("不限", "全部");

    private static final Pattern STAFF_NO = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,29}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{2,12}");

    public InspectorTerms {
        scopes = List.copyOf(new TreeSet<>(scopes));
        regions =
                regions.stream().map(InspectorTerms::region).distinct().sorted().toList();
    }

    private static String region(String typed) {
        return EVERYWHERE_IN_WORDS.contains(typed) ? EVERYWHERE : Region.prefixOf(typed);
    }

    /** What the ledger binds of it; who the inspector is stays untold. */
    RowContent row() {
        return RowContent.empty()
                .told("staffNo", staffNo)
                .bound("name", name)
                .told("department", departmentId)
                .bound("certificate", certificateNo)
                .told("validUntil", validUntil)
                .told("fields", scopes)
                .told("regions", regions)
                .told("state", active ? Inspector.State.ACTIVE : Inspector.State.INACTIVE);
    }

    /**
     * Everything wrong with these terms by themselves.
     *
     * @param whole the region of the tree of bodies, somewhere in which draws have visits: half a code typed apart from
     *     the other half lies outside
     */
    void check(Region whole) {
        TermFaults faults = new TermFaults();
        faults.unless(STAFF_NO.matcher(staffNo).matches(), "staffNo", "staff-no", staffNo);
        // a draw publishes this number for good, so it must not say who the person is (DR-1 §3)
        faults.unless(!IDENTITY_NUMBER.matcher(staffNo).matches(), "staffNo", "staff-no-identity");
        faults.name(name, 1, 60, "name");
        faults.name(certificateNo, 3, 40, "certificateNo");
        ScopeNames.check(scopes, faults);
        boolean everywhere = regions.contains(EVERYWHERE);
        faults.unless(!everywhere || regions.size() == 1, "regions", "regions-star");
        for (String region : regions) {
            if (region.equals(EVERYWHERE)) {
                continue;
            }
            if (!PREFIX.matcher(region).matches()) {
                faults.add("regions", "region-prefix", region);
            } else {
                boolean meets =
                        region.startsWith(whole.prefix()) || whole.prefix().startsWith(region);
                faults.unless(meets, "regions", "region-elsewhere", region, whole.prefix());
            }
        }
        faults.refuseIfAny();
    }
}
