package org.shuangsuiji.console.demo.district;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.console.demo.district.Chance.Purpose;

/** 双公示行政处罚, with its CF_ codes as headers, amounts in 万元 and the encoding of older office systems. */
record PenaltySheet(long seed, LocalDate today) implements Sheet {
    private static final List<String> MINOR = List.of("警告", "罚款", "警告；罚款", "通报批评");
    private static final List<String> GENERAL = List.of("罚款", "罚款；没收违法所得", "没收非法财物；罚款", "罚款");
    private static final List<String> SERIOUS = List.of("罚款", "责令停产停业；罚款", "暂扣许可证件", "吊销许可证件", "限制开展生产经营活动", "限制从业；罚款");

    @Override
    public List<String> headers() {
        return List.of(
                "CF_XDR_MC",
                "CF_XDR_LB",
                "CF_XDR_SHXYM",
                "CF_FRDB",
                "CF_WSH",
                "CF_WFXW",
                "CF_SY",
                "CF_YJ",
                "CF_CFLB",
                "CF_NR",
                "CF_NR_FK",
                "CF_NR_WFFF",
                "CF_NR_ZKDX",
                "CF_JDRQ",
                "CF_YXQ",
                "CF_GSJZQ",
                "CF_CFJG",
                "CF_CFJGDM",
                "CF_SJLY",
                "CF_SJLYDM",
                "BZ");
    }

    @Override
    public Charset charset() {
        return Charset.forName("GB18030");
    }

    @Override
    public boolean marked() {
        return false;
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
        return 13;
    }

    @Override
    public int changingColumn() {
        return 10;
    }

    @Override
    public List<List<String>> rows(Subject subject) {
        var chance = new Chance(seed, subject.number(), Purpose.PENALTY);
        int count = count(subject.conduct(), chance);
        List<List<String>> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(subject, i, chance));
        }
        return rows;
    }

    /** Few subjects have most of the penalties, as among the companies of base-rates.json (mean 1.9, most 100). */
    private static int count(Subject.Conduct conduct, Chance chance) {
        return switch (conduct) {
            case CALM -> chance.in10000(150) ? 1 : 0;
            case ORDINARY -> chance.percent(40) ? 1 : 0;
            case STRAINED -> chance.weighted(List.of(20, 45, 22, 13));
            case BAD -> Math.min(100, (int) (1.2 / Math.pow((chance.below(10_000) + 1) / 10_000.0, 0.75)));
        };
    }

    private List<String> row(Subject subject, int index, Chance chance) {
        Wrong wrong = chance.of(subject.trade().family().wrongs());
        int severity = chance.weighted(severities(subject.conduct()));
        LocalDate decided = decidedOn(subject, chance);
        String category = chance.of(severity == 0 ? MINOR : severity == 1 ? GENERAL : SERIOUS);
        long fineYuan = category.contains("罚款") ? fineYuan(severity, chance) : 0;
        long seizedYuan = category.contains("没收") ? fineYuan / 2 + 50 : 0;
        LocalDate until =
                severity == 0 ? decided.plusMonths(3) : severity == 1 ? decided.plusYears(1) : decided.plusYears(3);
        String permitNo = category.contains("许可证件") ? "许可证" + subject.number() + "-1" : "";
        return List.of(
                subject.name(),
                subject.kind().equals("92") ? "个体工商户" : "法人及非法人组织",
                subject.code(),
                subject.legalPerson(),
                wrong.authority().shortIn(subject.county()) + "罚字〔" + decided.getYear() + "〕第" + subject.number() + "-"
                        + (index + 1) + "号",
                wrong.type(),
                wrong.facts(),
                wrong.basis(),
                category,
                content(category, fineYuan, seizedYuan),
                fineYuan == 0 ? "" : tenThousands(fineYuan),
                seizedYuan == 0 ? "" : tenThousands(seizedYuan),
                permitNo,
                Days.slashed(decided),
                Days.slashed(until),
                Days.slashed(until),
                wrong.authority().in(subject.county()),
                wrong.authority().codeIn(subject.county()),
                wrong.authority().in(subject.county()),
                wrong.authority().codeIn(subject.county()),
                "");
    }

    private static List<Integer> severities(Subject.Conduct conduct) {
        return switch (conduct) {
            case CALM -> List.of(75, 25, 0);
            case ORDINARY -> List.of(40, 59, 1);
            case STRAINED -> List.of(20, 72, 8);
            case BAD -> List.of(12, 58, 30);
        };
    }

    private LocalDate decidedOn(Subject subject, Chance chance) {
        int span = 4 * 365;
        // who behaves badly was caught lately: the smaller of two throws
        int days = subject.conduct() == Subject.Conduct.CALM
                ? chance.below(span)
                : Math.min(chance.below(span), chance.below(span));
        LocalDate decided = today.minusDays(days + 1L);
        return decided.isBefore(subject.established()) ? subject.established().plusDays(15) : decided;
    }

    private static long fineYuan(int severity, Chance chance) {
        double u = (chance.below(10_000) + 1) / 10_000.0;
        long yuan = (long)
                (switch (severity) {
                    case 0 -> 200 / Math.pow(u, 0.3);
                    case 1 -> 3_000 / Math.pow(u, 0.5);
                    default -> 60_000 / Math.pow(u, 0.5);
                });
        return Math.min(yuan / 10 * 10, 20_000_000);
    }

    private static String content(String category, long fineYuan, long seizedYuan) {
        return category.replace("罚款", "罚款" + fineYuan + "元")
                        .replace("没收违法所得", "没收违法所得" + seizedYuan + "元")
                        .replace("没收非法财物", "没收价值" + seizedYuan + "元的非法财物")
                + "。";
    }

    /** Yuan as 万元 with six decimals. */
    private static String tenThousands(long yuan) {
        String decimals = Long.toString(1_000_000 + yuan % 10_000 * 100).substring(1);
        return yuan / 10_000 + "." + decimals;
    }
}
