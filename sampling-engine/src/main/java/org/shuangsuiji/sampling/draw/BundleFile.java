package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.List;

/** The names of the files of a bundle (DR-1 §3). */
public final class BundleFile {
    public static final String RULE = "rule.json";
    public static final String SEALED = "sealed.json";
    public static final String SOURCES = "sources.json";
    public static final String INSPECTORS = "inspectors.tsv";
    public static final String RESULT = "result.json";

    /** The targets of the result of an open draw, beside what everybody recomputes them from. */
    public static final String TARGETS = "targets.json";

    /** What one enterprise is told, of no bundle a part. */
    public static final String ANSWER = "answer.json";

    private BundleFile() {}

    /** The frame of the n-th target entry, from 1. */
    public static String frame(int n) {
        return "frame-" + n + ".tsv";
    }

    /** Everything that is committed, for a rule with so many target entries. */
    public static List<String> committed(int targets) {
        List<String> names = new ArrayList<>(List.of(RULE, SEALED));
        for (int n = 1; n <= targets; n++) {
            names.add(frame(n));
        }
        names.add(INSPECTORS);
        return List.copyOf(names);
    }

    /** Every file of an open bundle: what an open draw gives to everybody (DR-1 §10). */
    public static List<String> open(int targets) {
        List<String> names = new ArrayList<>(List.of(RULE, SEALED, SOURCES));
        for (int n = 1; n <= targets; n++) {
            names.add(frame(n));
        }
        names.add(TARGETS);
        return List.copyOf(names);
    }

    /** Every file of a full bundle. */
    public static List<String> all(int targets) {
        List<String> names = new ArrayList<>(committed(targets));
        names.add(SOURCES);
        names.add(RESULT);
        return List.copyOf(names);
    }
}
