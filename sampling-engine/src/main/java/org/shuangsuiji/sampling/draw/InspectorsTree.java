package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.digest.Mac;
import org.shuangsuiji.sampling.digest.MerkleTree;

/** The tree that commits to the directory of inspectors (DR-1 §4). */
final class InspectorsTree {
    private InspectorsTree() {}

    static Hash root(Digest digest, Master master, Inspectors inspectors) {
        Mac salts = digest.mac(master.bytes());
        return MerkleTree.over(
                        digest,
                        inspectors.list().stream()
                                .map(entry -> leaf(digest, salts, entry))
                                .toList())
                .root();
    }

    private static Hash leaf(Digest digest, Mac salts, Inspector entry) {
        Hash salt = salts.of("inspector", entry.inspector());
        byte[] attributes = entry.attributes("\n").getBytes(StandardCharsets.UTF_8);
        byte[] salted = new byte[UnitMac.SALT + attributes.length];
        System.arraycopy(salt.bytes(), 0, salted, 0, UnitMac.SALT);
        System.arraycopy(attributes, 0, salted, UnitMac.SALT, attributes.length);
        byte[] name = entry.inspector().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[1 + name.length + Digest.LENGTH];
        System.arraycopy(name, 0, whole, 1, name.length);
        System.arraycopy(digest.of(salted).bytes(), 0, whole, 1 + name.length, Digest.LENGTH);
        return digest.of(whole);
    }
}
