package org.shuangsuiji.sampling.draw;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who goes to a visit for one department: its lead, if a lead was found, and its members in the visit's preference. */
public record Team(String department, @Nullable String lead, List<String> members) {
    public Team {
        members = List.copyOf(members);
    }

    /** The lead, if any, then the members, as result.json lists them. */
    public List<String> inspectors() {
        List<String> all = new ArrayList<>();
        if (lead != null) {
            all.add(lead);
        }
        all.addAll(members);
        return List.copyOf(all);
    }
}
