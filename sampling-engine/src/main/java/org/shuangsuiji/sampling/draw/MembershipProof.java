package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.digest.MerkleTree;

/** Shows that a unit stands in a department's committed frame, without opening its stratum or region (DR-1 §4). */
public record MembershipProof(String unit, String department, long index, Hash inner, List<Hash> path) {
    public MembershipProof {
        path = List.copyOf(path);
    }

    /** Whether the path leads to the root that the rule committed for this department. */
    public boolean holdsUnder(Rule rule) {
        return rule.targets().stream()
                .filter(target -> target.department().equals(department))
                .anyMatch(target -> leadsTo(target, rule.digest()));
    }

    /** Whether the path leads to this root, whatever the department. */
    boolean leadsTo(Target target, Digest digest) {
        return MerkleTree.leadsTo(target.root(), digest, leaf(digest, unit, inner), index, target.size(), path);
    }

    /** H(0x00 ‖ unit ‖ inner), the form of frame leaves and visit leaves alike. */
    static Hash leaf(Digest digest, String unit, Hash inner) {
        byte[] name = unit.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[1 + name.length + Digest.LENGTH];
        System.arraycopy(name, 0, whole, 1, name.length);
        System.arraycopy(inner.bytes(), 0, whole, 1 + name.length, Digest.LENGTH);
        return digest.of(whole);
    }
}
