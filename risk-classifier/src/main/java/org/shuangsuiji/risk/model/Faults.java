package org.shuangsuiji.risk.model;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault before anybody is told of the first. */
public final class Faults {
    private final String thing;
    private final List<Fault> found;

    Faults() {
        this("model", new ArrayList<>());
    }

    private Faults(String thing, List<Fault> found) {
        this.thing = thing;
        this.found = found;
    }

    /** The same collection, about one part of the definition. */
    Faults of(String part) {
        return new Faults(part, found);
    }

    void add(String field, String code, Object... arguments) {
        found.add(new Fault(thing + "." + field, code, List.of(arguments)));
    }

    List<Fault> found() {
        return List.copyOf(found);
    }
}
