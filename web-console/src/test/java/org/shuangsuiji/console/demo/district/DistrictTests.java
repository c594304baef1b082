package org.shuangsuiji.console.demo.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.demo.district.Subject.Conduct;
import org.shuangsuiji.model.RecordKind;

class DistrictTests {
    private static final long SEED = 20261122;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final District DISTRICT = new District(SEED, 20_000, TODAY);

    @Test
    void givesTheSameBytesForTheSameSeed() throws IOException {
        for (RecordKind kind : District.KINDS) {
            var small = new District(SEED, 500, TODAY);
            assertThat(bytes(small, kind)).as(kind.word()).isEqualTo(bytes(small, kind));
            assertThat(bytes(new District(SEED + 1, 500, TODAY), kind)).isNotEqualTo(bytes(small, kind));
        }
    }

    @Test
    void keepsItsEnterprisesWhenItGrows() throws IOException {
        byte[] small = bytes(new District(SEED, 1_000, TODAY), RecordKind.PERMIT);
        byte[] large = bytes(new District(SEED, 2_000, TODAY), RecordKind.PERMIT);
        assertThat(List.of(text(large).lines().limit(4_000).toArray()))
                .isEqualTo(List.of(text(small).lines().limit(4_000).toArray()));
    }

    @Test
    void writesPenaltiesInGb18030AndPermitsWithAByteOrderMark() throws IOException {
        byte[] permits = bytes(DISTRICT, RecordKind.PERMIT);
        assertThat(permits).startsWith(0xEF, 0xBB, 0xBF);
        byte[] penalties = bytes(DISTRICT, RecordKind.PENALTY);
        assertThat(new String(penalties, Charset.forName("GB18030")))
                .contains("行政")
                .contains("霍林郭勒市");
        assertThat(new String(penalties, StandardCharsets.UTF_8)).contains("\uFFFD");
    }

    @Test
    void hasEachDeclaredOddityInItsShare() throws IOException {
        Tally tally = DISTRICT.write(RecordKind.REGISTRATION, OutputStream.nullOutputStream());
        for (Oddity oddity : Oddity.values()) {
            assertThat(tally.of(oddity))
                    .as("%s in %d rows, seed %d", oddity, tally.rows(), SEED)
                    .isCloseTo(20_000L * oddity.in10000() / 10_000, within(30L))
                    .isPositive();
        }
    }

    @Test
    void tellsHowManyRowsItWrote() throws IOException {
        for (RecordKind kind : District.KINDS) {
            var out = new ByteArrayOutputStream();
            Tally tally = DISTRICT.write(kind, out);
            long lines = out.toString(StandardCharsets.ISO_8859_1).lines().count();
            assertThat(tally.rows()).as(kind.word()).isEqualTo(lines - 1);
        }
    }

    @Test
    void givesValidCodesSaveWhereItSaysOtherwise() {
        for (int number = 1; number <= 5_000; number++) {
            String code = Subject.of(SEED, number, TODAY).code();
            String body = code.length() == 18 ? CodeMaker.completed(code.substring(0, 16)) : code;
            assertThat(body.equals(code) && code.length() == 18)
                    .as("subject %d has %s", number, code)
                    .isEqualTo(Subject.oddityOf(SEED, number).isEmpty());
        }
    }

    @Test
    void makesTheCodesThatThePublicListsShow() {
        for (String code : List.of(
                "9144030071526726XG",
                "914403001922038216",
                "9152000071430580XT",
                "91370522MA3C1CP780",
                "91110108MA001K7YXU")) {
            assertThat(CodeMaker.completed(code.substring(0, 16))).isEqualTo(code);
        }
    }

    @Test
    void givesNoCodeTwice() {
        Set<String> codes = new HashSet<>();
        for (int number = 1; number <= 200_000; number++) {
            assertThat(codes.add(Subject.of(SEED, number, TODAY).code())).isTrue();
        }
    }

    @Test
    void hasTheConductFromWhichThePublishedDistributionFollows() {
        Map<Conduct, Integer> count = new EnumMap<>(Conduct.class);
        Map<String, Integer> kinds = new HashMap<>();
        for (int number = 1; number <= 20_000; number++) {
            Subject subject = Subject.of(SEED, number, TODAY);
            count.merge(subject.conduct(), 1, Integer::sum);
            kinds.merge(subject.kind(), 1, Integer::sum);
        }
        assertThat(percent(count.get(Conduct.CALM))).isCloseTo(66, within(5.0));
        assertThat(percent(count.get(Conduct.ORDINARY))).isCloseTo(24, within(4.0));
        assertThat(percent(count.get(Conduct.STRAINED))).isCloseTo(8, within(2.0));
        assertThat(percent(count.get(Conduct.BAD))).isCloseTo(2, within(0.7));
        assertThat(percent(kinds.get("91"))).isGreaterThan(40);
        assertThat(percent(kinds.get("92"))).isGreaterThan(40);
        assertThat(percent(kinds.get("93"))).isGreaterThan(1);
    }

