package org.shuangsuiji.console.demo.district;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.console.demo.district.Chance.Purpose;

/** 双公示行政许可, in the exchange layout of 2018 with its XK_ codes as headers. */
record PermitSheet(long seed, LocalDate today) implements Sheet {
    /** Number of permits by tenth of the subjects: most have a few, some very many (the shares of base-rates.json). */
    private static final int[] COUNTS = {0, 1, 2, 3, 4, 6, 7, 8, 11, 16};

    private static final List<String> CLASSES = List.of("普通", "认可", "核准", "登记");

    @Override
    public List<String> headers() {
        return List.of(
                "XK_XDR_MC",
                "XK_XDR_LB",
                "XK_XDR_SHXYM",
                "XK_FRDB",
                "XK_XKWS",
                "XK_WSH",
                "XK_XKLB",
                "XK_XKZS",
                "XK_XKBH",
                "XK_NR",
                "XK_JDRQ",
                "XK_YXQZ",
                "XK_YXQZI",
                "XK_XKJG",
                "XK_XKJGDM",
                "XK_ZT",
                "XK_LYDW",
                "XK_LYDWDM",
                "BZ");
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public boolean marked() {
        return true;
    }

    @Override
    public int nameColumn() {
        return 0;
    }

    @Override
    public int codeColumn() {
        return 2;
    }

    @Override
    public int dayColumn() {
        return 10;
    }

    @Override
    public int changingColumn() {
        return 9;
    }

    @Override
    public List<List<String>> rows(Subject subject) {
        var chance = new Chance(seed, subject.number(), Purpose.PERMIT);
        int count = COUNTS[chance.below(COUNTS.length)];
        if (count == 16) {
            count += (int) (2 / Math.pow((chance.below(1_000) + 1) / 1_000.0, 0.45)) - 2;
        }
        if (subject.kind().equals("92")) {
            count = (count * 2 + 1) / 3;
        }
        List<Permit> permits = subject.trade().family().permits();
        List<List<String>> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Permit permit = permits.get(i % permits.size());
            LocalDate decided = decidedOn(subject, chance);
            int years = chance.weighted(List.of(10, 30, 60)) * 2 + 1;
            boolean endless = chance.percent(12);
            LocalDate until = endless ? LocalDate.of(2099, 12, 31) : decided.plusYears(years);
            String documentNo =
                    permit.shortWord() + "字〔" + decided.getYear() + "〕第" + subject.number() + "-" + (i + 1) + "号";
            rows.add(List.of(
                    subject.name(),
                    subject.kind().equals("92") ? "个体工商户" : "法人及非法人组织",
                    subject.code(),
                    subject.legalPerson(),
                    permit.document(),
                    documentNo,
                    chance.of(CLASSES),
                    permit.certificate(),
                    permit.shortWord() + subject.street() + subject.number() + "-" + (i + 1),
                    permit.content(),
                    Days.slashed(decided),
                    Days.slashed(decided),
                    Days.slashed(until),
                    permit.authority().in(subject.county()),
                    permit.authority().codeIn(subject.county()),
                    until.isBefore(today) ? "2" : "1",
                    permit.authority().in(subject.county()),
                    permit.authority().codeIn(subject.county()),
                    ""));
        }
        return rows;
    }

    private LocalDate decidedOn(Subject subject, Chance chance) {
        LocalDate decided = today.minusDays(1L + chance.below(4 * 365));
        return decided.isBefore(subject.established()) ? subject.established().plusDays(10) : decided;
    }
}
