package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shuangsuiji.sampling.digest.Chunks;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.digest.Hasher;
import org.shuangsuiji.sampling.digest.MerkleTree;

/** A frame with the salts of its units and the tree that commits to it (DR-1 §4). */
final class CommittedFrame {
    private static final int CHUNK = 1 << 12;

    private final Digest digest;
    private final String department;
    private final Frame frame;
    private final List<Stratum> strata;
    private final byte[] salts;
    private final MerkleTree tree;

    CommittedFrame(Digest digest, Master master, String department, Frame frame, List<Stratum> strata) {
        this.digest = digest;
        this.department = department;
        this.frame = frame;
        this.strata = strata;
        this.salts = salts(digest, master, frame);
        this.tree = MerkleTree.over(digest, frame.size(), this::writeLeaves);
    }

    String department() {
        return department;
    }

    Frame frame() {
        return frame;
    }

    List<Stratum> strata() {
        return strata;
    }

    Hash root() {
        return tree.root();
    }

    /** The salts of all units, one behind the other. */
    byte[] salts() {
        return salts;
    }

    byte[] salt(int index) {
        return Arrays.copyOfRange(salts, index * UnitMac.SALT, (index + 1) * UnitMac.SALT);
    }

    List<MembershipProof> proofs(int[] indices) {
        List<List<Hash>> paths = tree.paths(indices);
        Leaf leaf = new Leaf();
        List<MembershipProof> proofs = new ArrayList<>(indices.length);
        for (int i = 0; i < indices.length; i++) {
            int index = indices[i];
            proofs.add(new MembershipProof(frame.unit(index), department, index, leaf.inner(index), paths.get(i)));
        }
        return proofs;
    }

    private void writeLeaves(int from, int to, byte[] out) {
        Leaf leaf = new Leaf();
        for (int i = from; i < to; i++) {
            leaf.write(i, out, (i - from) * Digest.LENGTH);
        }
    }

    private static byte[] salts(Digest digest, Master master, Frame frame) {
        byte[] salts = new byte[frame.size() * UnitMac.SALT];
        byte[] key = master.bytes();
        Chunks.inParallel(frame.size(), CHUNK, (from, to) -> {
            UnitMac mac = new UnitMac(digest, key, "unit");
            byte[] whole = new byte[Digest.LENGTH];
            for (int i = from; i < to; i++) {
                mac.ofUnit(frame.unitBytes(), i * Units.LENGTH, whole);
                System.arraycopy(whole, 0, salts, i * UnitMac.SALT, UnitMac.SALT);
            }
        });
        return salts;
    }

    /** Makes leaves: H(0x00 ‖ unit ‖ inner), inner = H( H(salt ‖ department) ‖ stratum LF region ). */
    private final class Leaf {
        private final Hasher hasher = digest.hasher();
        private final Frame.LeafTexts texts = frame.leafTexts();
        private final byte[] salted;
        private final byte[] opened = new byte[Digest.LENGTH + texts.lengthMax()];
        private final byte[] whole = new byte[1 + Units.LENGTH + Digest.LENGTH];

        Leaf() {
            byte[] name = department.getBytes(StandardCharsets.UTF_8);
            salted = new byte[UnitMac.SALT + name.length];
            System.arraycopy(name, 0, salted, UnitMac.SALT, name.length);
        }

        void write(int index, byte[] out, int offset) {
            writeInner(index, whole, 1 + Units.LENGTH);
            System.arraycopy(frame.unitBytes(), index * Units.LENGTH, whole, 1, Units.LENGTH);
            hasher.hash(whole, 0, whole.length, out, offset);
        }

        Hash inner(int index) {
            byte[] inner = new byte[Digest.LENGTH];
            writeInner(index, inner, 0);
            return Hash.of(inner);
        }

        private void writeInner(int index, byte[] out, int offset) {
            System.arraycopy(salts, index * UnitMac.SALT, salted, 0, UnitMac.SALT);
            hasher.hash(salted, 0, salted.length, opened, 0);
            int end = texts.write(index, opened, Digest.LENGTH);
            hasher.hash(opened, 0, end, out, offset);
        }
    }
}
