package org.shuangsuiji.risk.model;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A number from the registration, or 1 and 0 for a word that is or is not one of some values; missing when not known.
 *
 * @param values empty for an attribute that is a number
 */
public record AttributeMeasure(Attribute attribute, SortedSet<String> values) implements Measure {

    public AttributeMeasure {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    public static AttributeMeasure number(Attribute attribute) {
        return new AttributeMeasure(attribute, Collections.emptySortedSet());
    }

    public static AttributeMeasure oneOf(Attribute attribute, String... values) {
        return new AttributeMeasure(attribute, new TreeSet<>(Set.of(values)));
    }

    public AttributeTest test() {
        return new AttributeTest(attribute, values);
    }

    @Override
    public void check(Faults faults) {
        if (attribute.numeric() != values.isEmpty()) {
            faults.add("measure", attribute.numeric() ? "values-unwanted" : "values-wanted", attribute);
        }
        for (String value : values) {
            if (!attribute.admits(value)) {
                faults.add("measure", "value-unknown", attribute, value);
            }
        }
    }

    @Override
    public Direction natural() {
        return Direction.FREE;
    }

    @Override
    public boolean truth() {
        return !attribute.numeric();
    }
}
