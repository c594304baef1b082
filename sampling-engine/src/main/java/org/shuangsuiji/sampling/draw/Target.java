package org.shuangsuiji.sampling.draw;

import java.util.List;
import org.shuangsuiji.sampling.digest.Hash;

/** One department's part of the rule: its frame by size and root, how many units it draws, and whom it may send. */
public record Target(String department, long size, long take, Hash root, List<String> scopes, long cap) {
    public Target {
        scopes = List.copyOf(scopes);
        Texts.requireName("department", department);
        Texts.requireList("scopes", scopes);
        if (size < 1) {
            throw new IllegalArgumentException("department '%s': the frame is empty".formatted(department));
        }
        if (take < 0 || take > size) {
            throw new IllegalArgumentException(
                    "department '%s': expected a take from 0 to %d, found %d".formatted(department, size, take));
        }
        if (cap < 1) {
            throw new IllegalArgumentException(
                    "department '%s': expected a cap of 1 or more, found %d".formatted(department, cap));
        }
    }
}
