package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A legal parameter: each value and the day it took effect. Before the first day it has none, and none is made up. */
record Dated<T>(String name, NavigableMap<LocalDate, T> values) {

    Dated {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Parameter '%s' has no value".formatted(name));
        }
    }

    Optional<T> on(LocalDate day) {
        return Optional.ofNullable(values.floorEntry(day)).map(java.util.Map.Entry::getValue);
    }
}
