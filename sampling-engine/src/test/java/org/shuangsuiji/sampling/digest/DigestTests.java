package org.shuangsuiji.sampling.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DigestTests {
    private static final HexFormat HEX = HexFormat.of();

    static Stream<List<String>> sm3Facts() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DigestTests.class.getResourceAsStream("sm3.tsv")), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sm3Facts")
    void sm3GivesTheDigestsOfTheStandardAndOfOpenssl(List<String> fact) {
        assertThat(Digest.SM3.of(HEX.parseHex(fact.get(2))).hex())
                .as("%s, from %s", fact.get(0), fact.get(1))
                .isEqualTo(fact.get(3));
    }

    @Test
    void sm3CountsBeyondTheFirstBlocks() {
        byte[] message = new byte[1_000_000];
        Arrays.fill(message, (byte) 'a');
        assertThat(Digest.SM3.of(message).hex())
                .isEqualTo("c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3");
    }

    @Test
    void sha256IsThatOfTheStandard() {
        assertThat(Digest.SHA_256.of("abc".getBytes(StandardCharsets.US_ASCII)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @EnumSource(Digest.class)
    void aMessageGivenInPiecesHasTheDigestOfTheWhole(Digest digest) {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] message = new byte[random.nextInt(300)];
            random.nextBytes(message);
            Hasher hasher = digest.hasher();
            for (int at = 0; at < message.length; ) {
                int length = 1 + random.nextInt(message.length - at);
                hasher.update(message, at, length);
                at += length;
            }
            byte[] out = new byte[Digest.LENGTH];
            hasher.finish(out, 0);
            assertThat(Hash.of(out)).as("seed %d, round %d", seed, round).isEqualTo(digest.of(message));
        }
    }

    @Test
    void hmacSha256IsThatOfRfc4231() {
        assertThat(hmac(Digest.SHA_256, "0b".repeat(20), "Hi There"))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(hmac(
                        Digest.SHA_256,
                        HEX.formatHex("Jefe".getBytes(StandardCharsets.US_ASCII)),
                        "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(hmac(Digest.SHA_256, "aa".repeat(131), "Test Using Larger Than Block-Size Key - Hash Key First"))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void hmacSm3IsThatOfOpenssl() {
        assertThat(hmac(Digest.SM3, "0b".repeat(20), "Hi There"))
                .isEqualTo("51b00d1fb49832bfb01c3ce27848e59f871d9ba938dc563b338ca964755cce70");
        assertThat(hmac(Digest.SM3, "aa".repeat(131), "Test Using Larger Than Block-Size Key - Hash Key First"))
                .isEqualTo("b4fd844e13342002f0b2e0690ea7741f1497d993a70494cea601e657bedf67a0");
    }

    @ParameterizedTest
    @EnumSource(Digest.class)
    void aMacIsTheSameHoweverOftenItsKeyWasUsedBefore(Digest digest) {
        Mac mac = digest.mac(new byte[32]);
        Hash first = mac.of("unit", "91150581MA0N000001");
        mac.of("x".repeat(500));
        assertThat(mac.of("unit", "91150581MA0N000001")).isEqualTo(first);
        assertThat(first).isEqualTo(digest.mac(new byte[32]).of("unit\n91150581MA0N000001"));
    }

    @Test
    void aHashIsWrittenInOneWayOnly() {
        assertThat(new Hash("0f".repeat(32)).bytes()).containsOnly(15);
        for (String other : List.of("0F".repeat(32), "0f".repeat(31), "0f".repeat(33), "0g".repeat(32), "")) {
            assertThatThrownBy(() -> new Hash(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String hmac(Digest digest, String key, String message) {
        return digest.mac(HEX.parseHex(key)).of(message).hex();
    }
}