    @Test
    void knowsFiveAndAHalfRecordsOfTheFirstKindsAndOneAndAHalfOfTheOthers() throws IOException {
        long first = 0;
        long others = 0;
        for (RecordKind kind : District.KINDS) {
            long rows = DISTRICT.write(kind, OutputStream.nullOutputStream()).rows();
            if (Events.ALL.containsKey(kind)) {
                others += rows;
                assertThat(rows).as(kind.word()).isPositive();
            } else if (kind != RecordKind.REGISTRATION) {
                first += rows;
            }
        }
        assertThat(first / 20_000.0).isCloseTo(5.5, within(0.4));
        assertThat(others / 20_000.0).isCloseTo(1.5, within(0.2));
    }

    @Test
    void tellsEveryKindOfRecordThereIs() {
        assertThat(District.KINDS).containsExactlyInAnyOrder(RecordKind.values());
    }

    /** No region of China has this code, so the numbers are nobody's. */
    @Test
    void givesPersonsNumbersThatNobodyHas() throws IOException {
        String relations = text(bytes(DISTRICT, RecordKind.RELATION));
        assertThat(relations.lines().filter(row -> row.contains("999999"))).hasSizeGreaterThan(500);
        assertThat(Pattern.compile("(?<![0-9A-Z])[1-8][0-9]{16}[0-9X](?![0-9A-Z])")
                        .matcher(relations)
                        .find())
                .isFalse();
    }

    @Test
    void namesSomeSubjectsByTheirOldNumberAndSomeByTheirNameAlone() throws IOException {
        List<String> codes = text(bytes(DISTRICT, RecordKind.COMPLAINT))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .toList();
        assertThat(codes).anyMatch(code -> code.matches("[0-9]{15}")).contains("");
    }

    @Test
    void hasFewEnterprisesWithManyPenalties() {
        var sheet = new PenaltySheet(SEED, TODAY);
        List<Integer> counts = new ArrayList<>();
        for (int number = 1; number <= 20_000; number++) {
            counts.add(sheet.rows(Subject.of(SEED, number, TODAY)).size());
        }
        counts.sort(null);
        assertThat(counts.get(counts.size() - 1)).as("the most penalised").isBetween(30, 100);
        assertThat(counts.get(counts.size() * 8 / 10))
                .as("eight of ten have none")
                .isZero();
        long all = counts.stream().mapToLong(Integer::longValue).sum();
        long top = counts.subList(counts.size() * 99 / 100, counts.size()).stream()
                .mapToLong(Integer::longValue)
                .sum();
        assertThat((double) top / all).as("share of the worst hundredth").isBetween(0.15, 0.6);
    }

    @Test
    void putsEverythingBeforeTodayAndWithinFourYears() {
        var sheet = new PenaltySheet(SEED, TODAY);
        for (int number = 1; number <= 20_000; number++) {
            Subject subject = Subject.of(SEED, number, TODAY);
            assertThat(subject.established()).isBefore(TODAY);
            for (List<String> row : sheet.rows(subject)) {
                LocalDate decided = LocalDate.parse(row.get(sheet.dayColumn()).replace('/', '-'));
                assertThat(decided).isBetween(TODAY.minusYears(4).minusDays(1), TODAY.minusDays(1));
            }
        }
    }

    @Test
    void removesSomeFromTheListsAndKeepsOthers() {
        var sheet = new ListSheet(SEED, TODAY, Roll.ABNORMAL);
        int removed = 0;
        int listed = 0;
        for (int number = 1; number <= 20_000; number++) {
            for (List<String> row : sheet.rows(Subject.of(SEED, number, TODAY))) {
                listed++;
                removed += row.get(8).isEmpty() ? 0 : 1;
            }
        }
        assertThat(removed * 100 / listed).as("percent removed").isBetween(25, 75);
    }

    @Test
    void deliversLaterATenthOfTheEnterprisesAgainWithChanges() throws IOException {
        var out = new ByteArrayOutputStream();
        Tally tally = DISTRICT.writeDelta(RecordKind.PERMIT, out);
        long first = DISTRICT.write(RecordKind.PERMIT, OutputStream.nullOutputStream())
                .rows();
        assertThat((double) tally.rows() / first).isBetween(0.10, 0.15);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("续号").contains("（更正）");
    }

    @Test
    void spellsSomeCodesSoThatTheyHaveToBeNormalised() throws IOException {
        String text = new String(bytes(DISTRICT, RecordKind.REGISTRATION), StandardCharsets.UTF_8);
        List<String> codes =
                text.lines().skip(1).map(line -> line.split(",", -1)[1]).toList();
        assertThat(codes).anyMatch(code -> !code.equals(code.toUpperCase(Locale.ROOT)));
        assertThat(codes).anyMatch(code -> !code.equals(Normalizer.normalize(code, Normalizer.Form.NFKC)));
        assertThat(codes).contains("暂无");
    }

    private static double percent(int of20000) {
        return of20000 / 200.0;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(District district, RecordKind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        district.write(kind, out);
        return out.toByteArray();
    }
}
