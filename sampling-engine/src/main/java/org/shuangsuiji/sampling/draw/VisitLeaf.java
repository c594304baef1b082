package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.digest.MerkleTree;

/** What shows that a drawn unit was counted at the draw: its leaf under visitRoot (DR-1 §6). */
public record VisitLeaf(String unit, Hash inner) {
    private static final byte[] VISIT = "visit".getBytes(StandardCharsets.US_ASCII);

    static VisitLeaf of(Digest digest, String unit, byte[] salt) {
        byte[] salted = Arrays.copyOf(salt, salt.length + VISIT.length);
        System.arraycopy(VISIT, 0, salted, salt.length, VISIT.length);
        return new VisitLeaf(unit, digest.of(salted));
    }

    /** The root over leaves sorted by unit; null when there are none. */
    static @Nullable Hash root(Digest digest, List<VisitLeaf> leaves) {
        return leaves.isEmpty()
                ? null
                : MerkleTree.over(
                                digest,
                                leaves.stream()
                                        .map(leaf -> MembershipProof.leaf(digest, leaf.unit(), leaf.inner()))
                                        .toList())
                        .root();
    }
}
