package org.shuangsuiji.sampling.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;

class SourcesTests {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"03 08 14", "00 00 00", "99 99 99"})
    void aLotteryValueInItsFormIsTaken(String value) {
        assertThat(aPublic(SourceKind.LOTTERY, 0, 2, 2, 2).faultOf(SourceValue.spoken(value)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "030814",
                "3 8 14",
                "03  08 14",
                " 03 08 14",
                "03 08 14 ",
                "03 08",
                "03 08 14 19",
                "03 08 1a",
                "03,08,14",
                "０3 08 14",
                "03\t08 14",
                "03 08 14\n",
                "003 08 14"
            })
    void thereIsNoOtherSpellingOfALotteryValue(String value) {
        assertThat(aPublic(SourceKind.LOTTERY, 0, 2, 2, 2).faultOf(SourceValue.spoken(value)))
                .get()
                .asString()
                .contains("expected groups of 2, 2, 2 digits 0-9");
    }

    @Test
    void aBeaconSpeaksInLowerCaseHexadecimalAndNothingElseDoes() {
        Source beacon = aPublic(SourceKind.BEACON, 0, 8);
        assertThat(beacon.faultOf(SourceValue.spoken("0a1b2c3d"))).isEmpty();
        assertThat(beacon.faultOf(SourceValue.spoken("0A1B2C3D"))).isPresent();
        assertThat(beacon.faultOf(SourceValue.spoken("0g1b2c3d"))).isPresent();
        assertThat(aPublic(SourceKind.INDEX, 0, 8).faultOf(SourceValue.spoken("0a1b2c3d")))
                .isPresent();
    }

    @Test
    void aPersonMayBeSilentAndAPublicSourceMayNot() {
        assertThat(aPerson(SourceKind.DICE, 0).faultOf(SourceValue.silent())).isEmpty();
        assertThat(aPerson(SourceKind.WITNESS, 0).faultOf(SourceValue.silent())).isEmpty();
        for (SourceKind kind : List.of(SourceKind.LOTTERY, SourceKind.INDEX, SourceKind.BEACON)) {
            assertThat(aPublic(kind, 0, 4).faultOf(SourceValue.silent())).isPresent();
            assertThat(aPublic(kind, 0, 4).faultOf(SourceValue.byFallback("0123")))
                    .isEmpty();
            assertThat(aPublic(kind, 0, 4).faultOf(SourceValue.byFallback("123")))
                    .isPresent();
        }
        assertThat(aPerson(SourceKind.DICE, 0).faultOf(SourceValue.byFallback("1")))
                .isPresent();
    }

    @Test
    void oneBeaconOrTwoPublicSourcesSpeakAfterThePeople() {
        Source dice = aPerson(SourceKind.DICE, 10);
        Source lottery = aPublic(SourceKind.LOTTERY, 11, 2);
        Source index = aPublic(SourceKind.INDEX, 12, 2);
        Source beacon = aPublic(SourceKind.BEACON, 11, 2);
        assertThat(SourceOrder.faultsOf(List.of(dice, lottery, index))).isEmpty();
        assertThat(SourceOrder.faultsOf(List.of(dice, beacon))).isEmpty();
        assertThat(SourceOrder.faultsOf(List.of(beacon))).isEmpty();
        assertThat(SourceOrder.faultsOf(List.of(dice, lottery))).hasSize(1);
        assertThat(SourceOrder.faultsOf(List.of(lottery))).hasSize(1);
        assertThat(SourceOrder.faultsOf(List.of(aPublic(SourceKind.BEACON, 9, 2), dice, index)))
                .hasSize(1);
        assertThat(SourceOrder.faultsOf(List.of(dice))).hasSize(2);
        assertThat(SourceOrder.faultsOf(List.of())).hasSize(1);
    }

    @Test
    void aPublicSourceDueWithThePeopleDoesNotCountAsLater() {
        Source dice = aPerson(SourceKind.DICE, 10);
        Source index = aPublic(SourceKind.INDEX, 11, 2);
        assertThat(SourceOrder.faultsOf(List.of(dice, aPublic(SourceKind.LOTTERY, 10, 2), index)))
                .hasSize(1);
        assertThat(SourceOrder.faultsOf(List.of(dice, aPublic(SourceKind.LOTTERY, 11, 2), index)))
                .isEmpty();
    }

    @Test
    void sourcesMayBeDueTogetherButNotOutOfOrder() {
        Source first = aPublic(SourceKind.LOTTERY, 10, 2);
        Source second = aPublic(SourceKind.INDEX, 10, 2);
        assertThat(SourceOrder.faultsOf(List.of(first, second))).isEmpty();
        assertThat(SourceOrder.faultsOf(List.of(aPublic(SourceKind.LOTTERY, 11, 2), second)))
                .hasSize(1);
    }

    @Test
    void theSeedIsTheDigestOfTheLinesThatDr1Lists() {
        CommittedDraw committed = ADraw.aDraw()
                .department(ADraw.DEPARTMENT, 3, 1, 0)
                .inspectors(ADraw.DEPARTMENT, 1)
                .committed();
        String start = "DR-1/seed\n" + committed.commitment().hex() + "\n";
        assertThat(Seed.of(committed.rule(), ADraw.VALUES).value())
                .isEqualTo(digest(start + "dice=4 2\nbeacon=0a1b2c3d\n"));
        assertThat(Seed.of(committed.rule(), SourceValues.of(SourceValue.silent(), SourceValue.byFallback("00000000")))
                        .value())
                .isEqualTo(digest(start + "dice=NONE\nlater beacon=00000000\n"));
    }

    @Test
    void aValueOutOfFormNeverBecomesASeed() {
        CommittedDraw committed = ADraw.aDraw()
                .department(ADraw.DEPARTMENT, 3, 1, 0)
                .inspectors(ADraw.DEPARTMENT, 1)
                .committed();
        List<SourceValue> values = new ArrayList<>(ADraw.VALUES.list());
        values.set(1, SourceValue.silent());
        assertThatThrownBy(() -> committed.draw(new SourceValues(values)))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("sources.json: [1]: public source 'beacon' may not be silent");
    }

    private static Hash digest(String text) {
        return Digest.SHA_256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Source aPerson(SourceKind kind, int minute) {
        return new Source(kind + " at " + minute, kind, NOON.plusSeconds(60L * minute), List.of(1L), null);
    }

    private static Source aPublic(SourceKind kind, int minute, long... widths) {
        Instant due = NOON.plusSeconds(60L * minute);
        List<Long> format = new ArrayList<>();
        for (long width : widths) {
            format.add(width);
        }
        return new Source(
                kind + " at " + minute, kind, due, format, new Fallback(kind + " after " + minute, due.plusSeconds(1)));
    }
}
