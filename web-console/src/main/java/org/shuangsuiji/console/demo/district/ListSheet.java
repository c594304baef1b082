package org.shuangsuiji.console.demo.district;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 经营异常名录 and 严重违法失信名单: who was put on the list, why, and when taken off again. */
record ListSheet(long seed, LocalDate today, Roll roll) implements Sheet {

    @Override
    public List<String> headers() {
        return List.of("企业名称", "统一社会信用代码", "法定代表人", "列入文号", "列入原因", "列入日期", "作出决定机关", "移出原因", "移出日期", "移出决定机关");
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public boolean marked() {
        return roll.marked();
    }

    @Override
    public int nameColumn() {
        return 0;
    }

    @Override
    public int codeColumn() {
        return 1;
    }

    @Override
    public int dayColumn() {
        return 5;
    }

    @Override
    public int changingColumn() {
        return 4;
    }

    @Override
    public List<List<String>> rows(Subject subject) {
        var chance = new Chance(seed, subject.number(), roll.purpose());
        int conduct = subject.conduct().grade();
        List<List<String>> rows = new ArrayList<>(1);
        if (!chance.in10000(roll.listed().get(conduct))) {
            return rows;
        }
        int times = subject.conduct() == Subject.Conduct.BAD && chance.percent(20) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            rows.add(row(
                    subject,
                    i,
                    i < times - 1 || chance.percent(roll.removedPercent().get(conduct)),
                    chance));
        }
        return rows;
    }

    private List<String> row(Subject subject, int index, boolean removed, Chance chance) {
        LocalDate latest = today.minusDays(2);
        LocalDate listed = latest.minusDays(chance.below(4 * 365 - 10));
        if (listed.isBefore(subject.established())) {
            listed = subject.established().plusDays(12);
        }
        LocalDate off = listed.plusDays(20 + chance.below(400));
        boolean isOff = removed && !off.isAfter(latest);
        return List.of(
                subject.name(),
                subject.code(),
                subject.legalPerson(),
                Authority.MARKET.shortIn(subject.county()) + "列字〔" + listed.getYear() + "〕第" + subject.number() + "-"
                        + roll.letter() + (index + 1) + "号",
                roll.reasons().get(chance.weighted(roll.reasonWeights())),
                Days.dashed(listed),
                Authority.MARKET.in(subject.county()),
                isOff ? "已履行相关义务，申请移出" : "",
                isOff ? Days.dashed(off) : "",
                isOff ? Authority.MARKET.in(subject.county()) : "");
    }
}
