package org.shuangsuiji.risk.model;

/** What an indicator measures: one whole number per enterprise and day, or nothing when it cannot be known. */
public sealed interface Measure permits AttributeMeasure, RecordMeasure, RelatedMeasure {

    /** Adds a fault for each thing that makes no sense. */
    void check(Faults faults);

    /** How the risk runs with the number when only records against enterprises can move it. */
    Direction natural();

    /** Whether the number only says yes (1) or no (0). */
    boolean truth();
}
