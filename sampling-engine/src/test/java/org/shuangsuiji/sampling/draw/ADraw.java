package org.shuangsuiji.sampling.draw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shuangsuiji.sampling.digest.Digest;

/** Draws made up for tests: valid, small, and the same each time. */
public final class ADraw {
    public static final String DEPARTMENT = "150581-SCJG";
    public static final SourceValues VALUES =
            SourceValues.of(SourceValue.spoken("4 2"), SourceValue.spoken("0a1b2c3d"));
    static final List<Source> SOURCES = List.of(
            new Source("dice", SourceKind.DICE, Instant.parse("2026-11-24T02:00:00Z"), List.of(1L, 1L), null),
            new Source(
                    "beacon",
                    SourceKind.BEACON,
                    Instant.parse("2026-11-24T03:00:00Z"),
                    List.of(8L),
                    new Fallback("later beacon", Instant.parse("2026-11-24T03:10:00Z"))));

    private Digest digest = Digest.SHA_256;
    private int team = 2;
    private long masterSeed = 1;
    private final List<DepartmentPlan> departments = new ArrayList<>();
    private final List<Inspector> inspectors = new ArrayList<>();

    private ADraw() {}

    public static ADraw aDraw() {
        return new ADraw();
    }

    ADraw digest(Digest digest) {
        this.digest = digest;
        return this;
    }

    ADraw team(int team) {
        this.team = team;
        return this;
    }

    /** Another secret, hence other salts and another draw. */
    ADraw master(long masterSeed) {
        this.masterSeed = masterSeed;
        return this;
    }

    /** A department with a frame of the units 0 … size−1, all in one stratum, all in region 150581. */
    public ADraw department(String department, int size, int take, int reserve) {
        return department(department, frame(size), take, reserve);
    }

    ADraw department(String department, Frame frame, int take, int reserve) {
        Map<String, Integer> sizes = frame.sizes();
        List<Stratum> strata = sizes.entrySet().stream()
                .map(size -> new Stratum(size.getKey(), size.getValue(), take, reserve))
                .toList();
        departments.add(new DepartmentPlan(department, List.of(), 60, frame, strata));
        return this;
    }

    /** So many inspectors of a department, eligible everywhere. */
    public ADraw inspectors(String department, int count) {
        for (int i = 1; i <= count; i++) {
            inspector("%s-%03d".formatted(department, i), department, "*");
        }
        return this;
    }

    ADraw inspector(String number, String department, String region, String... recusals) {
        inspectors.add(Inspector.of(
                number, department, List.of(), List.of(region), LocalDate.of(2027, 1, 1), Arrays.asList(recusals)));
        return this;
    }

    public CommittedDraw committed() {
        byte[] master = new byte[Digest.LENGTH];
        new Random(masterSeed).nextBytes(master);
        return CommittedDraw.commit(
                new RuleDraft(
                        digest,
                        Mode.SEALED,
                        "150581",
                        1,
                        Commitment.NONE,
                        "draw",
                        null,
                        false,
                        Roster.PERSON,
                        team,
                        LocalDate.of(2026, 12, 31),
                        SOURCES),
                departments,
                Inspectors.of(inspectors),
                Master.of(master));
    }

    public Draw drawn() {
        return committed().draw(VALUES);
    }

    static Frame frame(int size) {
        Frame.Builder builder = Frame.builder();
        for (int i = 0; i < size; i++) {
            builder.add(unit(i), "S1", "150581");
        }
        return builder.build();
    }

    public static String unit(int number) {
        return "91150581MA%08d".formatted(number);
    }
}
