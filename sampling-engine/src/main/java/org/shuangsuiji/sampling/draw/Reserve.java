package org.shuangsuiji.sampling.draw;

import java.util.List;

/** The units that stand behind the drawn ones of a stratum, in the order in which they would take over. */
public record Reserve(String department, String stratum, List<String> units) {
    public Reserve {
        units = List.copyOf(units);
    }
}
