package org.shuangsuiji.sampling.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree of RFC 6962 §2.1 over leaf hashes. Only the roots of whole chunks of leaves are kept: a frame of a million
 * units costs a few kilobytes, and a path makes one chunk anew.
 */
public final class MerkleTree {
    /** A power of two, so that a chunk is a subtree of the tree. */
    private static final int CHUNK = 1 << 12;

    /** Gives the leaf hashes from {@code from} to before {@code to}, one after another from the start of {@code out}. */
    @FunctionalInterface
    public interface Leaves {
        void write(int from, int to, byte[] out);
    }

    private final Digest digest;
    private final int size;
    private final Leaves leaves;
    private final byte[] chunkRoots;
    private final Hash root;

    private MerkleTree(Digest digest, int size, Leaves leaves) {
        this.digest = digest;
        this.size = size;
        this.leaves = leaves;
        this.chunkRoots = new byte[chunks() * Digest.LENGTH];
        Chunks.inParallel(size, CHUNK, (from, to) -> {
            byte[] nodes = leavesOf(from, to);
            Nodes inner = new Nodes(digest);
            for (int count = to - from; count > 1; count = (count + 1) / 2) {
                inner.raise(nodes, count);
            }
            System.arraycopy(nodes, 0, chunkRoots, from / CHUNK * Digest.LENGTH, Digest.LENGTH);
        });
        this.root = size == 0 ? digest.of(new byte[0]) : topOf(chunkRoots.clone());
    }

    /** The tree over {@code size} leaves; the leaves must stay as they are as long as paths are asked for. */
    public static MerkleTree over(Digest digest, int size, Leaves leaves) {
        return new MerkleTree(digest, size, leaves);
    }

    public static MerkleTree over(Digest digest, List<Hash> leaves) {
        byte[] bytes = new byte[leaves.size() * Digest.LENGTH];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i).bytes(), 0, bytes, i * Digest.LENGTH, Digest.LENGTH);
        }
        return new MerkleTree(
                digest,
                leaves.size(),
                (from, to, out) -> System.arraycopy(bytes, from * Digest.LENGTH, out, 0, (to - from) * Digest.LENGTH));
    }

    public Hash root() {
        return root;
    }

    public int size() {
        return size;
    }

    /** The audit path of RFC 6962 §2.1.1: the sister nodes from the leaf up. */
    public List<Hash> path(int index) {
        return paths(new int[] {index}).get(0);
    }

    /** The paths of many leaves, in the order asked; neighbours share the work on their chunk. */
    public List<List<Hash>> paths(int[] indices) {
        List<List<Hash>> paths = new ArrayList<>(indices.length);
        List<byte[]> upper = levels(chunkRoots.clone(), chunks());
        int chunkAtHand = -1;
        List<byte[]> lower = List.of();
        for (int index : indices) {
            if (index < 0 || index >= size) {
                throw new IllegalArgumentException("A tree of %d leaves has no leaf %d".formatted(size, index));
            }
            int chunk = index / CHUNK;
            int from = chunk * CHUNK;
            int count = Math.min(size, from + CHUNK) - from;
            if (chunk != chunkAtHand) {
                lower = levels(leavesOf(from, from + count), count);
                chunkAtHand = chunk;
            }
            List<Hash> path = new ArrayList<>();
            addSisters(path, lower, index - from);
            addSisters(path, upper, chunk);
            paths.add(List.copyOf(path));
        }
        return List.copyOf(paths);
    }

    /** Whether the path leads from the leaf to the root (RFC 9162 §2.1.3.2). */
    public static boolean leadsTo(Hash root, Digest digest, Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Nodes inner = new Nodes(digest);
        Hash current = leaf;
        for (Hash sister : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                current = inner.join(sister, current);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                current = inner.join(current, sister);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && current.equals(root);
    }

    private int chunks() {
        return Math.floorDiv(size - 1, CHUNK) + 1;
    }

    private byte[] leavesOf(int from, int to) {
        byte[] nodes = new byte[(to - from) * Digest.LENGTH];
        leaves.write(from, to, nodes);
        return nodes;
    }

    private Hash topOf(byte[] nodes) {
        Nodes inner = new Nodes(digest);
        for (int count = nodes.length / Digest.LENGTH; count > 1; count = (count + 1) / 2) {
            inner.raise(nodes, count);
        }
        return Hash.at(nodes, 0);
    }

    /** Every level from these nodes up to, not including, their root. */
    private List<byte[]> levels(byte[] nodes, int count) {
        List<byte[]> levels = new ArrayList<>();
        Nodes inner = new Nodes(digest);
        byte[] level = nodes;
        for (int left = count; left > 1; left = (left + 1) / 2) {
            levels.add(Arrays.copyOf(level, left * Digest.LENGTH));
            inner.raise(level, left);
        }
        return levels;
    }

    private static void addSisters(List<Hash> path, List<byte[]> levels, int index) {
        int node = index;
        for (byte[] level : levels) {
            int sister = node ^ 1;
            if (sister * Digest.LENGTH < level.length) {
                path.add(Hash.at(level, sister * Digest.LENGTH));
            }
            node >>= 1;
        }
    }

    /** Joins nodes: H(0x01 ‖ left ‖ right). */
    private static final class Nodes {
        private final Hasher hasher;
        private final byte[] pair = new byte[1 + 2 * Digest.LENGTH];

        Nodes(Digest digest) {
            hasher = digest.hasher();
            pair[0] = 1;
        }

        /** Replaces a level by the level above it, in place; a last node without sister moves up as it is. */
        void raise(byte[] nodes, int count) {
            for (int i = 0; i < count / 2; i++) {
                System.arraycopy(nodes, 2 * i * Digest.LENGTH, pair, 1, 2 * Digest.LENGTH);
                hasher.hash(pair, 0, pair.length, nodes, i * Digest.LENGTH);
            }
            if (count % 2 == 1) {
                System.arraycopy(nodes, (count - 1) * Digest.LENGTH, nodes, count / 2 * Digest.LENGTH, Digest.LENGTH);
            }
        }

        Hash join(Hash left, Hash right) {
            System.arraycopy(left.bytes(), 0, pair, 1, Digest.LENGTH);
            System.arraycopy(right.bytes(), 0, pair, 1 + Digest.LENGTH, Digest.LENGTH);
            byte[] out = new byte[Digest.LENGTH];
            hasher.hash(pair, 0, pair.length, out, 0);
            return Hash.of(out);
        }
    }
}
