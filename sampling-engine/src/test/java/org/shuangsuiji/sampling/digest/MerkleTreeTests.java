package org.shuangsuiji.sampling.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTests {
    /** The leaves and roots by which implementations of Certificate Transparency are checked. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theTreeIsThatOfCertificateTransparency() {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < INPUTS.size(); i++) {
            leaves.add(Digest.SHA_256.of(HexFormat.of().parseHex("00" + INPUTS.get(i))));
            assertThat(MerkleTree.over(Digest.SHA_256, leaves).root().hex()).isEqualTo(ROOTS.get(i));
        }
        assertThat(MerkleTree.over(Digest.SHA_256, List.of()).root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleTree.over(Digest.SHA_256, leaves).path(0))
                .extracting(Hash::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 65, 100, 4095, 4096, 4097, 8192, 8193, 12_289})
    void everyPathLeadsToTheRootThatTheDefinitionGives(int size) {
        List<Hash> leaves = leaves(size);
        MerkleTree tree = MerkleTree.over(Digest.SHA_256, leaves);
        assertThat(tree.root()).isEqualTo(defined(leaves));
        int step = Math.max(1, size / 7);
        for (int i = 0; i < size; i += step) {
            List<Hash> path = tree.path(i);
            assertThat(path).isEqualTo(definedPath(i, leaves));
            assertThat(MerkleTree.leadsTo(tree.root(), Digest.SHA_256, leaves.get(i), i, size, path))
                    .isTrue();
        }
    }

    @Test
    void noOtherLeafPlaceSizeOrPathLeadsToTheRoot() {
        int size = 11;
        List<Hash> leaves = leaves(size);
        MerkleTree tree = MerkleTree.over(Digest.SM3, leaves);
        for (int i = 0; i < size; i++) {
            List<Hash> path = tree.path(i);
            assertThat(leadsTo(tree, leaves.get(i), i, size, path)).isTrue();
            assertThat(leadsTo(tree, leaves.get((i + 1) % size), i, size, path)).isFalse();
            assertThat(leadsTo(tree, leaves.get(i), -1, size, path)).isFalse();
            assertThat(leadsTo(tree, leaves.get(i), size, size, path)).isFalse();
            for (int other = 0; other < size; other++) {
                assertThat(leadsTo(tree, leaves.get(i), other, size, path)).isEqualTo(other == i);
            }
            assertThat(leadsTo(tree, leaves.get(i), i, size, path.subList(1, path.size())))
                    .isFalse();
            assertThat(leadsTo(tree, leaves.get(i), i, size, longer(path))).isFalse();
            assertThat(leadsTo(tree, leaves.get(i), i, 4L * size, path)).isFalse();
        }
    }

    @Test
    void aTreeHasNoPathForALeafItHasNot() {
        MerkleTree tree = MerkleTree.over(Digest.SHA_256, leaves(3));
        assertThatThrownBy(() -> tree.path(3)).hasMessageContaining("no leaf 3");
        assertThatThrownBy(() -> tree.path(-1)).hasMessageContaining("no leaf -1");
    }

    private static boolean leadsTo(MerkleTree tree, Hash leaf, long index, long size, List<Hash> path) {
        return MerkleTree.leadsTo(tree.root(), Digest.SM3, leaf, index, size, path);
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.ZEROS);
        return longer;
    }

    private static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Digest.SHA_256.of(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return leaves;
    }

    /** RFC 6962 §2.1, word for word. */
    private static Hash defined(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        String pair = defined(leaves.subList(0, k)).hex()
                + defined(leaves.subList(k, leaves.size())).hex();
        return Digest.SHA_256.of(HexFormat.of().parseHex("01" + pair));
    }

    /** RFC 6962 §2.1.1, word for word. */
    private static List<Hash> definedPath(int m, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        List<Hash> path = new ArrayList<>(m < k ? definedPath(m, left) : definedPath(m - k, right));
        path.add(defined(m < k ? right : left));
        return path;
    }
}
